import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { differences, recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { ratingRules } from './schema.ts'

export const ratingRuleObject = 'service.rating-rule'

export const asking = ['solved', 'closed', 'never'] as const

export type RatingRules = { asks: (typeof asking)[number]; callBackAt: number; version: number }

/** What holds until a company says otherwise. */
export const usualRules: RatingRules = { asks: 'solved', callBackAt: 2, version: 0 }

type Stored = RatingRules & { id?: string }

const read = async ({ db, company }: Pick<Scope, 'db' | 'company'>): Promise<Stored> => {
  const [row] = await db.execute<Stored>(sql`
    select id, asks, call_back_at as "callBackAt", version from ${ratingRules}
    where company_id = ${company.id} order by id limit 1`)
  return row ?? usualRules
}

/** When a company asks its customers, and which answers call for a conversation. */
export const readRatingRules = (scope: Pick<Scope, 'db' | 'company'>): Promise<RatingRules> =>
  read(scope)

/** @returns conflict when somebody changed them since `version` */
export async function saveRatingRules(
  scope: Scope,
  version: number,
  { asks, callBackAt }: Pick<RatingRules, 'asks' | 'callBackAt'>,
): Promise<'saved' | 'conflict'> {
  const old = await read(scope)
  if (old.version !== version) return 'conflict'
  const change = differences<Record<string, unknown>>(
    { asks: old.asks, callBackAt: old.callBackAt },
    { asks, callBackAt },
  )
  if (!change) return 'saved'
  const id = old.id ?? newId()
  const [row] = await scope.db.execute(sql`
    insert into ${ratingRules} as r (company_id, id, asks, call_back_at)
    values (${scope.company.id}, ${id}, ${asks}, ${callBackAt})
    on conflict (company_id, id) do update set asks = excluded.asks,
      call_back_at = excluded.call_back_at, updated_at = now(), version = r.version + 1
      where r.version = ${version} returning id`)
  if (!row) return 'conflict'
  await recordAudit(scope, {
    ...{ action: 'changed', object: ratingRuleObject, recordId: id, ...change },
  })
  return 'saved'
}
