import { sql } from 'drizzle-orm'
import { chosen } from '../tickets/chosen-filter.tsx'
import { tickets } from '../tickets/schema.ts'
import { causes, cause as said } from './causes.ts'
import { complaintText } from './messages.ts'
import { complaints } from './schema.ts'

const found = sql`select from ${complaints} where ${complaints.companyId} = ${tickets.companyId}
  and ${complaints.ticketId} = ${tickets.id}`

/** By what a complaint came from; `none` while nobody has found out. */
const byCause = chosen(
  'cause',
  (locale) => complaintText(locale).cause,
  (locale) => [
    ...causes.map(({ key }) => ({ value: key, label: said.print(key, locale) })),
    { value: 'none', label: complaintText(locale).report.notYet },
  ],
  (value) =>
    value === 'none'
      ? sql`(${tickets.type} = 'complaint' and not exists (${found}))`
      : sql`exists (${found} and ${complaints.cause} = ${value})`,
)

const byPrevention = chosen(
  'prevented',
  (locale) => complaintText(locale).report.prevented,
  (locale) => [{ value: 'yes', label: complaintText(locale).report.preventedYes }],
  () => sql`exists (${found} and ${complaints.preventedAt} is not null)`,
)

/** The filters that the report about complaints leads to tickets by. */
export const complaintFilters = [byCause, byPrevention]
