import type { Locale } from '../../../core/i18n/locale.ts'
import { days } from './form.ts'
import { hoursText } from './messages.ts'

/** A week in words: days that follow one another with the same hours together, closed ones left out. */
export function sayWeek(locale: Locale, week: readonly string[]): string {
  const t = hoursText(locale)
  const runs: { from: number; to: number; hours: string }[] = []
  week.forEach((hours, at) => {
    const last = runs.at(-1)
    if (last?.hours === hours) last.to = at
    else runs.push({ from: at, to: at, hours })
  })
  const name = (at: number) => t.days[days[at] ?? 'mon']
  return runs
    .filter(({ hours }) => hours !== '')
    .map(({ from, to, hours }) =>
      from === to ? t.oneDay(name(from), hours) : t.someDays(name(from), name(to), hours),
    )
    .join(t.between)
}
