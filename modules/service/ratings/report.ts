import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { readPlanned } from '../../../core/db/plan.ts'
import { formatDay, formatNumber } from '../../../core/i18n/format.ts'
import { percent, shareOf } from '../../../core/reports/figures.ts'
import { reportsText } from '../../../core/reports/messages.ts'
import type { Cell, Part, Report } from '../../../core/reports/part.ts'
import { dayIn } from '../../../core/reports/period.ts'
import type { ReportState } from '../../../core/reports/state.ts'
import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { ticketKind } from '../tickets/kind.ts'
import { tickets } from '../tickets/schema.ts'
import { ratingText } from './messages.ts'
import { viewRatings } from './rights.ts'
import { ratings } from './schema.ts'

export type RatingFigures = {
  id: string | null
  name: string | null
  asked: number
  answered: number
  sum: number
  good: number
  low: number
}

/** The ratings of a report: within reach by whose the ticket was when its customer was asked. */
function ratingsOf(scope: Scope, { owner, department }: ReportState): SQL {
  const { ownerId, departmentId, id } = ratings
  return sql`${ratings.companyId} = ${scope.company.id}
    and ${within(scope, viewRatings, { id, ownerId, departmentId })}
    and ${owner ? sql`${ownerId} = ${owner === 'me' ? scope.user.id : owner}` : sql`true`}
    and ${department ? sql`${departmentId} = ${department}` : sql`true`}`
}

const dayOf = (scope: Scope, column: SQL): SQL =>
  sql`(${column} at time zone ${scope.company.timeZone})::date`

/** The figures of each person, or of each department; who was asked counts on the day of asking. */
const figuresBy = (
  scope: Scope,
  state: ReportState,
  by: 'owner' | 'department',
): Promise<RatingFigures[]> => {
  const column = by === 'owner' ? ratings.ownerId : ratings.departmentId
  const names = by === 'owner' ? sql`core.users` : sql`core.departments`
  const asked = dayIn(dayOf(scope, sql`${ratings.askedAt}`), state.period)
  const given = sql`(${ratings.ratedAt} is not null
    and ${dayIn(dayOf(scope, sql`${ratings.ratedAt}`), state.period)})`
  return readPlanned<RatingFigures>(
    scope.db,
    sql`select f.*, n.name from (
      select ${column} as id, count(*) filter (where ${asked})::int as asked,
        count(*) filter (where ${given})::int as answered,
        coalesce(sum(${ratings.score}) filter (where ${given}), 0)::int as sum,
        count(*) filter (where ${given} and ${ratings.score} >= 4)::int as good,
        count(*) filter (where ${given} and ${ratings.score} <= 2)::int as low
      from ${ratings} where ${ratingsOf(scope, state)} group by 1) f
      left join ${names} n on n.company_id = ${scope.company.id} and n.id = f.id
      where f.asked > 0 or f.answered > 0 order by f.answered desc, n.name, f.id limit 200`,
  )
}

type Words = { ticketId: string; number: string; score: number; comment: string; ratedAt: Date }

/** What customers wrote, latest first; the number leads to the ticket, for who may see it. */
const wordsOf = (scope: Scope, state: ReportState): Promise<Words[]> =>
  readPlanned<Words>(
    scope.db,
    sql`select ${ratings.ticketId} as "ticketId", t.number, ${ratings.score} as score,
        ${ratings.comment} as comment, ${ratings.ratedAt} as "ratedAt"
      from ${ratings}
      join ${tickets} t on t.company_id = ${ratings.companyId} and t.id = ${ratings.ticketId}
      where ${ratingsOf(scope, state)} and ${ratings.comment} <> ''
        and ${dayIn(dayOf(scope, sql`${ratings.ratedAt}`), state.period)}
      order by ${ratings.ratedAt} desc, ${ratings.id} limit 50`,
  )

/** What customers say of the service, always with how many say it. */
export const satisfaction: Report = {
  key: 'satisfaction',
  title: ({ locale }) => ratingText(locale).report.title,
  about: ({ locale }) => ratingText(locale).report.about,
  read: async (scope, state) => {
    const t = ratingText(scope.locale).report
    const [people, departments, words] = await Promise.all([
      figuresBy(scope, state, 'owner'),
      figuresBy(scope, state, 'department'),
      wordsOf(scope, state),
    ])
    return [
      overall(scope, people),
      table(scope, t.byPerson, t.who, people),
      table(scope, t.byDepartment, t.department, departments),
      wordsPart(scope, words),
    ]
  },
}

export const sumUp = (rows: readonly RatingFigures[]): Omit<RatingFigures, 'id' | 'name'> =>
  rows.reduce(
    (all, row) => ({
      asked: all.asked + row.asked,
      answered: all.answered + row.answered,
      sum: all.sum + row.sum,
      good: all.good + row.good,
      low: all.low + row.low,
    }),
    { asked: 0, answered: 0, sum: 0, good: 0, low: 0 },
  )

type Counted = Omit<RatingFigures, 'id' | 'name'>

/** The mean of few says nothing, as their share does. */
const sayMean = ({ locale }: Scope, { sum, answered }: Counted): string =>
  shareOf(sum, answered) === undefined
    ? reportsText(locale).tooFew
    : (sum / answered).toLocaleString(locale, {
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      })

const cellsOf = (scope: Scope, row: Counted): Cell[] => {
  const number = (count: number) => ({ text: formatNumber(scope.locale, count) })
  return [
    number(row.asked),
    number(row.answered),
    { text: sayMean(scope, row) },
    { text: percent(scope.locale, shareOf(row.good, row.answered)) },
    number(row.low),
  ]
}

function columnsOf({ locale }: Scope, first: string): Part['columns'] {
  const t = ratingText(locale).report
  const others = [t.asked, t.answered, t.mean, t.good, t.low]
  return [{ label: first }, ...others.map((label) => ({ label, end: true as const }))]
}

function overall(scope: Scope, people: readonly RatingFigures[]): Part {
  const t = ratingText(scope.locale).report
  const all = sumUp(people)
  const number = (count: number) => formatNumber(scope.locale, count)
  return {
    title: t.all,
    formula: t.formula,
    summary: t.summary(
      number(all.answered),
      number(all.asked),
      percent(scope.locale, shareOf(all.good, all.answered)),
    ),
    columns: columnsOf(scope, t.all),
    rows: all.asked + all.answered === 0 ? [] : [[{ text: t.all }, ...cellsOf(scope, all)]],
    empty: t.nothing,
  }
}

function table(scope: Scope, title: string, first: string, rows: readonly RatingFigures[]): Part {
  const t = ratingText(scope.locale).report
  return {
    title,
    columns: columnsOf(scope, first),
    rows: rows.map((row) => [{ text: row.name ?? t.nobody }, ...cellsOf(scope, row)]),
    empty: t.nothing,
  }
}

function wordsPart(scope: Scope, words: readonly Words[]): Part {
  const { locale, company } = scope
  const t = ratingText(locale).report
  return {
    title: t.latest,
    columns: [
      { label: t.ticket },
      { label: t.score, end: true },
      { label: t.comment },
      { label: t.day },
    ],
    rows: words.map(({ ticketId, number, score, comment, ratedAt }) => [
      { text: number, href: `${ticketKind.href}/${ticketId}` },
      { text: String(score) },
      { text: comment },
      { text: printDate(formatDay(company.timeZone, new Date(ratedAt)), locale) },
    ]),
    empty: t.nothing,
  }
}
