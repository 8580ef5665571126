import type { Context, Hono } from 'hono'
import { isId } from '../../../core/db/id.ts'
import { allow } from '../../../core/http/allow.ts'
import { Fields } from '../../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { keptToast } from '../../../core/records/mentioned.ts'
import { parseText } from '../../../core/values/text.ts'
import { accountKind } from '../kinds.ts'
import {
  addComment,
  type ReadActivity,
  readComments,
  removeComment,
  seeActivity,
} from './comments.ts'
import { activityText } from './messages.ts'
import { CommentsPage } from './views/comments-page.tsx'

const most = 2_000

/** What people say about a follow-up: for all who may see the record it is on. */
export function addCommentRoutes(routes: Hono<Site>): void {
  const view = allow(accountKind.view)
  const find = (c: Context<Site>) => seeActivity(c.var.scope, c.var.product.registry, pathId(c))

  routes.get('/activities/:id', view, async (c) => draw(c, await find(c)))

  routes.post('/activities/:id/comments', view, async (c) => {
    const { scope, product } = c.var
    const activity = await find(c)
    const { raw } = await readForm(c)
    const t = activityText(scope.locale).comments
    const fields = new Fields(raw, scope.locale)
    const body = fields.need('body', t.body, (text) => parseText(text, { most }), '')
    if (!fields.ok) return draw(c, activity, raw, fields.errors)
    const href = `/contacts/activities/${activity.id}`
    let untold: string[] = []
    await once(scope, raw, async () => {
      untold = await addComment(scope, product.registry, activity, body)
      return href
    })
    return go(c, href, keptToast(scope, t.saved, untold))
  })

  routes.post('/activities/:id/comments/remove', view, async (c) => {
    const activity = await find(c)
    const { comment = '' } = (await readForm(c)).raw
    if (!isId(comment)) throw notFound()
    await removeComment(c.var.scope, activity, comment)
    const text = activityText(c.var.scope.locale).comments.removed
    return go(c, `/contacts/activities/${activity.id}`, { kind: 'success', text })
  })
}

async function draw(c: Context<Site>, activity: ReadActivity, raw: Raw = {}, errors?: Errors) {
  const { scope } = c.var
  const comments = await readComments(scope, activity.id)
  const page = <CommentsPage {...{ scope, activity, comments, raw, errors }} once={onceKey(raw)} />
  const title = activityText(scope.locale).comments.title
  return c.render(page, { title, status: errors ? 422 : 200 })
}
