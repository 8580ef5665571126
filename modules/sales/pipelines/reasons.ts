import { and, eq, sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { foundReasons } from './founding.ts'
import { lossReasons } from './schema.ts'
import type { LossReason } from './usual.ts'

export const reasonObject = 'sales.loss-reason'
export const mostReasons = 50

/** Adds a reason for which deals are lost. */
export async function addReason(scope: Scope, name: string): Promise<void> {
  await foundReasons(scope)
  const id = newId()
  const next = sql`(select coalesce(max(position), 0) + 1 from ${lossReasons}
    where company_id = ${scope.company.id})`
  await Promise.all([
    scope.db.insert(lossReasons).values({ companyId: scope.company.id, id, name, position: next }),
    recordAudit(scope, {
      ...{ action: 'created', object: reasonObject, recordId: id },
      after: { name },
    }),
  ])
}

/** Renames a reason, or takes it out of use; lost deals keep it. */
export async function saveReason(
  scope: Scope,
  old: LossReason,
  { name, hidden }: Omit<LossReason, 'id'>,
): Promise<void> {
  if (old.name === name && old.hidden === hidden) return
  await foundReasons(scope)
  const action = old.hidden === hidden ? 'changed' : hidden ? 'archived' : 'restored'
  await Promise.all([
    scope.db
      .update(lossReasons)
      .set({
        ...{ name, archivedAt: hidden ? scope.now() : null },
        ...{ updatedAt: sql`now()`, version: sql`${lossReasons.version} + 1` },
      })
      .where(and(eq(lossReasons.companyId, scope.company.id), eq(lossReasons.id, old.id))),
    recordAudit(scope, {
      ...{ action, object: reasonObject, recordId: old.id },
      ...(old.name !== name && { before: { name: old.name }, after: { name } }),
    }),
  ])
}
