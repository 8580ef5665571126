import { sql } from 'drizzle-orm'
import { readCalendar, today } from '../../core/calendar/reading.ts'
import type { Running } from '../../core/console.ts'
import type { Scope } from '../../core/scope.ts'
import type { Reading } from '../evidence/metric.ts'
import { metricOf } from '../evidence/metrics.ts'
import { openEvidence } from '../evidence/reading.ts'
import type { Evaluation } from '../gates/formula.ts'
import { evaluateGate, readStanding, type Standing, type Weighed } from '../gates/room.ts'
import { outlook } from '../plan/slip.ts'
import { currentOf } from '../plan/stage-rows.ts'
import { residual } from '../risks/formula.ts'
import { type Risk, readRisks } from '../risks/risks.ts'
import { type Health, healthOf } from './health.ts'

/** What the sponsor sees on one page: how far, what comes next, what is in the way, what it costs. */
export type Overview = {
  standing: Standing
  /** Of the next gate; undefined behind the last one. */
  evaluation: Evaluation<Weighed> | undefined
  blockers: Blocker[]
  health: Health
  /** Readings by the codes of their figures. */
  readings: ReadonlyMap<string, Reading>
  /** Working days behind the first plan, of the stage under way. */
  slip: number
  /** The heaviest that are not settled. */
  risks: Risk[]
}

/** What keeps the rollout from going on; each is told in a sentence and leads to its page. */
export type Blocker =
  | { kind: 'fails' | 'below' | 'unknown' | 'unlawful'; criterion: Weighed; reading: Reading }
  | { kind: 'late'; items: number }
  | { kind: 'paused' }

/** The figures that health and the head of the page are made of. */
const shown = [
  'training.coverage',
  'adoption.index',
  'data.quality',
  'risk.residual',
  'cost.per-adopter',
  'cost.over-plan',
] as const

/** @returns undefined before there is a plan */
export async function readOverview(scope: Scope, running: Running): Promise<Overview | undefined> {
  const standing = await readStanding(scope)
  if (!standing) return undefined
  const evaluation = standing.gate && (await evaluateGate(scope, running, standing, standing.gate))
  const readings = await readShown(scope, running)
  const read = (code: (typeof shown)[number]) => readings.get(code)?.value
  const overPlan = read('cost.over-plan')
  const current = currentOf(standing.stages)
  const slips = outlook(await readCalendar(scope), standing.stages, today(scope))
  return {
    standing,
    evaluation,
    readings,
    blockers: blockersOf(standing, evaluation, await countLate(scope)),
    health: healthOf({
      coverage: read('training.coverage'),
      adoption: read('adoption.index'),
      quality: read('data.quality'),
      risk: read('risk.residual'),
      ...(overPlan === undefined ? {} : { forecast: 100 + overPlan, envelope: 100 }),
    }),
    slip: (current && slips.get(current.code)?.slip) ?? 0,
    risks: topRisks(await readRisks(scope)),
  }
}

const mostRisks = 3

/** What has come true before what may, then what weighs most after the response. */
const topRisks = (all: readonly Risk[]): Risk[] =>
  all
    .filter(({ state }) => state !== 'closed')
    .toSorted(
      (one, other) =>
        Number(other.state === 'open') - Number(one.state === 'open') ||
        residual(other) - residual(one),
    )
    .slice(0, mostRisks)

async function readShown(scope: Scope, running: Running): Promise<Map<string, Reading>> {
  const read = await openEvidence(scope, running)
  const readings = new Map<string, Reading>()
  for (const code of shown) {
    const metric = metricOf(code)
    if (metric) readings.set(code, await read(metric))
  }
  return readings
}

/** Pieces of work of the stage under way that should have been done by now. */
async function countLate(scope: Scope): Promise<number> {
  const [row] = await scope.db.execute<{ late: number }>(sql`
    select count(*)::int as late from flags.work_items i
    join flags.stages s on s.company_id = i.company_id and s.code = i.stage
    where i.company_id = ${scope.company.id} and i.done_on is null and i.dropped_at is null
      and i.due_on < ${today(scope)} and s.started_on is not null`)
  return row?.late ?? 0
}

/** What is in the way, the worst first: law and security, what must hold, what lies too low, what nobody knows. */
export function blockersOf(
  { programme }: Pick<Standing, 'programme'>,
  evaluation: Evaluation<Weighed> | undefined,
  late: number,
): Blocker[] {
  const judged = evaluation?.judged ?? []
  const rank = { unlawful: 0, fails: 1, below: 2, unknown: 3 }
  const found = judged.flatMap((one): Extract<Blocker, { criterion: unknown }>[] => {
    const kind = blocksAs(one)
    return kind ? [{ kind, criterion: one, reading: one.reading }] : []
  })
  return [
    ...(programme.pausedAt ? [{ kind: 'paused' as const }] : []),
    ...found.sort((one, other) => rank[one.kind] - rank[other.kind]),
    ...(late > 0 ? [{ kind: 'late' as const, items: late }] : []),
  ]
}

function blocksAs(
  one: Evaluation<Weighed>['judged'][number],
): 'fails' | 'below' | 'unknown' | 'unlawful' | undefined {
  const missing = one.attainment === null
  if (one.kind && (missing || one.attainment !== 1)) return 'unlawful'
  if (missing) return 'unknown'
  if (one.hard) return one.attainment === 1 ? undefined : 'fails'
  return one.isBelow ? 'below' : undefined
}
