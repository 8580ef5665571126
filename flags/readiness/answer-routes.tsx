import { type Context, Hono } from 'hono'
import { allowAll } from '../../core/http/allow.ts'
import { Fields } from '../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../core/http/form.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { parseText } from '../../core/values/text.ts'
import { answerRun, readInvitation } from '../surveys/answering.ts'
import { readRuns } from '../surveys/runs.ts'
import { readinessText } from './messages.ts'
import { askedOf } from './questions.ts'
import { kind } from './reading.ts'
import { AnswerPage } from './views/answer.tsx'

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
  const answers: Record<string, number | null> = {}
  for (const { number } of asked.questions) {
    const said = raw[`q${number}`]
    if (said === '0') answers[number] = null
    else if (said && /^[1-5]$/.test(said)) answers[number] = Number(said)
    else fields.refuse(`q${number}`, t.needed)
  }
  const comment = fields.may('comment', (text) => parseText(text, { most: 1000 })) ?? ''
  if (!fields.ok) return draw(c, raw, fields.errors)
  await answerRun(scope, asked.runId, answers, comment)
  return go(c, place, { kind: 'success', text: t.thanks })
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
  const page = <AnswerPage locale={locale} asked={await readAsked(c)} raw={raw} errors={errors} />
  const { title } = readinessText(locale).survey
  return c.render(page, { title, status: errors ? 422 : 200 })
}
