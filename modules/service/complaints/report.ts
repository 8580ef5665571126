import { sql } from 'drizzle-orm'
import { readPlanned } from '../../../core/db/plan.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import type { Report } from '../../../core/reports/part.ts'
import { listOf, openedIn } from '../reports/source.ts'
import { tickets } from '../tickets/schema.ts'
import { type Cause, cause } from './causes.ts'
import { complaintText } from './messages.ts'
import { complaints } from './schema.ts'

type Row = { cause: Cause | null; complaints: number; prevented: number }

/** What complaints come from, most first; those nobody has looked into yet are named, not left out. */
export const complaintReport: Report = {
  key: 'complaints',
  title: ({ locale }) => complaintText(locale).report.title,
  about: ({ locale }) => complaintText(locale).report.about,
  read: async (scope, state) => {
    const { locale, company } = scope
    const rows = await readPlanned<Row>(
      scope.db,
      sql`select c.cause, count(*)::int as complaints, count(c.prevented_at)::int as prevented
        from ${tickets}
        left join ${complaints} c on c.company_id = tickets.company_id and c.ticket_id = tickets.id
          and c.company_id = ${company.id}
        where ${openedIn(scope, state)} and ${tickets.type} = 'complaint'
        group by c.cause order by c.cause is null, complaints desc, c.cause`,
    )
    const t = complaintText(locale)
    const number = (count: number) => formatNumber(locale, count)
    const sum = (some: readonly Row[]) => some.reduce((all, row) => all + row.complaints, 0)
    const listed = (found: Cause | null, more = {}) =>
      listOf(state, { type: 'complaint', cause: found ?? 'none', ...more }, 'opened')
    const named = rows.map((row) => ({
      ...row,
      name: row.cause ? cause.print(row.cause, locale) : t.report.notYet,
    }))
    return [
      {
        title: t.report.title,
        formula: t.report.formula,
        summary: t.report.summary(number(sum(rows.filter((row) => row.cause))), number(sum(rows))),
        columns: [
          { label: t.cause },
          { label: t.report.complaints, end: true },
          { label: t.report.prevented, end: true },
        ],
        rows: named.map((row) => [
          { text: row.name },
          { text: number(row.complaints), href: listed(row.cause) },
          row.cause && row.prevented > 0
            ? { text: number(row.prevented), href: listed(row.cause, { prevented: 'yes' }) }
            : { text: row.cause ? number(row.prevented) : '–' },
        ]),
        bars: named.map((row) => ({
          ...{ label: row.name, value: row.complaints, shown: number(row.complaints) },
        })),
        empty: t.report.nothing,
      },
    ]
  },
}
