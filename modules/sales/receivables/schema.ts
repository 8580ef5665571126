import { sql } from 'drizzle-orm'
import {
  bigint,
  date,
  foreignKey,
  index,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { company, id, lifetime, moment } from '../../../core/db/columns.ts'
import { contracts } from '../contracts/schema.ts'
import { plain, sales } from '../schema.ts'

/** What is to be paid by when (回款计划), in minor units of the contract's currency. */
export const instalments = sales.table(
  'instalments',
  {
    companyId: company(),
    id: id(),
    contractId: uuid('contract_id').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    note: plain('note'),
    voidedAt: moment('voided_at'),
    /** When owner and lead were told that it is overdue. */
    toldAt: moment('told_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('instalments_contract').on(t.companyId, t.contractId, t.dueOn, t.id),
    index('instalments_due').on(t.companyId, t.dueOn).where(sql`${t.voidedAt} is null`),
    foreignKey({
      columns: [t.companyId, t.contractId],
      foreignColumns: [contracts.companyId, contracts.id],
    }),
  ],
)

/**
 * Money that came in (回款), in minor units of the contract's currency. `instalment_id` is the one it
 * was meant for. A voided one stays, and counts no more.
 */
export const receipts = sales.table(
  'receipts',
  {
    companyId: company(),
    id: id(),
    number: text('number').notNull(),
    contractId: uuid('contract_id').notNull(),
    instalmentId: uuid('instalment_id'),
    receivedOn: date('received_on', { mode: 'string' }).notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    method: plain('method'),
    reference: plain('reference'),
    note: plain('note'),
    search: text('search').notNull(),
    recordedBy: uuid('recorded_by'),
    /** Why it is to be void, while that waits to be approved and afterwards. */
    voidReason: plain('void_reason'),
    voidAskedAt: moment('void_asked_at'),
    voidedAt: moment('voided_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('receipts_number').on(t.companyId, t.number),
    index('receipts_contract').on(t.companyId, t.contractId, t.receivedOn, t.id),
    index('receipts_day').on(t.companyId, t.receivedOn, t.id),
    foreignKey({
      columns: [t.companyId, t.contractId],
      foreignColumns: [contracts.companyId, contracts.id],
    }),
    foreignKey({
      columns: [t.companyId, t.instalmentId],
      foreignColumns: [instalments.companyId, instalments.id],
    }),
  ],
)

/** So much of a receipt pays so much of an instalment; there is none of a voided one. */
export const receiptParts = sales.table(
  'receipt_parts',
  {
    companyId: company(),
    receiptId: uuid('receipt_id').notNull(),
    instalmentId: uuid('instalment_id').notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.receiptId, t.instalmentId] }),
    index('receipt_parts_instalment').on(t.companyId, t.instalmentId),
    foreignKey({
      columns: [t.companyId, t.receiptId],
      foreignColumns: [receipts.companyId, receipts.id],
    }),
    foreignKey({
      columns: [t.companyId, t.instalmentId],
      foreignColumns: [instalments.companyId, instalments.id],
    }),
  ],
)
