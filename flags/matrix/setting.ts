import { readDepartments } from '../../core/access/department-tree.ts'
import { newId } from '../../core/db/id.ts'
import type { Module } from '../../core/module.ts'
import type { Scope } from '../../core/scope.ts'
import { changeModule, type Decided } from '../change.ts'
import type { Audience, Kill } from '../snapshot.ts'
import { type Place, type Wanted, withCell } from './cells.ts'

/** The id of the change; undefined when nothing had to be changed. */
type Done = Promise<string | undefined>

type Said = {
  reason: string
  /** The latest change of the module the person had seen; null for none. */
  seen?: string | null
  decided?: Decided
}

/** Departments as the rules of cells see them. */
export const readTree = async (scope: Scope): Promise<{ id: string; parent?: string }[]> =>
  (await readDepartments(scope)).map(({ id, parentId }) =>
    parentId ? { id, parent: parentId } : { id },
  )

/**
 * Sets one cell of the matrix.
 * @throws ChangedMeanwhile when `seen` is no longer the latest change of the module
 */
export async function setCell(
  scope: Scope,
  module: Pick<Module, 'id'>,
  place: Place,
  wanted: Wanted,
  { reason, seen, decided }: Said,
): Done {
  const tree = await readTree(scope)
  const cell = { department: place, state: wanted.state }
  const intent = { action: 'set', reason, seen, cell, ...(decided ? { decided } : {}) } as const
  return changeModule(scope, module, intent, (rows) => ({
    ...rows,
    audiences: withCell(module.id, rows.audiences, tree, place, wanted, origin(scope, reason)),
  }))
}

/** Stops a module at once for a department and all below it. The reason may be given later. */
export const freezeCell = (
  scope: Scope,
  module: Pick<Module, 'id'>,
  department: string,
  reason: string,
): Done =>
  changeModule(
    scope,
    module,
    { action: 'frozen', reason, cell: { department, state: null } },
    ({ frozen = [], ...rows }) =>
      frozen.some((kill) => kill.department === department)
        ? { ...rows, frozen }
        : { ...rows, frozen: [...frozen, killOf(scope, module, department, reason)] },
  )

/** Lets a frozen department go on exactly as its cell says. */
export const thawCell = (
  scope: Scope,
  module: Pick<Module, 'id'>,
  department: string,
  reason: string,
): Done =>
  changeModule(
    scope,
    module,
    { action: 'thawed', reason, cell: { department, state: null } },
    ({ frozen = [], ...rows }) => ({
      ...rows,
      frozen: frozen.filter((kill) => kill.department !== department),
    }),
  )

const killOf = (
  scope: Scope,
  module: Pick<Module, 'id'>,
  department: string,
  reason: string,
): Kill => ({ id: newId(), module: module.id, department, ...origin(scope, reason) })

const origin = (scope: Scope, reason: string): Pick<Audience, 'since' | 'by' | 'reason'> => ({
  since: scope.now().toISOString(),
  reason,
  ...(scope.actorId ? { by: scope.actorId } : {}),
})
