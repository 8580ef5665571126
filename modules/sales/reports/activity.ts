import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { readPlanned } from '../../../core/db/plan.ts'
import { ownerIs } from '../../../core/lists/where.ts'
import type { Part } from '../../../core/reports/part.ts'
import { dayIn, writePeriod } from '../../../core/reports/period.ts'
import type { Scope } from '../../../core/scope.ts'
import { activities } from '../../contacts/public.ts'
import { deals } from '../deals/schema.ts'
import { followedHref, followUpsHref } from '../follow-ups/filters.ts'
import { addressOf } from '../papers/address.ts'
import { viewDeals } from '../rights.ts'
import { count } from './figures.ts'
import { reportsText } from './messages.ts'
import type { Report } from './part.ts'
import { dealsOf, listOf } from './source.ts'
import type { ReportState } from './state.ts'

type Row = {
  id: string
  name: string
  followUps: number
  records: number
  begun: number
  won: number
}

/** What people do: follow-ups written down, deals begun and won. */
export const activity: Report = {
  key: 'activity',
  title: ({ locale }) => reportsText(locale).activity.title,
  about: ({ locale }) => reportsText(locale).activity.about,
  read: async (scope, state) => {
    const { period, owner, department } = state
    const happened = sql`(${activities.happenedAt} at time zone ${scope.company.timeZone})::date`
    const during = (day: ReturnType<typeof sql>) => dayIn(day, period)
    const rows = await readPlanned<Row>(
      scope.db,
      sql`
      with done as (
        select ${activities.ownerId} as id, count(*)::int as "followUps",
          count(distinct ${activities.recordId})::int as records
        from ${activities}
        where ${activities.companyId} = ${scope.company.id} and ${activities.archivedAt} is null
          and ${within(scope, viewDeals, activities)} and ${during(happened)}
          ${owner ? sql`and ${ownerIs(scope, owner, activities)}` : sql``}
          ${department ? sql`and ${activities.departmentId} = ${department}` : sql``}
        group by 1),
      sold as (
        select ${deals.ownerId} as id,
          count(*) filter (where ${during(sql`${deals.startedOn}`)})::int as begun,
          count(*) filter (where ${deals.outcome} = 'won' and ${during(sql`${deals.closedOn}`)})::int as won
        from ${deals} where ${dealsOf(scope, state)} group by 1)
      select u.id, u.name, coalesce(done."followUps", 0) as "followUps",
        coalesce(done.records, 0) as records, coalesce(sold.begun, 0) as begun,
        coalesce(sold.won, 0) as won
      from core.users u left join done on done.id = u.id left join sold on sold.id = u.id
      where u.company_id = ${scope.company.id} and (done.id is not null or sold.id is not null)
      order by 3 desc, u.name limit 200`,
    )
    return [toPart(scope, state, rows)]
  },
}

/** The follow-ups of somebody that a figure counts, or the records they were on. */
const followUpsOf = (
  { department, period }: ReportState,
  owner: string,
  path = followUpsHref,
): string =>
  addressOf(path, {
    ...{ owner, department },
    period: period.from || period.to ? writePeriod(period) : undefined,
  })

function toPart(scope: Scope, state: ReportState, rows: readonly Row[]): Part {
  const { locale } = scope
  const t = reportsText(locale)
  return {
    title: t.activity.title,
    formula: t.activity.formula,
    columns: [
      { label: t.shares.people.column },
      ...[t.activity.followUps, t.activity.records, t.activity.begun, t.outcomes.won].map(
        (label) => ({ label, end: true as const }),
      ),
    ],
    rows: rows.map(({ id, name, followUps, records, begun, won }) => [
      { text: name },
      { text: count(locale, followUps), href: followUpsOf(state, id) },
      { text: count(locale, records), href: followUpsOf(state, id, followedHref) },
      { text: count(locale, begun), href: listOf({ ...state, owner: id }, {}, 'started') },
      {
        text: count(locale, won),
        href: listOf({ ...state, owner: id }, { outcome: 'won' }, 'closed'),
      },
    ]),
    bars: rows.slice(0, 20).map(({ name, followUps }) => ({
      ...{ label: name, value: followUps, shown: count(locale, followUps) },
    })),
    empty: t.activity.none,
  }
}
