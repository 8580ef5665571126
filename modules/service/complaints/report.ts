import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { readPlanned } from '../../../core/db/plan.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import type { Report } from '../../../core/reports/part.ts'
import { dayIn } from '../../../core/reports/period.ts'
import { viewTickets } from '../rights.ts'
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
  read: async (scope, { period, owner, department }) => {
    const { locale, company, user } = scope
    const day = sql`(tickets.opened_at at time zone ${company.timeZone})::date`
    const rows = await readPlanned<Row>(
      scope.db,
      sql`select c.cause, count(*)::int as complaints, count(c.prevented_at)::int as prevented
        from ${tickets}
        left join ${complaints} c on c.company_id = tickets.company_id and c.ticket_id = tickets.id
        where tickets.company_id = ${company.id} and tickets.type = 'complaint'
          and tickets.archived_at is null and ${within(scope, viewTickets, tickets)}
          and ${dayIn(day, period)}
          and ${owner ? sql`tickets.owner_id = ${owner === 'me' ? user.id : owner}` : sql`true`}
          and ${department ? sql`tickets.department_id = ${department}` : sql`true`}
        group by c.cause order by c.cause is null, complaints desc, c.cause`,
    )
    const t = complaintText(locale)
    const number = (count: number) => formatNumber(locale, count)
    const sum = (some: readonly Row[]) => some.reduce((all, row) => all + row.complaints, 0)
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
          { text: number(row.complaints) },
          { text: row.cause ? number(row.prevented) : '–' },
        ]),
        bars: named.map((row) => ({
          ...{ label: row.name, value: row.complaints, shown: number(row.complaints) },
        })),
        empty: t.report.nothing,
      },
    ]
  },
}
