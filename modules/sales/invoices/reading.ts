import { type SQL, sql } from 'drizzle-orm'
import { notFound } from '../../../core/http/refusal.ts'
import type { Scope } from '../../../core/scope.ts'
import { reachedContracts } from '../contracts/reading.ts'
import { contracts } from '../contracts/schema.ts'
import type { InvoiceValues } from './invoice-form.ts'
import { type InvoiceState, invoiceRequests } from './schema.ts'

export type InvoiceRow = InvoiceValues & {
  id: string
  contractId: string
  state: InvoiceState
  invoiceNumber: string
  issuedOn: string | null
  answer: string
  requesterId: string | null
  requestedBy: string | null
}

const columns = sql`i.id, i.contract_id as "contractId", i.kind, i.payer, i.title,
  i.tax_number as "taxNumber", i.address, i.bank, i.amount_minor::float8 as "amountMinor", i.note,
  i.state, i.invoice_number as "invoiceNumber", i.issued_on::text as "issuedOn", i.answer,
  i.requested_by as "requesterId", (select u.name from core.users u
    where u.company_id = i.company_id and u.id = i.requested_by) as "requestedBy"`

/** The requests of a contract that may be seen, the latest first. */
export const invoicesOf = (scope: Scope, contractId: string): Promise<InvoiceRow[]> =>
  scope.db.execute<InvoiceRow>(sql`
    select ${columns} from ${invoiceRequests} i
    where i.company_id = ${scope.company.id} and i.contract_id = ${contractId}
    order by i.id desc limit 200`)

/** One request on a contract that a permission reaches. @throws Refusal 404 else */
export async function readInvoice(
  scope: Scope,
  id: string,
  permission: string,
): Promise<InvoiceRow> {
  const [row] = await scope.db.execute<InvoiceRow>(sql`
    select ${columns} from ${invoiceRequests} i join ${contracts}
      on ${contracts.companyId} = i.company_id and ${contracts.id} = i.contract_id
    where ${reachedContracts(scope, permission)} and i.id = ${id}`)
  if (!row) throw notFound()
  return row
}

type Title = Pick<InvoiceValues, 'payer' | 'title' | 'taxNumber' | 'address' | 'bank'>

/** The title that the account's last invoice bore, else its own name and credit code. */
export async function usualTitle(scope: Scope, accountId: string): Promise<Title> {
  const before: SQL = sql`select i.payer, i.title, i.tax_number as "taxNumber", i.address, i.bank
    from ${invoiceRequests} i join ${contracts}
      on ${contracts.companyId} = i.company_id and ${contracts.id} = i.contract_id
    where ${reachedContracts(scope)} and ${contracts.accountId} = ${accountId}
      and i.state <> 'refused' order by i.id desc limit 1`
  const [last] = await scope.db.execute<Title>(before)
  if (last) return last
  const [account] = await scope.db.execute<{ title: string; taxNumber: string }>(sql`
    select name as title, coalesce(credit_code, '') as "taxNumber" from contacts.accounts
    where company_id = ${scope.company.id} and id = ${accountId}`)
  return { payer: 'firm', title: '', taxNumber: '', address: '', bank: '', ...account }
}
