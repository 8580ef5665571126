import { sql } from 'drizzle-orm'
import { newId } from '../db/id.ts'
import { recordAudit } from '../records/audit.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { insertMany } from '../seed/insert.ts'
import { countEstates } from './estates.ts'
import { findReceipt, readItems } from './receipts.ts'
import { handoverItems } from './schema.ts'

/** Who hands over to whom. */
export type Handover = { from: string; to: string; note: string }

/**
 * Hands all that a person has to another, in one act with one receipt; nothing else of the records
 * changes. Whoever got it can give it back by the same receipt.
 * @returns id of the receipt; undefined when there was nothing to hand over
 */
export async function handOver(
  scope: Scope,
  registry: Registry,
  { from, to, note }: Handover,
): Promise<string | undefined> {
  const id = newId()
  const [receiver] = await scope.db.execute<{ department: string | null }>(sql`
    select department_id as department from core.users
    where company_id = ${scope.company.id} and id = ${to}`)
  const departmentId = receiver?.department ?? null
  const items: { object: string; recordId: string; departmentId: string | null }[] = []
  for (const { estate } of await countEstates(registry, scope, from))
    for (const { id: recordId, departmentId: before } of await estate.hand(scope, registry, from, {
      ownerId: to,
      departmentId,
    }))
      items.push({ object: estate.object, recordId, departmentId: before })
  if (items.length === 0) return undefined
  await scope.db.execute(sql`
    insert into core.handovers (company_id, id, from_id, to_id, department_id, note, done_by)
    values (${scope.company.id}, ${id}, ${from}, ${to}, ${departmentId}, ${note}, ${scope.actorId})`)
  await insertMany(
    scope,
    handoverItems,
    items.map((item) => ({ handoverId: id, ...item })),
  )
  await recordAudit(scope, {
    action: 'handed-over',
    object: 'core.handover',
    recordId: id,
    after: { from, to, records: items.length },
    reason: note || undefined,
  })
  return id
}

/**
 * Gives back what a receipt names, as far as the receiver still has it; each record goes to the
 * department it had. A second time does nothing.
 * @returns how many went back
 */
export async function giveBack(scope: Scope, registry: Registry, id: string): Promise<number> {
  const receipt = await findReceipt(scope, id, 'for update')
  if (receipt.undoneAt) return receipt.returned ?? 0
  const items = await readItems(scope, id)
  let returned = 0
  for (const { estate } of await countEstates(registry, scope, receipt.to.id)) {
    const own = items.filter(({ object }) => object === estate.object)
    for (const departmentId of new Set(own.map((item) => item.departmentId))) {
      const ids = own.filter((item) => item.departmentId === departmentId)
      const place = { ownerId: receipt.from.id, departmentId }
      const only = ids.map(({ recordId }) => recordId)
      returned += (await estate.hand(scope, registry, receipt.to.id, place, only)).length
    }
  }
  await scope.db.execute(sql`
    update core.handovers set undone_at = now(), undone_by = ${scope.actorId}, returned = ${returned}
    where company_id = ${scope.company.id} and id = ${id}`)
  await recordAudit(scope, {
    action: 'undone',
    object: 'core.handover',
    recordId: id,
    after: { records: returned },
  })
  return returned
}
