import { sql } from 'drizzle-orm'
import { findRecords } from '../../../core/lists/finding.ts'
import { leadKind } from './kind.ts'
import { leads } from './schema.ts'

export const findLeads = findRecords(
  leadKind,
  sql`concat_ws(' · ', nullif(${leads.person}, ''), nullif(${leads.region}, ''),
    coalesce(nullif(${leads.mobile}, ''), nullif(${leads.phone}, '')))`,
)
