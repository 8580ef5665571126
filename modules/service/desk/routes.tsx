import { Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { editTickets } from '../rights.ts'
import { ticketKind } from '../tickets/kind.ts'
import { deskText } from './messages.ts'
import { readFigures, readNext } from './reading.ts'
import { takeNext } from './taking.ts'
import { DeskPage, deskPlace } from './views/desk-page.tsx'

/** Where somebody who answers tickets begins. */
export const deskRoutes = new Hono<Site>()

const edit = allow(editTickets)

deskRoutes.get('/', edit, async (c) => {
  const { scope } = c.var
  const [figures, next] = await Promise.all([readFigures(scope), readNext(scope)])
  const page = <DeskPage {...{ scope, figures, next }} once={onceKey()} />
  return c.render(page, { title: deskText(scope.locale).title })
})

deskRoutes.post('/next', edit, async (c) => {
  const { scope, product } = c.var
  const { raw } = await readForm(c)
  const t = deskText(scope.locale)
  const to = await once(scope, raw, async () => {
    const id = await takeNext(scope, product.registry)
    return id && `${ticketKind.href}/${id}`
  })
  if (!to) return go(c, deskPlace, { kind: 'info', text: t.none })
  return go(c, to, { kind: 'success', text: t.taken })
})
