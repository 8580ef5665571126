import { sql } from 'drizzle-orm'
import { findRecords } from '../../../core/lists/finding.ts'
import { ticketKind } from './kind.ts'
import { tickets } from './schema.ts'

export const findTickets = findRecords(
  ticketKind,
  sql`concat_ws(' · ', ${tickets.number}, nullif(${tickets.fromName}, ''))`,
)
