import type { Audience, Department, Kill } from './snapshot.ts'

type InTree = Pick<Department, 'id' | 'parent'>

/**
 * What rules each department's cell of one module: its own row, else that of the nearest department
 * above that has one. Departments that no row rules are left out.
 */
export const rulingRows = (
  audiences: readonly Audience[],
  departments: readonly InTree[],
): Map<string, Audience> =>
  inherited(
    departments,
    new Map(audiences.flatMap((row) => (row.kind === 'department' ? [[row.department, row]] : []))),
  )

/** The departments a module is frozen for, each with the stop of itself or of the nearest above. */
export const frozenFor = (
  kills: readonly Kill[],
  departments: readonly InTree[],
): Map<string, Kill> =>
  inherited(
    departments,
    new Map(kills.flatMap((kill) => (kill.department ? [[kill.department, kill]] : []))),
  )

function inherited<T>(departments: readonly InTree[], own: ReadonlyMap<string, T>): Map<string, T> {
  const byId = new Map(departments.map((department) => [department.id, department]))
  const found = new Map<string, T>()
  for (const { id } of departments)
    for (let at = byId.get(id), steps = 0; at && steps <= byId.size; steps++) {
      const value = own.get(at.id)
      if (value !== undefined) {
        found.set(id, value)
        break
      }
      at = at.parent ? byId.get(at.parent) : undefined
    }
  return found
}
