import { sql } from 'drizzle-orm'
import { readPlanned } from '../../../core/db/plan.ts'
import { formatDay, formatNumber } from '../../../core/i18n/format.ts'
import { percent, shareOf } from '../../../core/reports/figures.ts'
import { reportsText } from '../../../core/reports/messages.ts'
import type { Cell, Part, Report } from '../../../core/reports/part.ts'
import type { ReportState } from '../../../core/reports/state.ts'
import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { ticketKind } from '../tickets/kind.ts'
import { tickets } from '../tickets/schema.ts'
import {
  countsAs,
  figuresBy,
  type Outcome,
  type RatingCounts,
  type RatingFigures,
  ratingsOf,
  sumUp,
} from './figures.ts'
import { ratedHref } from './filters.ts'
import { ratingText } from './messages.ts'
import { ratings } from './schema.ts'

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
        and ${countsAs(scope, 'answered', state.period)}
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
      overall(scope, state, people),
      table(scope, t.byPerson, t.who, people, (owner) => ({ ...state, owner })),
      table(scope, t.byDepartment, t.department, departments, (department) => ({
        ...{ ...state, department },
      })),
      wordsPart(scope, words),
    ]
  },
}

/** The mean of few says nothing, as their share does. */
const sayMean = ({ locale }: Scope, { sum, answered }: RatingCounts): string =>
  shareOf(sum, answered) === undefined
    ? reportsText(locale).tooFew
    : (sum / answered).toLocaleString(locale, {
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      })

/** The figures of a row; each count leads to the tickets that it counts. */
const cellsOf = (scope: Scope, state: ReportState, row: RatingCounts): Cell[] => {
  const number = (outcome: Outcome): Cell => ({
    text: formatNumber(scope.locale, row[outcome]),
    ...(row[outcome] > 0 && { href: ratedHref(state, outcome) }),
  })
  return [
    number('asked'),
    number('answered'),
    { text: sayMean(scope, row) },
    {
      text: percent(scope.locale, shareOf(row.good, row.answered)),
      ...(row.good > 0 && { href: ratedHref(state, 'good') }),
    },
    number('low'),
  ]
}

function columnsOf({ locale }: Scope, first: string): Part['columns'] {
  const t = ratingText(locale).report
  const others = [t.asked, t.answered, t.mean, t.good, t.low]
  return [{ label: first }, ...others.map((label) => ({ label, end: true as const }))]
}

function overall(scope: Scope, state: ReportState, people: readonly RatingFigures[]): Part {
  const t = ratingText(scope.locale).report
  const all = sumUp(people)
  const number = (count: number) => formatNumber(scope.locale, count)
  return {
    title: t.all,
    formula: t.formula,
    ...(all.asked + all.answered > 0 && {
      summary: t.summary(
        number(all.answered),
        number(all.asked),
        percent(scope.locale, shareOf(all.good, all.answered)),
      ),
    }),
    columns: columnsOf(scope, t.all),
    rows: all.asked + all.answered === 0 ? [] : [[{ text: t.all }, ...cellsOf(scope, state, all)]],
    empty: t.nothing,
  }
}

function table(
  scope: Scope,
  title: string,
  first: string,
  rows: readonly RatingFigures[],
  only: (id: string) => ReportState,
): Part {
  const t = ratingText(scope.locale).report
  return {
    title,
    columns: columnsOf(scope, first),
    rows: rows.map((row) => [
      { text: row.name ?? t.nobody },
      ...cellsOf(scope, only(row.id ?? 'none'), row),
    ]),
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
