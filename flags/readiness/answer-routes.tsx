import { type Context, Hono } from 'hono'
import { allowAll } from '../../core/http/allow.ts'
import { Fields } from '../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../core/http/form.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { parseText } from '../../core/values/text.ts'
import { answerRun, readInvitation } from '../surveys/answering.ts'
import { readAnswers } from '../surveys/answers.ts'
import { surveysText } from '../surveys/messages.ts'
import { readRuns } from '../surveys/runs.ts'
import { readinessText } from './messages.ts'
import { askedOf, fieldOf } from './questions.ts'
import { kind } from './reading.ts'
import { ReadinessAnswerPage } from './views/answer.tsx'

/** The questions as those see them who are asked. */
export const answerRoutes = new Hono<Site>()

const place = '/rollout/readiness/answer'

answerRoutes.get('/', allowAll, (c) => draw(c, {}))

answerRoutes.post('/', allowAll, async (c) => {
  const { scope } = c.var
  const t = readinessText(scope.locale).survey
  const asked = await readAsked(c)
  if (!asked) return go(c, place)
  const { raw } = await readForm(c)
  const fields = new Fields(raw, scope.locale)
  const names = Object.fromEntries(asked.questions.map((one) => [one.number, fieldOf(one)]))
  const answers = readAnswers(raw, fields, names, t.needed, true)
  const comment = fields.may('comment', (text) => parseText(text, { most: 1000 })) ?? ''
  if (!fields.ok) return draw(c, raw, fields.errors)
  await answerRun(scope, asked.runId, answers, comment)
  return go(c, place, { kind: 'success', text: surveysText(scope.locale).thanks })
})

/** What the open round asks this person; undefined when it asks them nothing any more. */
async function readAsked(c: Context<Site>) {
  const { scope } = c.var
  const invitation = await readInvitation(scope, kind)
  const run = (await readRuns(scope, kind)).find(({ id }) => id === invitation?.runId)
  if (!invitation || invitation.answered || !run) return undefined
  return { ...invitation, questions: askedOf(run.form, invitation.group) }
}

async function draw(c: Context<Site>, raw: Raw, errors?: Errors) {
  const { locale } = c.var.scope
  const page = (
    <ReadinessAnswerPage locale={locale} asked={await readAsked(c)} raw={raw} errors={errors} />
  )
  const { title } = readinessText(locale).survey
  return c.render(page, { title, status: errors ? 422 : 200 })
}
