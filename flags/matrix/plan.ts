import type { Running } from '../../core/console.ts'
import type { Module } from '../../core/module.ts'
import type { Scope } from '../../core/scope.ts'
import { changeModule, type Intent, latestChange } from '../change.ts'
import { decisionFor } from '../gates/decision-for.ts'
import { type Effect, previewRows } from '../preview.ts'
import { readModuleRows } from '../rows.ts'
import type { ModuleRows } from '../schema.ts'
import type { Audience } from '../snapshot.ts'
import { type Asks, asksOf, readStrictness } from './strictness.ts'

/** What stands on every new row: when, by whom, why, and until when it is to be looked at again. */
export type Origin = Pick<Audience, 'since' | 'by' | 'reason' | 'expiresOn'>

/** A change of a module that is asked for and not made yet. */
export type Plan<M extends Pick<Module, 'id'> = Module> = {
  module: M
  intent: Pick<Intent, 'action' | 'cell' | 'undoes'>
  /** The latest change of the module when it was asked for; null for none. Left out by who did not look. */
  seen?: string | null | undefined
  /** All of the module as it would be. */
  rows: (rows: ModuleRows, origin: Origin) => ModuleRows
  /** Whether it takes a cell a step further, even where nobody gains by it. */
  advances?: boolean
  /** The step whose gate is asked; `on` when left out. */
  to?: 'pilot' | 'on'
  /** It brings back rows that have their own day to look again. */
  restores?: boolean
}

/** What a change would mean, and what it must bring along. */
export type Weighed = { before: ModuleRows; after: ModuleRows; effects: Effect[]; asks: Asks }

/** Weighs a change by the rows there are now. */
export async function weigh(
  scope: Scope,
  running: Running,
  { module, rows, advances = false, to = 'on', restores = false }: Plan<Pick<Module, 'id'>>,
): Promise<Weighed> {
  const before = await readModuleRows(scope.db, scope.company.id, module.id)
  const after = rows(before, originOf(scope, { reason: '' }))
  const { modules } = running.registry
  const effects = await previewRows(scope, modules, module.id, after)
  const widens =
    advances ||
    effects.some(gives) ||
    // Nobody gains by what is opened behind a stop, until it ends: and then nobody is asked.
    (await previewRows(scope, modules, module.id, after, { stops: false })).some(gives)
  const ruling = widens ? await decisionFor(scope, running, { to }) : undefined
  const asks = asksOf(await readStrictness(scope), widens, ruling)
  // What was there before has had its gate and its day; law and security are asked anew.
  return {
    before,
    after,
    effects,
    asks: restores ? { ...asks, expiry: false, gate: undefined } : asks,
  }
}

const gives = ({ gained, widened }: Effect): boolean => gained.length + widened.length > 0

export type Answers = { reason: string; expiresOn?: string | undefined }

/** @returns the id of the change; undefined when there was nothing to change */
export const makeChange = (
  scope: Scope,
  { module, intent, seen, rows }: Plan<Pick<Module, 'id'>>,
  { strictness, gate }: Asks,
  answers: Answers,
  secondBy?: string,
): Promise<string | undefined> =>
  changeModule(
    scope,
    module,
    {
      ...intent,
      seen,
      reason: answers.reason,
      decided: { strictness, decisionId: gate?.decision?.id, secondBy },
    },
    (before) => rows(before, originOf(scope, answers)),
  )

/** What a second person would have to decide: the rows of now, with the change made to them. */
export async function wishOf(
  scope: Scope,
  { module, intent, rows, to, restores }: Plan,
  answers: Answers,
) {
  const before = await readModuleRows(scope.db, scope.company.id, module.id)
  return {
    module: module.id,
    rows: rows(before, originOf(scope, answers)),
    intent: { ...intent, to, restores, seen: await latestChange(scope, module.id) },
    strictness: null,
  }
}

/** What stands on what is made now. */
export const originOf = (scope: Scope, { reason, expiresOn }: Answers): Origin => ({
  since: scope.now().toISOString(),
  reason,
  ...(expiresOn ? { expiresOn } : {}),
  ...(scope.actorId ? { by: scope.actorId } : {}),
})
