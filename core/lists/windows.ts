import { containing } from '../values/part.ts'

const size = 3
const mostWindows = 20

/**
 * What the index of threes can be asked for, as LIKE patterns that all have to hold: the threes of a
 * longer text, of which the look-up takes a few (core.write_finder), or the whole of a short one.
 * @param text as it stands in SearchQuery.text or words
 */
export function windowsOf(text: string): string[] {
  const windows = Array.from(text, (_, at) => text.slice(at, at + size))
  const whole = [...new Set(windows.filter((window) => threeSigns.test(window)))]
  return whole.length < size + 1 ? [containing(text)] : whole.slice(0, mostWindows).map(containing)
}

/** The index knows threes of letters and digits alone. */
const threeSigns = /^[a-z0-9]{3}$/
