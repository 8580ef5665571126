import { plainWidth } from '../../../core/values/typed.ts'
import type { Span } from './work-time.ts'

const span = /^(\d{1,2})(?::(\d{2}))?(?:-|–|—|~|至|到)(\d{1,2})(?::(\d{2}))?$/

/** More in a day is a mistake. */
const mostSpans = 6

/**
 * The hours of a day as people type them: 9-12, 13:30–18:00 · ９：００至１８：００ · 22:00-6:00 for a
 * night. Empty is a day off.
 * @returns in their order; undefined where a time is none, or two of them overlap
 */
export function parseSpans(text: string): Span[] | undefined {
  const parts = plainWidth(text)
    .replaceAll(/\s*(-|–|—|~|至|到)\s*/g, '$1')
    .split(/[,;、\s]+/)
    .filter((part) => part !== '')
  const spans = parts.map(parseSpan)
  if (spans.length > mostSpans || !spans.every((one) => one !== undefined)) return undefined
  const sorted = spans.sort((a, b) => a.from - b.from)
  const fit = sorted.every((one, at) => at === 0 || one.from >= (sorted[at - 1]?.to ?? 0))
  return fit ? sorted : undefined
}

function parseSpan(text: string): Span | undefined {
  const [, fromHour, fromMinute = '0', toHour, toMinute = '0'] = span.exec(text) ?? []
  if (fromHour === undefined || toHour === undefined) return undefined
  if (Number(fromMinute) > 59 || Number(toMinute) > 59) return undefined
  const from = Number(fromHour) * 60 + Number(fromMinute)
  const to = Number(toHour) * 60 + Number(toMinute)
  if (from >= 1_440 || to > 1_440 || from === to) return undefined
  return { from, to: to > from ? to : to + 1_440 }
}

/** The hours of a day as their field shows them: 09:00-12:00, 13:30-18:00. */
export const printSpans = (spans: readonly Span[]): string =>
  spans.map(({ from, to }) => `${clock(from)}-${clock(to > 1_440 ? to - 1_440 : to)}`).join(', ')

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
