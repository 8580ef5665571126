import { sql } from 'drizzle-orm'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { releaseContract, writeContract } from '../../../modules/sales/contracts/contracts.ts'
import { readContract } from '../../../modules/sales/contracts/reading.ts'
import { planInstalment } from '../../../modules/sales/receivables/instalments.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Firm, Office } from '../../setup/office.ts'

/** The address a form went to when it was accepted; the page that refused it fails the test. */
export function landed(answer: Response): string {
  const to = answer.headers.get('location')
  if (answer.status !== 303 || !to) throw new Error(`Refused with ${answer.status}.`)
  return to
}

export const idIn = (address: string): string => address.split('/').at(-1) ?? ''

/** An account that belongs to somebody. */
export async function makeAccount(
  firm: Pick<Firm, 'as'>,
  name: string,
  owner: PersonName = 'emil',
): Promise<string> {
  return idIn(landed(await firm.as(owner).post('/contacts/accounts', { name })))
}

/** A contract in force, of whoever's scope it is; amounts in fen of the company's currency. */
export async function makeContract(
  scope: Scope,
  registry: Registry,
  accountId: string,
  totalMinor: number,
  plan: readonly [dueOn: string, amountMinor: number][] = [],
  currency = scope.company.currency,
): Promise<string> {
  const id = await writeContract(scope, registry, {
    ...{ name: '供货合同', accountId, currency, totalMinor, signedOn: null, startsOn: null },
    ...{ endsOn: null, remindDays: null, terms: '' },
  })
  await releaseContract(scope, registry, await readContract(scope, id), '')
  for (const [dueOn, amountMinor] of plan)
    await planInstalment(scope, registry, id, { dueOn, amountMinor, note: '' })
  return id
}

export const registryOf = (office: Office): Registry => office.app.product.registry

/** How many rows of a table a company has, past everybody's reach. */
export async function countRows(scope: Scope, table: string): Promise<number> {
  const [row] = await scope.db.execute<{ count: number }>(sql`
    select count(*)::int as count from sales.${sql.identifier(table)}
    where company_id = ${scope.company.id}`)
  return row?.count ?? 0
}
