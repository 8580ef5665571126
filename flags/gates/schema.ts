import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { company, id, lifetime, moment } from '../../core/db/columns.ts'
import type { Strictness } from '../matrix/schema.ts'
import { flags } from '../schema.ts'
import type { Judged, Measure, Suggestion } from './formula.ts'

/** What a gate asks for. `gate` is its family: all waves share theirs. */
export const criteria = flags.table(
  'criteria',
  {
    companyId: company(),
    id: id(),
    gate: text('gate').notNull(),
    metric: text('metric').notNull(),
    place: text('place').$type<Measure['place']>().notNull(),
    floor: doublePrecision('floor').notNull(),
    target: doublePrecision('target').notNull(),
    weight: integer('weight').notNull(),
    critical: boolean('critical').notNull(),
    hard: boolean('hard').notNull(),
    minN: integer('min_n'),
    /** Changed after the gate was locked: when, and why. */
    lateAt: moment('late_at'),
    lateReason: text('late_reason'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('criteria_metric').on(t.companyId, t.gate, t.metric, t.place),
    check('criteria_place', sql`${t.place} in ('company', 'departments', 'pilot')`),
    check('criteria_weight', sql`${t.weight} between 0 and 100`),
    check('criteria_late', sql`(${t.lateAt} is null) = (${t.lateReason} is null)`),
  ],
)

/** Since when the criteria of a gate are locked, and by whom. */
export const gateLocks = flags.table(
  'gate_locks',
  {
    companyId: company(),
    gate: text('gate').notNull(),
    lockedAt: moment('locked_at').notNull().defaultNow(),
    lockedBy: uuid('locked_by'),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.gate] })],
)

export type Outcome = 'go' | 'conditional' | 'redesign' | 'stop'

/** What was decided at a gate, on which evidence: new rows only, by privilege. */
export const gateDecisions = flags.table(
  'gate_decisions',
  {
    companyId: company(),
    id: id(),
    gate: text('gate').notNull(),
    at: moment('at').notNull(),
    /** Every criterion with what it asked and what it read, as it was then. */
    inputs: jsonb('inputs').$type<Judged[]>().notNull(),
    score: doublePrecision('score'),
    suggested: text('suggested').$type<Suggestion>().notNull(),
    outcome: text('outcome').$type<Outcome>().notNull(),
    override: boolean('override').notNull(),
    strictness: text('strictness').$type<Strictness>().notNull(),
    reason: text('reason').notNull(),
    expiresOn: date('expires_on', { mode: 'string' }),
    compensation: text('compensation'),
    dissent: text('dissent').notNull().default(''),
    recheckOn: date('recheck_on', { mode: 'string' }),
    decidedBy: uuid('decided_by'),
    secondBy: uuid('second_by'),
    /** Work that follows from it. */
    actions: uuid('actions').array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('gate_decisions_gate').on(t.companyId, t.gate, t.id),
    check('gate_decisions_outcome', sql`${t.outcome} in ('go', 'conditional', 'redesign', 'stop')`),
    check(
      'gate_decisions_override',
      sql`not ${t.override} or ${t.strictness} = 'simple'
        or (char_length(${t.reason}) >= 50 and ${t.expiresOn} is not null
          and ${t.compensation} is not null)`,
    ),
    check(
      'gate_decisions_second',
      sql`not ${t.override} or ${t.strictness} <> 'strict'
        or (${t.secondBy} is not null and ${t.secondBy} is distinct from ${t.decidedBy})`,
    ),
  ],
)

/** An override that waits for its second person. */
export const overrideProposals = flags.table(
  'override_proposals',
  {
    companyId: company(),
    id: id(),
    gate: text('gate').notNull(),
    reason: text('reason').notNull(),
    expiresOn: date('expires_on', { mode: 'string' }).notNull(),
    compensation: text('compensation').notNull(),
    dissent: text('dissent').notNull().default(''),
    proposedBy: uuid('proposed_by').notNull(),
    proposedAt: moment('proposed_at').notNull().defaultNow(),
    closedAt: moment('closed_at'),
    closedBy: uuid('closed_by'),
    decisionId: uuid('decision_id'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    foreignKey({
      columns: [t.companyId, t.decisionId],
      foreignColumns: [gateDecisions.companyId, gateDecisions.id],
    }),
  ],
)

/** Going through a gate by itself at a set time, if the evidence still says go. */
export const advances = flags.table(
  'advances',
  {
    companyId: company(),
    id: id(),
    gate: text('gate').notNull(),
    dueAt: moment('due_at').notNull(),
    plannedBy: uuid('planned_by').notNull(),
    plannedAt: moment('planned_at').notNull().defaultNow(),
    /** Done, called off, or found impossible: then it is over. */
    closedAt: moment('closed_at'),
    closedBy: uuid('closed_by'),
    decisionId: uuid('decision_id'),
    /** Why it was put off or did not happen, as a code. */
    note: text('note'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('advances_due').on(t.companyId, t.closedAt, t.dueAt),
    foreignKey({
      columns: [t.companyId, t.decisionId],
      foreignColumns: [gateDecisions.companyId, gateDecisions.id],
    }),
  ],
)
