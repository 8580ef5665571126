import { type Context, Hono } from 'hono'
import { isId } from '../../../core/db/id.ts'
import { allow } from '../../../core/http/allow.ts'
import { Fields } from '../../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { coreText } from '../../../core/i18n/messages.ts'
import { parseText } from '../../../core/values/text.ts'
import { follow, readWork } from '../permissions.ts'
import { decideHandIn, readHandIn, readWaiting, type Waiting } from './handing-in.ts'
import { handInText } from './messages.ts'
import { giveAttempt, readStuck } from './stuck.ts'
import { HandInPage } from './views/hand-in.tsx'
import { WorkPage } from './views/work.tsx'

/** Reading what others handed in, and helping those who are out of attempts. */
export const handInRoutes = new Hono<Site>()

const reader = allow(follow)

handInRoutes.get('/work', reader, async (c) => {
  const { scope } = c.var
  const wanted = c.req.query('read')
  if (wanted) {
    if (!isId(wanted)) throw notFound()
    return draw(c, await readHandIn(scope, wanted), {})
  }
  const [waiting, stuck] = await Promise.all([readWaiting(scope), readStuck(scope)])
  const page = <WorkPage {...{ scope, waiting, stuck }} />
  return c.render(page, { title: handInText(scope.locale).title })
})

function draw(c: Context<Site>, one: Waiting, back: { raw?: Raw; errors?: Errors }) {
  const page = <HandInPage scope={c.var.scope} one={one} {...back} />
  const title = handInText(c.var.scope.locale).title
  return c.render(page, { title, status: back.errors ? 422 : 200 })
}

handInRoutes.post('/hand-ins/:id', allow(readWork), async (c) => {
  const { scope, product } = c.var
  const one = await readHandIn(scope, pathId(c))
  if (one.userId === scope.user.id) throw notFound()
  const { raw } = await readForm(c)
  const t = handInText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const state = raw.state === 'accepted' || raw.state === 'returned' ? raw.state : undefined
  if (!state) fields.refuse('state', coreText(scope.locale).required(t.decision))
  const parse = (text: string) => parseText(text, { most: 2_000 })
  const comment =
    state === 'returned'
      ? fields.need('comment', t.comment, parse, '')
      : (fields.may('comment', parse) ?? '')
  if (!state || !fields.ok) return draw(c, one, { raw, errors: fields.errors })
  const version = versionOf(raw)
  const done = await decideHandIn(scope, product.registry, one, version, { state, comment })
  if (!done) return go(c, `/training/work?read=${one.id}`, { kind: 'danger', text: t.changed })
  const text = state === 'accepted' ? t.accepted(one.name) : t.returned(one.name)
  return go(c, '/training/work', { kind: 'success', text })
})

handInRoutes.post('/assignments/:id/attempt', reader, async (c) => {
  const { scope } = c.var
  const { name } = await giveAttempt(scope, pathId(c))
  return go(c, '/training/work', { kind: 'success', text: handInText(scope.locale).given(name) })
})
