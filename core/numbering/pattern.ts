/** The year, the month, or a running number of at least so many digits. */
const hole = /\{(year|month|0{1,9})\}/g

/** The longest pattern a company may choose. */
export const longestPattern = 40

/**
 * Whether a pattern makes numbers that stay apart: exactly one running number, a year beside a month,
 * and no other brackets. `Q-{year}-{0000}` makes Q-2026-0001.
 */
export function isPattern(pattern: string): boolean {
  const holes = [...pattern.matchAll(hole)].map(([, name = '']) => name)
  const counters = holes.filter((name) => name.startsWith('0')).length
  const isDated = !holes.includes('month') || holes.includes('year')
  const rest = pattern.replaceAll(hole, '')
  return counters === 1 && isDated && !/[{}\p{Cc}]/u.test(rest) && pattern.length <= longestPattern
}

/** The stretch of time in which a pattern's numbers count on: 2026-03, 2026, or always the same. */
export function periodOf(pattern: string, day: string): string {
  if (pattern.includes('{month}')) return day.slice(0, 7)
  return pattern.includes('{year}') ? day.slice(0, 4) : ''
}

/** One number of a pattern. @param day an ISO day, whose year and month it bears */
export const numberBy = (pattern: string, day: string, count: number): string =>
  pattern.replaceAll(hole, (_, name: string) => {
    if (name === 'year') return day.slice(0, 4)
    if (name === 'month') return day.slice(5, 7)
    return String(count).padStart(name.length, '0')
  })

/**
 * What a number of a pattern counts, and in which stretch of time; undefined when it is none. Of a
 * number that `numberBy` made it is what it was made of.
 */
export function countIn(
  pattern: string,
  number: string,
): { period: string; count: number } | undefined {
  const named = new Set<string>()
  const group = (name: string, form: string) => {
    // A pattern may say the year twice; then both are the same.
    const again = named.has(name)
    named.add(name)
    return again ? `\\k<${name}>` : `(?<${name}>${form})`
  }
  const parts = pattern.split(hole).map((part, at) => {
    if (at % 2 === 0) return part.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
    if (part === 'year') return group(part, '\\d{4}')
    if (part === 'month') return group(part, '0[1-9]|1[0-2]')
    return group('count', `\\d{${part.length},9}`)
  })
  const { year, month, count } = new RegExp(`^${parts.join('')}$`).exec(number)?.groups ?? {}
  if (!count) return undefined
  return { period: periodOf(pattern, `${year ?? ''}-${month ?? ''}`), count: Number(count) }
}
