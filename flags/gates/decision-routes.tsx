import { type Context, Hono } from 'hono'
import { today } from '../../core/calendar/reading.ts'
import { allow } from '../../core/http/allow.ts'
import { Fields } from '../../core/http/fields.ts'
import { type Raw, readForm } from '../../core/http/form.ts'
import { once } from '../../core/http/once.ts'
import { pathId } from '../../core/http/path-id.ts'
import { notFound } from '../../core/http/refusal.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { notify } from '../../core/notify/notify.ts'
import { parseDate } from '../../core/values/date.ts'
import { parseText } from '../../core/values/text.ts'
import { readProgramme } from '../plan/programme.ts'
import { type Decided, decideGate, type Refused, type Wish } from './deciding.ts'
import type { GateCode } from './gates.ts'
import { gatesText } from './messages.ts'
import { closeProposal, proposeOverride, readProposals } from './proposals.ts'
import { drawRoom, gateIn, gatePlace } from './room-page.tsx'
import type { Outcome } from './schema.ts'

/** Deciding at a gate; where two must agree, agreeing to what another proposed. */
export const decisionRoutes = new Hono<Site>()

const decide = allow('core.rollout.decide')

const isOutcome = (text: string | undefined): text is Outcome =>
  text === 'go' || text === 'conditional' || text === 'redesign' || text === 'stop'

/** Beside which field a refusal stands; the others are about the decision as a whole. */
const fieldOf: Partial<Record<Refused, string>> = {
  needsOverride: 'override',
  shortReason: 'reason',
  needsExpiry: 'expiresOn',
}

decisionRoutes.post('/', decide, async (c) => {
  const { scope, product } = c.var
  const t = gatesText(scope.locale)
  const { gate } = await gateIn(c)
  const { raw } = await readForm(c)
  const { wish, fields } = readWish(c, raw, gate.code)
  if (!wish || !fields.ok) return drawRoom(c, { raw, errors: fields.errors })
  let decided: Decided | undefined
  const place = gatePlace(gate)
  await once(scope, raw, async () => {
    decided = await decideGate(scope, product, wish)
    return decided.ok ? place : undefined
  })
  if (decided?.ok === false) {
    const { why } = decided
    if (why === 'needsSecond') return propose(c, wish)
    const errors = { [fieldOf[why] ?? '']: t.refused[why] }
    const isLate = why === 'changed' || why === 'notNext'
    return drawRoom(c, { raw, errors, status: isLate ? 409 : 422 })
  }
  return go(c, place, { kind: 'success', text: t.decided(t.outcomes[wish.outcome]) })
})

/** In strict companies an override is a proposal, until somebody else agrees. */
async function propose(c: Context<Site>, wish: Wish) {
  const { scope } = c.var
  const { gate, reason, dissent, override } = wish
  const id = await proposeOverride(scope, {
    ...{ gate, reason, dissent },
    expiresOn: override?.expiresOn ?? '',
    compensation: override?.compensation ?? '',
  })
  const programme = await readProgramme(scope)
  const people = [programme?.sponsorId, programme?.leadId].filter((one) => one !== undefined)
  await notify(scope, people, 'rollout.override-proposed', { recordId: id }, { gate })
  const text = gatesText(scope.locale).proposed
  return go(c, `/rollout/gates/${gate}`, { kind: 'info', text })
}

decisionRoutes.post('/:id/agree', decide, async (c) => {
  const { scope, product } = c.var
  const t = gatesText(scope.locale)
  const { gate, standing } = await gateIn(c)
  const id = pathId(c)
  const proposal = (await readProposals(scope, gate.code)).find((one) => one.id === id)
  if (!proposal || proposal.proposedBy === scope.user.id) throw notFound()
  const { reason, dissent, expiresOn, compensation, proposedBy } = proposal
  const latest = standing.latest.find((one) => one.gate === gate.code)
  const decided = await decideGate(scope, product, {
    ...{ gate: gate.code, seen: latest?.id ?? null, outcome: 'go', reason, dissent },
    override: { expiresOn, compensation, second: proposedBy },
  })
  if (!decided.ok) return drawRoom(c, { errors: { '': t.refused[decided.why] } })
  await closeProposal(scope, id, decided.id)
  return go(c, gatePlace(gate), { kind: 'success', text: t.decided(t.outcomes.go) })
})

/**
 * Reads the form of a decision.
 * @param raw fields outcome, reason, dissent, seen, override (on), expiresOn, compensation
 */
function readWish(c: Context<Site>, raw: Raw, gate: GateCode): { wish?: Wish; fields: Fields } {
  const { scope } = c.var
  const t = gatesText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const words = (text: string) => parseText(text, { most: 2000 })
  const reason = fields.may('reason', words)
  if (!reason) fields.refuse('reason', t.needReason)
  const dissent = fields.may('dissent', words) ?? ''
  const expiresOn = fields.may('expiresOn', parseDate)
  if (expiresOn && expiresOn <= today(scope)) fields.refuse('expiresOn', t.expiryPast)
  const compensation = fields.may('compensation', words)
  if (!isOutcome(raw.outcome)) {
    fields.refuse('outcome', t.chooseOutcome)
    return { fields }
  }
  const wish: Wish = {
    ...{ gate, seen: raw.seen || null, outcome: raw.outcome, reason: reason ?? '', dissent },
    ...(raw.override === 'on' ? { override: { expiresOn, compensation } } : {}),
  }
  return { wish, fields }
}
