import { readDepartments } from '../../core/access/department-tree.ts'
import { newId } from '../../core/db/id.ts'
import type { Module } from '../../core/module.ts'
import type { Scope } from '../../core/scope.ts'
import { killed, killModule, reviveModule } from '../audience.ts'
import { changeModule } from '../change.ts'
import { type Effect, previewRows } from '../preview.ts'
import { readModuleRows } from '../rows.ts'
import type { ModuleRows } from '../schema.ts'
import { type Cell, isOpenState } from './cell.ts'
import { type Place, type Wanted, withCell } from './cells.ts'
import { originOf, type Plan } from './plan.ts'

type Named = Pick<Module, 'id'>

/** The id of the change; undefined when nothing had to be changed. */
type Done = Promise<string | undefined>

/** The change of one cell, as a plan that can be weighed, made or proposed. */
export async function planCell<M extends Named>(
  scope: Scope,
  module: M,
  place: Place,
  wanted: Wanted,
  seen: string | null,
  from?: Cell,
): Promise<Plan<M>> {
  const tree = (await readDepartments(scope)).map(({ id, parentId }) =>
    parentId ? { id, parent: parentId } : { id },
  )
  return {
    module,
    seen,
    intent: { action: 'set', cell: { department: place, state: wanted.state } },
    advances: from !== undefined && advances(from, wanted),
    to: wanted.state === 'pilot' ? 'pilot' : 'on',
    rows: (rows, origin) => ({
      ...rows,
      audiences: withCell(module.id, rows.audiences, tree, place, wanted, origin),
    }),
  }
}

const steps = ['off', 'read', 'pilot', 'on']

const advances = ({ underneath }: Cell, { state }: Wanted): boolean =>
  isOpenState(state) && steps.indexOf(state) > steps.indexOf(underneath)

/** Sets one cell of the matrix. What it must bring along is asked by the page: see carrying-out. */
export async function setCell(
  scope: Scope,
  module: Named,
  place: Place,
  wanted: Wanted,
  reason: string,
): Done {
  const { intent, rows } = await planCell(scope, module, place, wanted, null)
  return changeModule(scope, module, { ...intent, reason }, (before) =>
    rows(before, originOf(scope, { reason })),
  )
}

/**
 * Stops a module at once, for a department and all below it or for everybody. However strict the
 * company is, nobody is asked for more; the reason may be given later.
 */
export function freezeCell(scope: Scope, module: Named, place: Place, reason: string): Done {
  if (place === null) return killModule(scope, module, reason)
  const intent = { action: 'frozen', reason, cell: { department: place, state: null } } as const
  return changeModule(scope, module, intent, frozenAt(scope, module, place, reason))
}

const frozenAt =
  (scope: Scope, module: Named, department: string, reason: string) =>
  ({ frozen = [], ...rows }: ModuleRows): ModuleRows => ({
    ...rows,
    frozen: frozen.some((stop) => stop.department === department)
      ? frozen
      : [...frozen, { id: newId(), module: module.id, department, ...originOf(scope, { reason }) }],
  })

/** Who would lose what if a module were stopped in a place: it, and those that need it. */
export async function weighFreeze(
  scope: Scope,
  modules: readonly Module[],
  { id }: Named,
  place: Place,
): Promise<Effect[]> {
  const freeze = place === null ? killed(scope, { id }, '') : frozenAt(scope, { id }, place, '')
  const after = freeze(await readModuleRows(scope.db, scope.company.id, id))
  const effects = await previewRows(scope, modules, id, after)
  return effects.filter(({ lost }) => lost.length > 0)
}

/** Lets what was frozen go on exactly as its cell says. */
export function thawCell(scope: Scope, module: Named, place: Place, reason: string): Done {
  if (place === null) return reviveModule(scope, module, reason)
  const intent = { action: 'thawed', reason, cell: { department: place, state: null } } as const
  return changeModule(scope, module, intent, ({ frozen = [], ...rows }) => ({
    ...rows,
    frozen: frozen.filter(({ department }) => department !== place),
  }))
}

/** Gives the reason that a stop owed. A reason that is there already stays. */
export const explainStop = (scope: Scope, module: Named, place: Place, reason: string): Done =>
  changeModule(
    scope,
    module,
    { action: 'explained', reason, cell: { department: place, state: null } },
    ({ kill, frozen = [], ...rows }) => ({
      ...rows,
      ...(kill ? { kill: place === null && !kill.reason ? { ...kill, reason } : kill } : {}),
      frozen: frozen.map((stop) =>
        stop.department === place && !stop.reason ? { ...stop, reason } : stop,
      ),
    }),
  )
