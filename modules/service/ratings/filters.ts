import { sql } from 'drizzle-orm'
import { isId } from '../../../core/db/id.ts'
import type { ListFilter } from '../../../core/lists/list-filter.ts'
import { listsText } from '../../../core/lists/messages.ts'
import { readPeriod, sayPeriod, writePeriod } from '../../../core/reports/period.ts'
import type { ReportState } from '../../../core/reports/state.ts'
import { tickets } from '../tickets/schema.ts'
import { countsAs, type Outcome, outcomes, ratingsOf } from './figures.ts'
import { ratingText } from './messages.ts'
import { ratings } from './schema.ts'

type Asked = Pick<ReportState, 'owner' | 'department' | 'period'> & { outcome: Outcome }

/** The tickets that a figure of the report counts; whose they were then goes along, for it may have changed. */
export function ratedHref({ owner, department, period }: ReportState, outcome: Outcome): string {
  const rated = [outcome, writePeriod(period), owner ?? '', department ?? ''].join(',')
  return `/service/tickets?${new URLSearchParams({ rated })}`
}

function askedIn(value: string): Asked | undefined {
  const [named, period = '', owner = '', department = ''] = value.split(',')
  const outcome = outcomes.find((one) => one === named)
  const isWhose = (text: string) => ['', 'none', 'me'].includes(text) || isId(text)
  if (!outcome || !isWhose(owner) || !(isWhose(department) && department !== 'me')) return undefined
  return {
    ...{ outcome, period: readPeriod(period) },
    ...(owner && { owner }),
    ...(department && { department }),
  } as Asked
}

/** By what customers said of a ticket, for whoever sees that. */
export const ratedFilter: ListFilter = {
  name: 'rated',
  most: 140,
  condition: (scope, value) => {
    const asked = askedIn(value)
    if (!asked) return sql`false`
    return sql`exists (select from ${ratings} where ${ratings.ticketId} = ${tickets.id}
      and ${ratingsOf(scope, asked)} and ${countsAs(scope, asked.outcome, asked.period)})`
  },
  say: (scope, value) => {
    const t = ratingText(scope.locale)
    const asked = askedIn(value)
    if (!asked) return t.filter
    const when = sayPeriod(scope, asked.period)
    return listsText(scope.locale).chip(
      t.filter,
      [t.outcomes[asked.outcome], when].filter(Boolean).join(' · '),
    )
  },
}
