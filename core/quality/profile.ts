import type { Share } from './formula.ts'

/** One cell of a file, as its column understood it. */
export type Cell = 'empty' | 'valid' | 'invalid'

/** A column as quality sees it: how much it matters that it is filled. */
export type ProfiledField = { field: string; weight: number }

/** What a file says about the records in it. What a file cannot know is left out, and so n/a. */
export type Profile = {
  rows: number
  completeness: Share
  validity: Share
  uniqueness: Share
  /** By field: filled of rows, and valid of filled. */
  fields: ReadonlyMap<string, { filled: Share; valid: Share }>
}

/** Takes the rows of a file one by one, in whatever order, and holds no more than their keys. */
export type Profiler = {
  /**
   * @param cells by field; a column the file does not have is left out and counts as empty
   * @param keys what two rows of one record share: credit code, mobile, name key
   */
  add: (cells: Readonly<Record<string, Cell>>, keys: readonly string[]) => void
  profile: () => Profile
}

/** Measures a file before it is imported, by the rules that records are measured by afterwards. */
export function openProfiler(fields: readonly ProfiledField[]): Profiler {
  const counts = fields.map(() => ({ filled: 0, valid: 0 }))
  const known = new Set<string>()
  let rows = 0
  let repeated = 0
  return {
    add: (cells, keys) => {
      rows++
      if (keys.some((key) => known.has(key))) repeated++
      for (const key of keys) known.add(key)
      for (const [at, { field }] of fields.entries()) {
        const count = counts[at]
        const cell = cells[field] ?? 'empty'
        if (!count || cell === 'empty') continue
        count.filled++
        if (cell === 'valid') count.valid++
      }
    },
    profile: () => {
      const weighed = (value: (at: number) => number) =>
        fields.reduce((sum, { weight }, at) => sum + weight * value(at), 0)
      const sum = (key: 'filled' | 'valid') => counts.reduce((all, count) => all + count[key], 0)
      return {
        rows,
        completeness: { good: weighed((at) => counts[at]?.filled ?? 0), of: weighed(() => rows) },
        validity: { good: sum('valid'), of: sum('filled') },
        uniqueness: { good: rows - repeated, of: rows },
        fields: new Map(
          fields.map(({ field }, at) => {
            const { filled = 0, valid = 0 } = counts[at] ?? {}
            return [
              field,
              { filled: { good: filled, of: rows }, valid: { good: valid, of: filled } },
            ]
          }),
        ),
      }
    },
  }
}
