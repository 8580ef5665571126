import { addWorkingDays } from '../../core/calendar/calendar.ts'
import { readCalendar, today } from '../../core/calendar/reading.ts'
import type { Running } from '../../core/console.ts'
import { newId } from '../../core/db/id.ts'
import { recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'
import { insertMany } from '../../core/seed/insert.ts'
import type { Strictness } from '../matrix/schema.ts'
import { readStrictness } from '../matrix/strictness.ts'
import { pauseProgramme, rolloutAlone } from '../plan/programme.ts'
import { turnStage } from '../plan/stage-rows.ts'
import { addCorrective } from '../plan/work-items.ts'
import { lockGate } from './criteria.ts'
import { readFallen } from './fallen.ts'
import type { Evaluation, Judged } from './formula.ts'
import { families, type Gate, type GateCode } from './gates.ts'
import { evaluateGate, readStanding, type Standing, type Weighed } from './room.ts'
import { gateDecisions, type Outcome } from './schema.ts'

/** What lets a failing gate be passed all the same. */
export type Override = {
  expiresOn: string | null
  compensation: string | null
  /** Who proposed it, where two must agree. */
  second?: string
}

export type Wish = {
  gate: GateCode
  /** The latest decision at this gate that the person had seen; null for none. */
  seen: string | null
  outcome: Outcome
  reason: string
  dissent: string
  override?: Override
}

/** Why nothing was decided; each is a sentence of the messages. */
export type Refused =
  | 'noPlan'
  | 'paused'
  | 'notNext'
  | 'changed'
  | 'unlawful'
  | 'insufficient'
  | 'needsOverride'
  | 'shortReason'
  | 'needsExpiry'
  | 'needsSecond'

export type Decided = { ok: true; id: string } | { ok: false; why: Refused }

/** A person who overrides a gate says why in at least so many signs (R15). */
export const leastReason = 50

/**
 * Decides at a gate, and does what follows: goes on, sets corrective work, or stops. All of it in
 * the transaction of the scope, alone: where the rollout stands, whether it is paused, and the
 * evidence are read anew in there, so that of many who decide at once one does.
 */
export async function decideGate(scope: Scope, running: Running, wish: Wish): Promise<Decided> {
  await rolloutAlone(scope)
  const standing = await readStanding(scope)
  if (!standing) return refuse('noPlan')
  if (standing.programme.pausedAt) return refuse('paused')
  const { gate } = standing
  if (gate?.code !== wish.gate) return refuse('notNext')
  const latest = standing.latest.find(({ gate: code }) => code === gate.code)
  if ((latest?.id ?? null) !== wish.seen) return refuse('changed')
  const found = await evaluateGate(scope, running, standing, gate)
  const strictness = await readStrictness(scope)
  const overrides = wish.outcome === 'go' && found.suggestion !== 'go'
  const wrong = wish.outcome === 'go' || wish.outcome === 'conditional' ? unfit(found, wish) : null
  if (wrong) return refuse(wrong)
  const missing = overrides ? missingFrom(wish, strictness) : null
  if (missing) return refuse(missing)
  const id = await write(scope, wish, { found, strictness, overrides, standing, gate })
  return { ok: true, id }
}

const refuse = (why: Refused): Decided => ({ ok: false, why })

/** What no reason helps against: law and security, and calling too little evidence a half success. */
function unfit(found: Evaluation<Weighed>, { outcome }: Wish): Refused | null {
  if (outcome === 'go') return found.unlawful.length > 0 ? 'unlawful' : null
  if (found.suggestion === 'insufficient') return 'insufficient'
  return found.suggestion === 'go' || found.suggestion === 'conditional' ? null : 'needsOverride'
}

/** What an override lacks, by how strict the company is with itself. */
export function missingFrom(
  { reason, override }: Pick<Wish, 'reason' | 'override'>,
  strictness: Strictness,
): Refused | null {
  if (!override) return 'needsOverride'
  if (strictness === 'simple') return null
  if ([...reason].length < leastReason) return 'shortReason'
  if (!override.expiresOn || !override.compensation) return 'needsExpiry'
  return strictness === 'strict' && !override.second ? 'needsSecond' : null
}

type Case = {
  found: Evaluation<Weighed>
  strictness: Strictness
  overrides: boolean
  standing: Standing
  gate: Gate
}

/** Working days until a conditional gate is looked at again: between two and four weeks. */
const recheckDays = 15

async function write(scope: Scope, wish: Wish, about: Case): Promise<string> {
  const { found, strictness, overrides, standing, gate } = about
  const { outcome, reason, dissent, override } = wish
  const id = newId()
  const day = today(scope)
  const needsWork = outcome === 'conditional' || outcome === 'redesign' || overrides
  const recheckOn = addWorkingDays(await readCalendar(scope), day, recheckDays)
  const lacking = needsWork ? found.judged.filter(isLacking).map(({ metric }) => metric) : []
  // What has fallen since the last review is worked on, whatever the review says.
  const fallen = gate.family === 'G6' ? await readFallen(scope) : []
  const actions = await addCorrective(
    scope,
    [...new Set([...lacking, ...fallen.map(({ metric }) => metric.code)])].map((metric) => ({
      ...{ stage: gate.stage, code: `gate.${gate.family}.${metric}` },
      ...{ ownerId: standing.programme.leadId, dueOn: recheckOn },
    })),
  )
  await insertMany(scope, gateDecisions, [
    {
      ...{ id, gate: gate.code, at: scope.now(), inputs: found.judged, score: found.score },
      ...{ suggested: found.suggestion, outcome, override: overrides, strictness, reason, dissent },
      expiresOn: overrides ? (override?.expiresOn ?? null) : null,
      compensation: overrides ? (override?.compensation ?? null) : null,
      recheckOn: outcome === 'conditional' ? recheckOn : null,
      ...{ decidedBy: scope.actorId, secondBy: override?.second ?? null, actions },
    },
  ])
  await recordAudit(scope, {
    ...{ action: 'decided', object: 'flags.gate', recordId: gate.code, reason },
    after: { outcome, score: found.score, override: overrides, strictness },
  })
  if (outcome === 'go' && gate.next) {
    await turnStage(scope, gate.stage, gate.next, day)
    await lockGate(scope, families[Number(gate.next.slice(1))] ?? 'G6')
  }
  if (outcome === 'stop') await pauseProgramme(scope, true, reason)
  return id
}

const isLacking = ({ attainment, isBelow, hard }: Judged): boolean =>
  attainment === null || isBelow || (hard && attainment !== 1)
