import { sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import { ownerIs } from '../../../core/lists/where.ts'
import type { ReportState } from '../../../core/reports/state.ts'
import type { Scope } from '../../../core/scope.ts'
import { reachedContracts } from '../contracts/reading.ts'
import { contracts } from '../contracts/schema.ts'
import { accountName } from '../papers/account-field.ts'
import { type Age, ageOf, ages } from './ageing.ts'
import { balance, paid } from './balance-sql.ts'
import { instalments } from './schema.ts'

/** What is to be paid in one currency, by age, in its minor units. The parts make up the total. */
export type Ageing = { currency: string; unplanned: number; total: number } & Record<Age, number>

export type OpenInstalment = {
  id: string
  contractId: string
  number: string
  account: string | null
  owner: string | null
  currency: string
  dueOn: string
  openMinor: number
  daysLate: number
}

/** Whose contracts are asked about: of a person, of a department, of all within reach. */
export type Whose = Pick<ReportState, 'owner' | 'department'>

/** Contracts whose balance is still to come. */
const owed = (scope: Scope, { owner, department }: Whose) => sql`${reachedContracts(scope)}
  and ${contracts.state} = 'active' and ${contracts.archivedAt} is null
  ${owner ? sql`and ${ownerIs(scope, owner, contracts)}` : sql``}
  ${department ? sql`and ${contracts.departmentId} = ${department}` : sql``}`

const openOnes = (scope: Scope, whose: Whose) => sql`${instalments} join ${contracts}
  on ${contracts.companyId} = ${instalments.companyId}
    and ${contracts.id} = ${instalments.contractId}
  where ${owed(scope, whose)} and ${instalments.voidedAt} is null
    and ${instalments.amountMinor} > ${paid}`

const everybodys: Whose = { owner: undefined, department: undefined }

/** What is owed, by currency and age: open instalments, and the balance that stands in none. */
export async function readAgeing(scope: Scope, whose: Whose = everybodys): Promise<Ageing[]> {
  const day = today(scope)
  const [open, balances] = await Promise.all([
    scope.db.execute<{ currency: string; daysLate: number; open: number }>(sql`
      select ${contracts.totalCurrency}, ${day}::date - ${instalments.dueOn} as "daysLate",
        sum(${instalments.amountMinor} - ${paid})::float8 as open
      from ${openOnes(scope, whose)} group by 1, 2`),
    scope.db.execute<{ currency: string; balance: number }>(sql`
      select ${contracts.totalCurrency}, sum(${balance})::float8 as balance from ${contracts}
      where ${owed(scope, whose)} group by 1 having sum(${balance}) <> 0 or count(*) > 0 order by 1`),
  ])
  return balances
    .map(({ currency, balance: total }) => {
      const row = { currency, total, unplanned: total, ...nothing }
      for (const one of open.filter((part) => part.currency === currency)) {
        row[ageOf(one.daysLate)] += one.open
        row.unplanned -= one.open
      }
      return row
    })
    .filter((row) => row.total !== 0 || row.unplanned !== 0)
}

const nothing = Object.fromEntries(ages.map((age) => [age, 0])) as Record<Age, number>

/** The first and last number of days that each stretch takes in; null where it is open. */
export const stretches: Record<Age, readonly [number | null, number | null]> = {
  notDue: [null, 0],
  to30: [1, 30],
  to60: [31, 60],
  to90: [61, 90],
  over90: [91, null],
}

/** The open instalments behind one figure, what has been due longest first; the first thousand. */
export function readOpen(
  scope: Scope,
  age: Age,
  currency: string,
  whose: Whose,
): Promise<OpenInstalment[]> {
  const [from, to] = stretches[age]
  const late = sql`${today(scope)}::date - ${instalments.dueOn}`
  return scope.db.execute<OpenInstalment>(sql`
    select ${instalments.id}, ${contracts.id} as "contractId", ${contracts.number},
      ${accountName(scope, contracts.accountId)} as account, ${contracts.totalCurrency},
      ${instalments.dueOn}::text as "dueOn", ${late} as "daysLate",
      (${instalments.amountMinor} - ${paid})::float8 as "openMinor",
      (select u.name from core.users u where u.company_id = ${contracts.companyId}
        and u.id = ${contracts.ownerId}) as owner
    from ${openOnes(scope, whose)} and ${contracts.totalCurrency} = ${currency}
      and (${from}::int is null or ${late} >= ${from}) and (${to}::int is null or ${late} <= ${to})
    order by ${instalments.dueOn}, ${instalments.id} limit 1000`)
}
