import type { Option } from '../../../views/field.tsx'
import type { Branch } from '../department-tree.ts'

/** Departments as choices of a list, those below others set in. */
export const departmentOptions = (departments: readonly Branch[]): Option[] =>
  departments.map(({ id, name, depth }) => ({
    value: id,
    label: `${'\u3000'.repeat(depth)}${name}`,
  }))
