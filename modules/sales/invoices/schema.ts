import { bigint, date, foreignKey, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { company, id, lifetime } from '../../../core/db/columns.ts'
import { contracts } from '../contracts/schema.ts'
import { plain, sales } from '../schema.ts'

/**
 * A wish for an invoice (开票申请) on a contract, in minor units of its currency, with the title (抬头)
 * it is to bear. `tax_number` is empty for a private person.
 */
export const invoiceRequests = sales.table(
  'invoice_requests',
  {
    companyId: company(),
    id: id(),
    contractId: uuid('contract_id').notNull(),
    kind: text('kind').$type<'general' | 'special'>().notNull(),
    payer: text('payer').$type<'firm' | 'person'>().notNull(),
    title: text('title').notNull(),
    taxNumber: plain('tax_number'),
    address: plain('address'),
    bank: plain('bank'),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    note: plain('note'),
    state: text('state').$type<InvoiceState>().notNull().default('requested'),
    invoiceNumber: plain('invoice_number'),
    issuedOn: date('issued_on', { mode: 'string' }),
    answer: plain('answer'),
    requestedBy: uuid('requested_by'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('invoice_requests_contract').on(t.companyId, t.contractId, t.id),
    index('invoice_requests_state').on(t.companyId, t.state, t.id),
    foreignKey({
      columns: [t.companyId, t.contractId],
      foreignColumns: [contracts.companyId, contracts.id],
    }),
  ],
)

export type InvoiceState = 'requested' | 'issued' | 'refused'
