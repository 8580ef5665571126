import { searchText } from '../values/names.ts'
import { readingsOf } from '../values/pinyin.ts'

/** Keys are what flags, imports and the command line call a department by. */
export const isDepartmentKey = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,39}$/.test(text)

/**
 * A key for a department that was given none: 华东 2 组 → huadong-2-zu, After Sales → after-sales.
 * @param taken keys that are in use
 */
export function departmentKey(name: string, taken: readonly string[]): string {
  const text = searchText(name)
  const spelled = (text.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [])
    .map((part) => readingsOf(part)[0]?.join('') ?? part)
    .join('-')
  const plain = spelled
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  const key = plain.slice(0, 36) || 'department'
  let free = key
  for (let next = 2; taken.includes(free); next++) free = `${key}-${next}`
  return free
}
