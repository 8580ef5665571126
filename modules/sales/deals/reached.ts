import { type SQL, sql } from 'drizzle-orm'
import { stages } from '../pipelines/schema.ts'
import { deals, stageMoves } from './schema.ts'

/**
 * The place of the furthest open stage that a deal has ever been in; null once it is won, which is
 * beyond all of them. A lost deal of which a file tells no stage before counts as its beginning, 0.
 */
export const furthestPlace: SQL = sql`
  case when ${deals.outcome} <> 'won' then coalesce((
    select max(s.position) from ${stageMoves} m
    join ${stages} s on s.company_id = m.company_id and s.id = m.to_stage_id
    where m.company_id = ${deals.companyId} and m.deal_id = ${deals.id} and s.kind = 'open'), 0) end`

/** Deals that got as far as a stage of this name, in whichever pipeline they are in. */
export const hasReached = (
  name: string,
): SQL => sql`(${deals.outcome} = 'won' or ${furthestPlace} >= (
  select min(s.position) from ${stages} s where s.company_id = ${deals.companyId}
    and s.pipeline_id = ${deals.pipelineId} and s.name = ${name}))`

/** Deals that were in a stage of this name and have left it. */
export const hasStayed = (name: string): SQL => sql`exists (
  select from ${stageMoves} m join ${stages} s on s.company_id = m.company_id
    and s.id = m.to_stage_id and s.name = ${name}
  where m.company_id = ${deals.companyId} and m.deal_id = ${deals.id} and exists (
    select from ${stageMoves} n where n.company_id = m.company_id and n.deal_id = m.deal_id
      and (n.moved_at, n.id) > (m.moved_at, m.id)))`
