import { fewestShown } from './answering.ts'

/**
 * Which groups may be shown: those of at least four. What is not shown must be nobody, or four and
 * more as well: else it could be told from the whole by taking away the rest. The smallest that
 * could be shown are hidden with it until that holds.
 * @param counts how many answered, by group; those of no group count under null
 */
export function shownGroups<Key>(counts: ReadonlyMap<Key | null, number>): Set<Key> {
  const bySize = [...counts].sort(([, one], [, other]) => one - other)
  const shown = new Set<Key>()
  let hidden = 0
  for (const [key, count] of bySize) {
    const isHiddenEnough = hidden === 0 || hidden >= fewestShown
    if (key !== null && count >= fewestShown && isHiddenEnough) shown.add(key)
    else hidden += count
  }
  return hidden === 0 || hidden >= fewestShown ? shown : new Set()
}
