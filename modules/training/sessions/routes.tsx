import { type Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { baseUrl } from '../../../core/http/origin.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { learn, teach } from '../permissions.ts'
import { type Attendance, saveList, signIn } from './attending.ts'
import { hasCome } from './day.ts'
import { sessionText } from './messages.ts'
import { closeSession, planSession, readPlan } from './planning.ts'
import { readExpected, readLiveParts, readSession, readSessions, sessionOf } from './reading.ts'
import { PlanPage } from './views/plan.tsx'
import { SessionPage } from './views/session.tsx'
import { SessionsPage } from './views/sessions.tsx'
import { SignInPage } from './views/sign-in.tsx'

/** Live sessions: planning them, and who was there. */
export const sessionRoutes = new Hono<Site>()

const teacher = allow(teach)
const learner = allow(learn)

sessionRoutes.get('/sessions', teacher, async (c) => {
  const { scope } = c.var
  const page = <SessionsPage scope={scope} sessions={await readSessions(scope)} />
  return c.render(page, { title: sessionText(scope.locale).title })
})

sessionRoutes.get('/sessions/new', teacher, (c) => drawPlan(c, {}))

async function drawPlan(c: Context<Site>, raw: Raw, errors?: Errors) {
  const { scope } = c.var
  const parts = await readLiveParts(scope)
  const page = <PlanPage {...{ scope, parts, raw, errors }} once={onceKey(raw)} />
  return c.render(page, { title: sessionText(scope.locale).plan, status: errors ? 422 : 200 })
}

sessionRoutes.post('/sessions', teacher, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const { plan, errors } = await readPlan(scope, raw, await readLiveParts(scope))
  if (errors) return drawPlan(c, raw, errors)
  const href = await once(
    scope,
    raw,
    async () => `/training/sessions/${await planSession(scope, plan)}`,
  )
  const text = sessionText(scope.locale).planned
  return go(c, href ?? '/training/sessions', { kind: 'success', text })
})

sessionRoutes.get('/sessions/:id', teacher, async (c) => {
  const { scope, product } = c.var
  const session = await readSession(scope, pathId(c))
  const expected = await readExpected(scope, session)
  const address = `${baseUrl(product.env)}/training/sign-in?code=${session.code}`
  const page = <SessionPage {...{ scope, session, expected, address }} />
  return c.render(page, { title: sessionText(scope.locale).title })
})

const isAttendance = (text: string | undefined): text is Attendance =>
  text === 'present' || text === 'absent' || text === 'excused'

sessionRoutes.post('/sessions/:id/list', teacher, async (c) => {
  const { scope, product } = c.var
  const session = await readSession(scope, pathId(c))
  const { raw } = await readForm(c)
  const expected = await readExpected(scope, session)
  await saveList(scope, product.registry, session, expected, (userId) => {
    const state = raw[`state-${userId}`]
    return isAttendance(state) ? state : undefined
  })
  const text = sessionText(scope.locale).listSaved
  return go(c, `/training/sessions/${session.id}`, { kind: 'success', text })
})

sessionRoutes.post('/sessions/:id/close', teacher, async (c) => {
  const { scope } = c.var
  const session = await readSession(scope, pathId(c))
  await closeSession(scope, session)
  const t = sessionText(scope.locale)
  const text = hasCome(scope, session) ? t.closed : t.calledOff
  return go(c, '/training/sessions', { kind: 'success', text })
})

sessionRoutes.get('/sign-in', learner, (c) => drawSignIn(c, c.req.query('code') ?? ''))

function drawSignIn(c: Context<Site>, code: string, error?: string) {
  const page = <SignInPage locale={c.var.scope.locale} {...{ code, error }} />
  const title = sessionText(c.var.scope.locale).signIn.title
  return c.render(page, { title, status: error ? 422 : 200 })
}

sessionRoutes.post('/sign-in', learner, async (c) => {
  const { scope, product } = c.var
  const t = sessionText(scope.locale).signIn
  const { raw } = await readForm(c)
  const code = (raw.code ?? '').normalize('NFKC').replaceAll(/\D/g, '')
  const session = code ? await sessionOf(scope, code) : undefined
  if (!session) return drawSignIn(c, raw.code ?? '', t.unknown)
  const outcome = await signIn(scope, product.registry, session)
  if (outcome !== 'done') return drawSignIn(c, code, t[outcome])
  return go(c, `/training/courses/${session.courseId}`, { kind: 'success', text: t.done })
})
