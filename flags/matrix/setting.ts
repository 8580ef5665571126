import { readDepartments } from '../../core/access/department-tree.ts'
import { newId } from '../../core/db/id.ts'
import type { Module } from '../../core/module.ts'
import type { Scope } from '../../core/scope.ts'
import { killModule, reviveModule } from '../audience.ts'
import { changeModule } from '../change.ts'
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
  return changeModule(scope, module, intent, ({ frozen = [], ...rows }) => ({
    ...rows,
    frozen: frozen.some(({ department }) => department === place)
      ? frozen
      : [
          ...frozen,
          { id: newId(), module: module.id, department: place, ...originOf(scope, { reason }) },
        ],
  }))
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
