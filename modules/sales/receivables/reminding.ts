import { sql } from 'drizzle-orm'
import { readPerson } from '../../../core/access/people.ts'
import { peopleWith } from '../../../core/access/people-with.ts'
import { today } from '../../../core/calendar/reading.ts'
import { notifyMany, type Told } from '../../../core/notify/notify.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { contractKind } from '../contracts/kind.ts'
import { contracts } from '../contracts/schema.ts'
import { paid } from './balance-sql.ts'
import { instalments } from './schema.ts'

type Late = {
  contractId: string
  ownerId: string | null
  departmentId: string | null
  dueOn: string
  openMinor: number
  currency: string
}

/** Tells owners, and who leads their departments, of what should have been paid by yesterday: once each. */
export async function tellOverdue(
  scope: Scope,
  _: Record<string, unknown>,
  registry: Registry,
): Promise<void> {
  const late = await scope.db.execute<Late>(sql`
    update ${instalments} set told_at = now() from ${contracts}
    where ${instalments.companyId} = ${scope.company.id}
      and ${contracts.companyId} = ${instalments.companyId}
      and ${contracts.id} = ${instalments.contractId} and ${contracts.state} = 'active'
      and ${contracts.archivedAt} is null and ${instalments.voidedAt} is null
      and ${instalments.toldAt} is null and ${instalments.dueOn} < ${today(scope)}::date
      and ${instalments.amountMinor} > ${paid}
    returning ${contracts.id} as "contractId", ${contracts.ownerId} as "ownerId",
      ${contracts.departmentId} as "departmentId", ${instalments.dueOn}::text as "dueOn",
      (${instalments.amountMinor} - ${paid})::float8 as "openMinor", ${contracts.totalCurrency}`)
  if (late.length === 0) return
  const leads = await readLeads(scope, registry)
  const told = late.flatMap(({ contractId, ownerId, departmentId, ...data }): Told[] => {
    const above = leads.filter(({ treeIds }) => departmentId && treeIds.includes(departmentId))
    const people = new Set([...(ownerId ? [ownerId] : []), ...above.map(({ id }) => id)])
    const about = { object: contractKind.object, recordId: contractId }
    return [...people].map((person) => ({ person, kind: 'sales.overdue', about, data }))
  })
  await notifyMany(scope, told)
}

/** Those who lead departments and look after contracts, with the departments below them. */
async function readLeads(scope: Scope, registry: Registry) {
  const ids = await peopleWith(scope, registry, contractKind.view)
  const people = await Promise.all(
    ids.map((id) => readPerson(scope.db, registry.permissions, scope.company.id, id)),
  )
  return people
    .flatMap((found) => (found ? [found.person] : []))
    .filter(({ roles }) => roles.includes('lead'))
}
