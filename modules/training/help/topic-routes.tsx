import { type Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { readSettings } from '../access/settings.ts'
import { teach } from '../permissions.ts'
import { helpText } from './messages.ts'
import { rawTopic, readTopicForm } from './topic-form.ts'
import { type OwnTopic, readOwnTopic, readOwnTopics, shippedTopics } from './topics.ts'
import { TopicFormPage } from './views/topic-form.tsx'
import { TopicsPage } from './views/topics.tsx'
import { changeTopic, dropTopic, publishTopic, writeTopic } from './writing.ts'

/** Where help texts are written. */
export const topicRoutes = new Hono<Site>()

const teacher = allow(teach)
const place = '/training/help-topics'

topicRoutes.get('/help-topics', teacher, async (c) => {
  const { scope } = c.var
  const [own, all] = await Promise.all([readOwnTopics(scope), shippedTopics()])
  const shipped = all.filter(({ code }) => !own.some((one) => one.code === code))
  const page = <TopicsPage {...{ scope, own, shipped }} />
  return c.render(page, { title: helpText(scope.locale).topics.title })
})

topicRoutes.get('/help-topics/new', teacher, async (c) => {
  const shipped = await shippedOne(c.req.query('of'))
  return drawForm(c, { code: shipped?.code ?? undefined, raw: rawTopic(c.var.scope, shipped) })
})

const shippedOne = async (code: string | undefined) =>
  (await shippedTopics()).find((one) => one.code === code)

type Drawn = { topic?: OwnTopic; code?: string | undefined; raw: Raw; errors?: Errors }

async function drawForm(c: Context<Site>, drawn: Drawn) {
  const { scope } = c.var
  const once = drawn.topic ? undefined : onceKey(drawn.raw)
  const { secondReviewer } = await readSettings(scope)
  const page = <TopicFormPage {...{ scope, once, secondReviewer }} {...drawn} />
  const title = helpText(c.var.scope.locale).topics.title
  return c.render(page, { title, status: drawn.errors ? 422 : 200 })
}

topicRoutes.post('/help-topics', teacher, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const replaced = await shippedOne(raw.of)
  const code = replaced?.code ?? null
  const { input, errors } = readTopicForm(scope, raw, replaced)
  if (errors) return drawForm(c, { code: code ?? undefined, raw, errors })
  const t = helpText(scope.locale).topics
  let isTaken = false
  await once(scope, raw, async () => {
    const id = await writeTopic(scope, input, code)
    isTaken = !id
    return id && `${place}/${id}`
  })
  const { secondReviewer } = await readSettings(scope)
  const text = isTaken ? t.taken : secondReviewer ? t.submitted : t.saved
  return go(c, place, { kind: isTaken ? 'danger' : 'success', text })
})

topicRoutes.get('/help-topics/:id', teacher, async (c) => {
  const topic = await readOwnTopic(c.var.scope, pathId(c))
  return drawForm(c, { topic, raw: rawTopic(c.var.scope, topic.proposed ?? topic) })
})

topicRoutes.post('/help-topics/:id', teacher, async (c) => {
  const { scope } = c.var
  const topic = await readOwnTopic(scope, pathId(c))
  const { raw } = await readForm(c)
  const { input, errors } = readTopicForm(scope, raw, topic.proposed ?? topic)
  if (errors) return drawForm(c, { topic, raw, errors })
  const t = helpText(scope.locale).topics
  const outcome = await changeTopic(scope, topic, versionOf(raw), input)
  if (outcome === 'conflict') return drawForm(c, { topic, raw, errors: { '': t.conflict } })
  return go(c, place, { kind: 'success', text: outcome === 'proposed' ? t.submitted : t.saved })
})

topicRoutes.post('/help-topics/:id/publish', teacher, async (c) => {
  const { scope } = c.var
  const topic = await readOwnTopic(scope, pathId(c))
  const { raw } = await readForm(c)
  const t = helpText(scope.locale).topics
  const outcome = await publishTopic(scope, topic, versionOf(raw))
  if (outcome === 'published') return go(c, place, { kind: 'success', text: t.saved })
  const text = outcome === 'own' ? t.waits : t.conflict
  return go(c, `${place}/${topic.id}`, { kind: 'danger', text })
})

topicRoutes.post('/help-topics/:id/archive', teacher, async (c) => {
  const { scope } = c.var
  await dropTopic(scope, await readOwnTopic(scope, pathId(c)))
  return go(c, place, { kind: 'success', text: helpText(scope.locale).topics.dropped })
})
