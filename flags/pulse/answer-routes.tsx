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
import { items, keyOf } from './formula.ts'
import { pulseText } from './messages.ts'
import { askedAbout, kind } from './reading.ts'

/** The two statements on each module, as those see them who are asked. */
export const answerRoutes = new Hono<Site>()

const place = '/rollout/people/pulse/answer'

answerRoutes.get('/', allowAll, (c) => draw(c, {}))

answerRoutes.post('/', allowAll, async (c) => {
  const { scope } = c.var
  const t = surveysText(scope.locale)
  const invitation = await readInvitation(scope, kind)
  if (!invitation || invitation.answered) return go(c, place)
  const { raw } = await readForm(c)
  const fields = new Fields(raw, scope.locale)
  const names = Object.fromEntries(statementsOf(c).map(({ name }) => [name, name]))
  const answers = readAnswers(raw, fields, names, t.chooseOne)
  if (!fields.ok) return draw(c, raw, fields.errors)
  await answerRun(scope, invitation.runId, answers, '')
  return go(c, place, { kind: 'success', text: t.thanks })
})

/** What this person is asked: about the modules that they have now. */
function statementsOf(c: Context<Site>) {
  const { scope, product } = c.var
  const t = pulseText(scope.locale)
  return askedAbout(scope, product.registry.modules).flatMap(({ id, title }) =>
    items.map((item) => ({ name: keyOf(id, item), label: t.items[item](title[scope.locale]) })),
  )
}

async function draw(c: Context<Site>, raw: Raw, errors?: Errors) {
  const { scope } = c.var
  const { survey } = pulseText(scope.locale)
  const isAsked = (await readInvitation(scope, kind))?.answered === false
  const statements = statementsOf(c)
  const page = (
    <AnswerPage
      locale={scope.locale}
      title={survey.title}
      action={place}
      statements={isAsked && statements.length > 0 ? statements : undefined}
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
