import { type Context, Hono } from 'hono'
import { allowAll } from '../../core/http/allow.ts'
import { Fields } from '../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../core/http/form.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { answerRun, readInvitation } from '../surveys/answering.ts'
import { readAnswers } from '../surveys/answers.ts'
import { surveysText } from '../surveys/messages.ts'
import { AnswerPage } from '../surveys/views/answer.tsx'
import { elements } from './formula.ts'
import { adkarText } from './messages.ts'
import { kind } from './reading.ts'

/** The five statements as those see them who are asked. */
export const answerRoutes = new Hono<Site>()

const place = '/rollout/people/answer'
const names = Object.fromEntries(elements.map((element) => [element, element]))

answerRoutes.get('/', allowAll, (c) => draw(c, {}))

answerRoutes.post('/', allowAll, async (c) => {
  const { scope } = c.var
  const t = surveysText(scope.locale)
  const invitation = await readInvitation(scope, kind)
  if (!invitation || invitation.answered) return go(c, place)
  const { raw } = await readForm(c)
  const fields = new Fields(raw, scope.locale)
  const answers = readAnswers(raw, fields, names, t.chooseOne)
  if (!fields.ok) return draw(c, raw, fields.errors)
  await answerRun(scope, invitation.runId, answers, '')
  return go(c, place, { kind: 'success', text: t.thanks })
})

async function draw(c: Context<Site>, raw: Raw, errors?: Errors) {
  const { scope } = c.var
  const { statements, survey } = adkarText(scope.locale)
  const isAsked = (await readInvitation(scope, kind))?.answered === false
  const page = (
    <AnswerPage
      locale={scope.locale}
      title={survey.title}
      action={place}
      statements={isAsked ? elements.map((name) => ({ name, label: statements[name] })) : undefined}
      raw={raw}
      errors={errors}
      intro={
        <>
          <p>{survey.intro}</p>
          <p class="remark">{surveysText(scope.locale).anonymous}</p>
        </>
      }
    />
  )
  return c.render(page, { title: survey.title, status: errors ? 422 : 200 })
}
