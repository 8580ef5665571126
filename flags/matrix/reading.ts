import { type Branch, flatten, readDepartments, treeOf } from '../../core/access/department-tree.ts'
import { readMembers } from '../../core/access/members.ts'
import type { Module } from '../../core/module.ts'
import type { Scope } from '../../core/scope.ts'
import { readSnapshot } from '../rows.ts'
import { frozenFor } from '../ruling.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Cell } from './cell.ts'
import { ownRow, type Place, rowOf, stateOf } from './cells.ts'

export type MatrixRow = { place: Place; name: string | undefined; depth: number; cells: Cell[] }

/** The whole matrix: the company first, then its departments as they lie below each other. */
export async function readMatrix(scope: Scope, modules: readonly Module[]): Promise<MatrixRow[]> {
  const snapshot = await readSnapshot(scope.db, scope.company.id)
  const members = await readMembers(scope)
  const branches = flatten(treeOf(await readDepartments(scope)))
  const own = new Map(members.map((member) => [member, scope.modules.of(member)]))
  const draw = (branch: Branch | undefined): MatrixRow => {
    const there = branch
      ? members.filter(({ departmentKeys }) => departmentKeys.includes(branch.key))
      : members
    const place = branch?.id ?? null
    const cells = modules.map((module) => ({
      ...cellOf(snapshot, module, place, scope.now()),
      have: there.filter((member) => own.get(member)?.state(module.id) !== 'off'),
      people: there.length,
    }))
    return { place, name: branch?.name, depth: branch ? branch.depth + 1 : 0, cells }
  }
  return [draw(undefined), ...branches.map(draw)]
}

export const viewMatrix = 'core.rollout.matrix'

/** The rows that somebody may see: all of them, or as a lead those of their own departments. */
export const inSight = ({ user }: Pick<Scope, 'user'>, rows: readonly MatrixRow[]): MatrixRow[] =>
  user.reach.get(viewMatrix) === 'all'
    ? [...rows]
    : rows.filter(({ place }) => place !== null && user.treeIds.includes(place))

/** How a cell stands by its rows; who has the module there is decided by whoever decides. */
function cellOf(
  snapshot: Snapshot,
  module: Module,
  place: Place,
  now: Date,
): Omit<Cell, 'have' | 'people'> {
  const rows = snapshot.audiences.filter((row) => row.module === module.id)
  const kills = snapshot.kills.filter((kill) => kill.module === module.id)
  const row = rowOf(rows, snapshot.departments, place)
  const everywhere = kills.find(({ department }) => department === undefined)
  const kill = everywhere ?? (place ? frozenFor(kills, snapshot.departments).get(place) : undefined)
  const underneath = stateOf(row, now)
  const own = ownRow(rows, place)
  const others = rows.filter((one) => one !== own)
  return {
    module,
    place,
    state: kill ? 'frozen' : underneath,
    underneath,
    above: stateOf(rowOf(others, snapshot.departments, place), now),
    row,
    isOwn: row !== undefined && row === own,
    kill,
  }
}
