import type { Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { type Raw, readForm } from '../../../core/http/form.ts'
import { pathId } from '../../../core/http/path-id.ts'
import type { Site } from '../../../core/http/site.ts'
import type { Scope } from '../../../core/scope.ts'
import type { ContactsKind } from '../kinds.ts'
import type { Asked } from './asking.ts'
import { duplicatesText } from './messages.ts'
import { SimilarRecords } from './views/similar.tsx'

type Ask = (scope: Scope, raw: Raw, id?: string) => Promise<Asked>

/**
 * What a form asks while somebody types. It is posted, since addresses with names and numbers in
 * them would end up in logs.
 */
export function addSimilarRoutes(routes: Hono<Site>, kind: ContactsKind, ask: Ask): void {
  for (const path of ['/similar', '/:id/similar'])
    routes.post(path, allow(kind.edit), async (c) => {
      const { scope } = c.var
      const { raw } = await readForm(c)
      const { similar } = await ask(scope, raw, c.req.param('id') && pathId(c))
      const piece = (
        <SimilarRecords scope={scope} kind={kind} similar={similar} anyway={raw.anyway === 'on'} />
      )
      return c.render(piece, { title: duplicatesText(scope.locale).similar.title })
    })
}
