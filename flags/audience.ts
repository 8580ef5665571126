import { newId } from '../core/db/id.ts'
import type { Module } from '../core/module.ts'
import type { Scope } from '../core/scope.ts'
import { changeModule } from './change.ts'
import type { Change } from './history.ts'
import { type Origin, originOf, type Plan } from './matrix/plan.ts'
import type { ModuleRows } from './schema.ts'
import { type Audience, type Grant, subjectKey } from './snapshot.ts'

/** The id of the change; undefined when nothing had to be changed. */
type Done = Promise<string | undefined>

/**
 * Opening a module for exactly these subjects, as a plan: whoever is not among them loses it. Subjects
 * that had it before keep the date and the reason of then. A stopped module stays stopped.
 * @param seen the latest change the person had seen, so that nothing newer is overwritten
 */
export const planAudience = <M extends Pick<Module, 'id'>>(
  module: M,
  grants: readonly Grant[],
  seen?: string | null,
): Plan<M> => ({
  module,
  seen,
  intent: { action: grants.length > 0 ? 'opened' : 'closed' },
  rows: (rows, origin) => ({
    ...rows,
    audiences: grantedRows(module.id, rows.audiences, grants, origin),
  }),
})

/** Opens a module for exactly these subjects, by the plan above. What it must bring along is asked by the pages. */
export function openModule(
  scope: Scope,
  module: Pick<Module, 'id'>,
  grants: readonly Grant[],
  reason: string,
  seen?: string | null,
): Done {
  const { intent, rows } = planAudience(module, grants)
  return changeModule(scope, module, { ...intent, reason, seen }, (before) =>
    rows(before, originOf(scope, { reason })),
  )
}

/** Closes a module for everybody. Its data stay. */
export const closeModule = (
  scope: Scope,
  module: Pick<Module, 'id'>,
  reason: string,
  seen?: string | null,
): Done => openModule(scope, module, [], reason, seen)

/** Stops a module for everybody at once; who it was open for is kept for the day it is revived. */
export const killModule = (scope: Scope, module: Pick<Module, 'id'>, reason: string): Done =>
  changeModule(scope, module, { action: 'killed', reason }, killed(scope, module, reason))

/** A module's rows once it is stopped for everybody. */
export const killed =
  (scope: Scope, module: Pick<Module, 'id'>, reason: string) =>
  (rows: ModuleRows): ModuleRows => ({
    ...rows,
    kill: rows.kill ?? { id: newId(), module: module.id, ...originOf(scope, { reason }) },
  })

/** Lets a stopped module be on again for whom it was open. */
export const reviveModule = (scope: Scope, module: Pick<Module, 'id'>, reason: string): Done =>
  changeModule(scope, module, { action: 'revived', reason }, ({ kill: _, ...rows }) => rows)

/** Taking back a change, as a plan: exactly the rows before it, as long as it is still the latest. */
export const planUndo = <M extends Pick<Module, 'id'>>(
  module: M,
  { id, before }: Pick<Change, 'id' | 'before'>,
): Plan<M> => ({
  module,
  seen: id,
  intent: { action: 'undone', undoes: id },
  restores: true,
  rows: () => before,
})

/**
 * The rows of an audience once it consists of these grants. The later of two grants to one subject
 * counts.
 */
export function grantedRows(
  module: string,
  rows: readonly Audience[],
  grants: readonly Grant[],
  origin: Origin,
): Audience[] {
  const wanted = new Map(grants.map((grant) => [subjectKey(grant), grant]))
  return [...wanted.values()].map(
    (grant) =>
      rows.find((row) => isSame(row, grant)) ?? { ...grant, ...origin, id: newId(), module },
  )
}

/** Whether a module is open for exactly these subjects already. */
export const isOpenFor = (
  module: string,
  rows: readonly Audience[],
  grants: readonly Grant[],
): boolean => {
  const wanted = grantedRows(module, rows, grants, { since: '', reason: '' })
  return wanted.length === rows.length && wanted.every((row) => rows.includes(row))
}

/** A grant that says nothing of how far it has come leaves that as it is. */
const isSame = (row: Grant, grant: Grant): boolean =>
  subjectKey(row) === subjectKey(grant) &&
  row.variant === grant.variant &&
  (grant.state === undefined
    ? row.state !== 'off'
    : grant.state === (row.state ?? 'on') && grant.until === row.until) &&
  (row.kind !== 'percentage' || row.percentage === (grant as typeof row).percentage)
