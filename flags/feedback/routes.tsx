import { type Context, Hono } from 'hono'
import { may } from '../../core/access/person.ts'
import { allow, allowAll } from '../../core/http/allow.ts'
import { Fields } from '../../core/http/fields.ts'
import { type Raw, readForm } from '../../core/http/form.ts'
import { once, onceKey } from '../../core/http/once.ts'
import { ownPath } from '../../core/http/own-path.ts'
import { pathId } from '../../core/http/path-id.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { parseText } from '../../core/values/text.ts'
import { readEntry } from '../register/register.ts'
import { kept, readVoices, say, settle, voiceKinds } from './feedback.ts'
import { feedbackText } from './messages.ts'
import { FeedbackPage, SayPage } from './views/feedback.tsx'

/** What people say while modules are tried. */
export const feedbackRoutes = new Hono<Site>()

const place = '/rollout/feedback'

feedbackRoutes.get('/', allow('core.rollout.view'), (c) => drawVoices(c, false))
feedbackRoutes.get('/mine', allowAll, (c) => drawVoices(c, true))
feedbackRoutes.get('/new', allowAll, (c) => drawSay(c, { page: ownPath(c.req.query('page')) }))

feedbackRoutes.post('/', allowAll, async (c) => {
  const { scope } = c.var
  const t = feedbackText(scope.locale)
  const { raw } = await readForm(c)
  const fields = new Fields(raw, scope.locale)
  const text = fields.may('text', (typed) => parseText(typed, { most: 2000 }))
  if (!text) return drawSay(c, raw, fields.errors.text ?? t.whatMissing)
  const page = ownPath(raw.page)
  const kind = voiceKinds.find((one) => one === raw.kind) ?? 'blocks'
  await once(scope, raw, async () => {
    await say(scope, { kind, module: page.split('/')[1] ?? '', page, text })
    return page
  })
  return go(c, page, { kind: 'success', text: t.sent })
})

feedbackRoutes.post('/:id', allow('core.rollout.manage'), async (c) => {
  const { scope } = c.var
  const t = feedbackText(scope.locale)
  const { id } = await readEntry(scope, kept, pathId(c))
  const { raw } = await readForm(c)
  const fields = new Fields(raw, scope.locale)
  const answer = fields.may('answer', (typed) => parseText(typed, { most: 2000 }))
  if (!answer)
    return go(c, place, { kind: 'danger', text: fields.errors.answer ?? t.answerMissing })
  await settle(scope, id, answer)
  return go(c, place, { kind: 'success', text: t.answered })
})

async function drawVoices(c: Context<Site>, isOwn: boolean) {
  const { scope } = c.var
  const t = feedbackText(scope.locale)
  const page = (
    <FeedbackPage
      scope={scope}
      voices={await readVoices(scope, isOwn ? scope.user.id : undefined)}
      isOwn={isOwn}
      mayAnswer={!isOwn && may(scope.user, 'core.rollout.manage')}
    />
  )
  return c.render(page, { title: isOwn ? t.mine : t.title })
}

function drawSay(c: Context<Site>, raw: Raw, error?: string) {
  const { scope } = c.var
  const page = (
    <SayPage
      scope={scope}
      page={ownPath(raw.page)}
      kind={raw.kind ?? 'blocks'}
      text={raw.text ?? ''}
      error={error}
      once={onceKey(raw)}
    />
  )
  return c.render(page, { title: feedbackText(scope.locale).blocks, status: error ? 422 : 200 })
}
