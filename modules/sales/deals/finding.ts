import { sql } from 'drizzle-orm'
import { findRecords } from '../../../core/lists/finding.ts'
import { stages } from '../pipelines/schema.ts'
import { dealKind } from './kind.ts'
import { deals } from './schema.ts'

export const findDeals = findRecords(
  dealKind,
  sql`concat_ws(' · ', (select s.name from ${stages} s
    where s.company_id = ${deals.companyId} and s.id = ${deals.stageId}), nullif(${deals.reference}, ''))`,
)
