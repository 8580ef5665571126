import { type Context, Hono } from 'hono'
import { may } from '../../core/access/person.ts'
import { allow } from '../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../core/http/form.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { readReason } from '../reason-field.ts'
import { planText } from './messages.ts'
import { proposeForm, weigh } from './pilot.ts'
import { choosePilot, readCandidates, readKnown } from './pilot-choice.ts'
import { readProgramme } from './programme.ts'
import { readStages } from './stage-rows.ts'
import { PilotPage } from './views/pilot.tsx'

/** Choosing the form of the pilot: a proposal with its reasons, and the choice with its own. */
export const pilotRoutes = new Hono<Site>()

const place = '/rollout/plan/pilot'

pilotRoutes.get('/', allow('core.rollout.view'), (c) => draw(c, {}))

pilotRoutes.post('/', allow('core.rollout.manage'), async (c) => {
  const { scope, product } = c.var
  const t = planText(scope.locale).pilot
  const { raw } = await readForm(c)
  const errors: Errors = {}
  if (await hasBegun(c)) errors[''] = t.notYet
  const form = raw.shape === 'part' || raw.shape === 'department' ? raw.shape : undefined
  if (!form) errors.shape = t.chooseForm
  const known = await readCandidates(scope, product)
  const department = known.find(({ id }) => id === raw.department)
  if (form === 'department' && !department) errors.department = t.chooseDepartment
  const { reason, error } = readReason(c, raw)
  if (error) errors.reason = error
  if (!form || Object.keys(errors).length > 0) return draw(c, raw, errors)
  const departmentId = form === 'department' ? (department?.id ?? null) : null
  await choosePilot(scope, { form, departmentId, reason })
  return go(c, place, { kind: 'success', text: t.saved })
})

/** Once the pilot has begun its form stands. */
const hasBegun = async (c: Context<Site>): Promise<boolean> =>
  (await readStages(c.var.scope)).some(({ code, startedOn }) => code === 'S3' && startedOn !== null)

async function draw(c: Context<Site>, raw: Raw, errors?: Errors) {
  const { scope, product } = c.var
  const programme = await readProgramme(scope)
  if (!programme) return go(c, '/rollout/plan')
  const risky = new Set(c.req.queries('risky') ?? [])
  const judged = c.req.query('weighed') !== undefined
  const handovers = c.req.query('handovers') === 'on'
  const candidates = (await readCandidates(scope, product)).map((one) =>
    judged ? { ...one, risky: risky.has(one.id) } : one,
  )
  const known = await readKnown(scope, product)
  const departments = weigh(candidates, known)
  const comparable = departments[0]?.verdicts.comparable === 'yes'
  const page = (
    <PilotPage
      locale={scope.locale}
      programme={programme}
      departments={departments}
      proposal={proposeForm(known, handovers, comparable)}
      handovers={handovers}
      raw={raw}
      errors={errors}
      mayChoose={may(scope.user, 'core.rollout.manage') && !(await hasBegun(c))}
    />
  )
  return c.render(page, { title: planText(scope.locale).pilot.title, status: errors ? 422 : 200 })
}
