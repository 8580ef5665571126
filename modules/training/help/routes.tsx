import { type Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { Fields } from '../../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { ownPath } from '../../../core/http/own-path.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go, stay } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { parseText } from '../../../core/values/text.ts'
import { noteLearning } from '../learning/events.ts'
import { learn } from '../permissions.ts'
import { playerOf, storyOf } from '../tours/story.ts'
import { readTours } from '../tours/tours.ts'
import {
  answerRequest,
  ask,
  type HelpRequest,
  mostAsked,
  readAnswering,
  readRequest,
  readRequests,
} from './asking.ts'
import { helpText } from './messages.ts'
import { isAt } from './place.ts'
import { readTopics, topicsAt, topicsNamed } from './topics.ts'
import { HelpPage } from './views/help.tsx'
import { RequestPage, RequestsPage } from './views/requests.tsx'

/** Help on the page somebody is on, and the questions they ask. */
export const helpRoutes = new Hono<Site>()

const learner = allow(learn)

/** The longest address that is believed to be one of ours. */
const mostPath = 300

const pageOf = (given: string | undefined): string => {
  const path = ownPath(given).replace(/[?#].*$/, '')
  return path.length > mostPath ? '/' : path
}

helpRoutes.get('/help', learner, (c) => drawHelp(c, pageOf(c.req.query('at')), c.req.query('q')))

type Back = { raw?: Raw; errors?: Errors; done?: 'thanks' | 'sent' }

async function drawHelp(c: Context<Site>, path: string, typed = '', back: Back = {}) {
  const { scope, product } = c.var
  const query = typed.slice(0, 100).trim()
  const field = c.req.query('field') ?? ''
  const [all, tours, answering] = await Promise.all([
    readTopics(product.registry, scope),
    readTours(scope),
    readAnswering(scope),
  ])
  const { registry } = product
  const telling = { scope, registry, player: playerOf(product) }
  const page = (
    <HelpPage
      {...{ scope, path, query, field, answering, ...back }}
      topics={query ? topicsNamed(scope, all, query) : topicsAt(all, path, field)}
      tours={tours
        .filter(({ start }) => isAt(start, path))
        .map((tour) => ({ tour, story: storyOf(telling, tour) }))}
      once={onceKey(back.raw)}
    />
  )
  return c.render(page, { title: helpText(scope.locale).title, status: back.errors ? 422 : 200 })
}

/** The page tells that help was opened over it: what only reads writes nothing. */
helpRoutes.post('/help', learner, async (c) => {
  await noteLearning(c.var.scope, [{ kind: 'help.opened', object: pageOf(c.req.query('at')) }])
  return c.body(null, 204)
})

helpRoutes.post('/help/opinions', learner, async (c) => {
  const { scope, product } = c.var
  const { raw } = await readForm(c)
  const all = await readTopics(product.registry, scope)
  const topic = all.find(({ id, code }) => (id ?? code) === raw.topic)
  if (!topic) throw notFound()
  const data = { useful: raw.useful === 'yes' }
  await noteLearning(scope, [{ kind: 'help.topic_useful', object: raw.topic ?? '', data }])
  const text = helpText(scope.locale).thanks
  const path = pageOf(raw.at)
  return stay(c, path, { kind: 'success', text }, () =>
    drawHelp(c, path, raw.q, { done: 'thanks' }),
  )
})

helpRoutes.get('/help-requests', learner, async (c) => {
  const { scope } = c.var
  const page = <RequestsPage scope={scope} requests={await readRequests(scope)} />
  return c.render(page, { title: helpText(scope.locale).requests.title })
})

helpRoutes.post('/help-requests', learner, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const t = helpText(scope.locale).ask
  const path = pageOf(raw.at)
  const fields = new Fields(raw, scope.locale)
  const parse = (text: string) => parseText(text, { most: mostAsked })
  const question = fields.need('question', t.question, parse, '')
  if (!fields.ok) return drawHelp(c, path, '', { raw, errors: fields.errors })
  const made = await once(
    scope,
    raw,
    async () => `/training/help-requests/${await ask(scope, path, question)}`,
  )
  const to = made ? path : '/training/help-requests'
  return stay(c, to, { kind: 'success', text: t.sent }, () =>
    drawHelp(c, path, '', { done: 'sent' }),
  )
})

helpRoutes.get('/help-requests/:id', learner, async (c) =>
  drawRequest(c, await readRequest(c.var.scope, pathId(c))),
)

function drawRequest(c: Context<Site>, request: HelpRequest, back?: { raw: Raw; errors: Errors }) {
  const page = <RequestPage scope={c.var.scope} request={request} {...back} />
  const title = helpText(c.var.scope.locale).requests.question
  return c.render(page, { title, status: back ? 422 : 200 })
}

helpRoutes.post('/help-requests/:id/answer', learner, async (c) => {
  const { scope } = c.var
  const request = await readRequest(scope, pathId(c))
  if (!request.mayAnswer) throw notFound()
  const { raw } = await readForm(c)
  const t = helpText(scope.locale).requests
  const fields = new Fields(raw, scope.locale)
  const parse = (text: string) => parseText(text, { most: mostAsked })
  const answer = fields.need('answer', t.answer, parse, '')
  if (!fields.ok) return drawRequest(c, request, { raw, errors: fields.errors })
  const saved = await answerRequest(scope, request, answer)
  return go(
    c,
    `/training/help-requests/${request.id}`,
    saved ? { kind: 'success', text: t.saved } : { kind: 'danger', text: t.meanwhile },
  )
})
