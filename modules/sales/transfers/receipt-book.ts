import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { Scope } from '../../../core/scope.ts'
import { recordReceipts } from '../contracts/rights.ts'
import { contracts } from '../contracts/schema.ts'
import { type HeldContract, holdContracts } from '../receivables/holding.ts'
import { receipts } from '../receivables/schema.ts'
import type { ReceiptCells } from './receipt-columns.ts'

/** A receipt that is there, or that a row above has made; an ISO day, minor units. */
export type Known = {
  id: string
  number: string
  version: number
  contractId: string
  amountMinor: number
  receivedOn: string
  method: string
  reference: string
  note: string
  isVoid: boolean
}

/** The contracts that rows name, held, and the receipts they may mean. */
export type ReceiptBook = {
  contractOf: (number: string) => HeldContract | undefined
  withNumber: (number: string) => Known | undefined
  /** The next receipt that says the same as a row without a number; each is taken once. */
  takeSame: (contractId: string, row: ReceiptCells) => Known | undefined
}

/** Reads every receipt that rows may mean, and holds their contracts until the import is done. */
export async function readReceiptBook(
  scope: Scope,
  rows: readonly ReceiptCells[],
): Promise<ReceiptBook> {
  const named = await scope.db.execute<{ id: string }>(sql`
    select ${contracts.id} from ${contracts} where ${contracts.companyId} = ${scope.company.id}
      and ${contracts.number} = any(${sql.param(rows.map(({ contract }) => contract))}::text[])
      and ${contracts.archivedAt} is null and ${within(scope, recordReceipts, contracts)}`)
  const ids = named.map(({ id }) => id)
  const held = await holdContracts(scope, ids)
  const numbers = rows.flatMap(({ number }) => number ?? [])
  const known = await scope.db.execute<Known>(sql`
    select id, number, version, contract_id as "contractId", amount_minor::float8 as "amountMinor",
      received_on::text as "receivedOn", method, reference, note,
      voided_at is not null as "isVoid"
    from ${receipts} where company_id = ${scope.company.id}
      and (number = any(${sql.param(numbers)}::text[])
        or contract_id = any(${sql.param(ids)}::uuid[])) order by id`)
  const byNumber = new Map(known.map((one) => [one.number, one]))
  const asked = new Set(numbers)
  const same = Map.groupBy(
    known.filter(({ isVoid, number }) => !isVoid && !asked.has(number)),
    sayReceipt,
  )
  return {
    contractOf: (number) => held.find((one) => one.number === number),
    withNumber: (number) => byNumber.get(number),
    takeSame: (contractId, { amount, receivedOn, reference = '' }) =>
      same
        .get(sayReceipt({ contractId, amountMinor: amount.minor, receivedOn, reference }))
        ?.shift(),
  }
}

type Said = Pick<Known, 'contractId' | 'amountMinor' | 'receivedOn' | 'reference'>

const sayReceipt = ({ contractId, amountMinor, receivedOn, reference }: Said): string =>
  [contractId, amountMinor, receivedOn, reference].join(' ')
