import { keyFor } from '../values/key.ts'

/** Keys are what flags, imports and the command line call a department by. */
export const isDepartmentKey = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,39}$/.test(text)

/**
 * A key for a department that was given none: 华东 2 组 → huadong-2-zu, After Sales → after-sales.
 * @param taken keys that are in use
 */
export const departmentKey = (name: string, taken: readonly string[]): string =>
  keyFor(name, taken, { sign: '-', usual: 'department' })
