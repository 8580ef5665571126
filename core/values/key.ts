import { searchText } from './names.ts'
import { readingsOf } from './pinyin.ts'

/**
 * A key in plain letters and digits for a name in any script: 华东 2 组 → huadong-2-zu.
 * @param taken keys that are in use
 * @param options.sign stands between the words
 * @param options.usual for a name that has nothing to spell
 */
export function keyFor(
  name: string,
  taken: readonly string[],
  { sign, usual }: { sign: '-' | '_'; usual: string },
): string {
  const text = searchText(name)
  const spelled = (text.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [])
    .map((part) => readingsOf(part)[0]?.join('') ?? part)
    .join(sign)
  const words =
    spelled
      .normalize('NFD')
      .replaceAll(/\p{M}+/gu, '')
      .match(/[a-z0-9]+/g) ?? []
  const key = words.join(sign).slice(0, 36) || usual
  let free = key
  for (let next = 2; taken.includes(free); next++) free = `${key}${sign}${next}`
  return free
}
