import { today } from '../../../core/calendar/reading.ts'
import { newId } from '../../../core/db/id.ts'
import type { Scope } from '../../../core/scope.ts'
import { rejected } from '../../../core/transfer/book/book.ts'
import { bookText } from '../../../core/transfer/book/messages.ts'
import type { Mode, Outcome } from '../../../core/transfer/transfer.ts'
import { printMoney } from '../../../core/values/money.ts'
import type { HeldContract } from '../receivables/holding.ts'
import { receivableText } from '../receivables/messages.ts'
import type { Incoming } from '../receivables/receiving-many.ts'
import { salesTransferText } from './messages.ts'
import type { Known, ReceiptBook } from './receipt-book.ts'
import type { ReceiptCells } from './receipt-columns.ts'

/** What rows come to: receipts that are new, and others of which the notes are. */
export type Entered = {
  incoming: Incoming[]
  noted: { receipt: Known; now: Pick<Known, 'method' | 'reference' | 'note'> }[]
}

/** Goes through rows in their order: each is one that is there, a new one, or refused with a reason. */
export function enterReceipts(
  scope: Scope,
  book: ReceiptBook,
  rows: readonly ReceiptCells[],
  mode: Mode,
): Entered & { outcomes: Outcome[] } {
  const entered: Entered = { incoming: [], noted: [] }
  const left = new Map<string, number>()
  const outcomes = rows.map((row): Outcome => {
    const t = salesTransferText(scope.locale)
    const contract = book.contractOf(row.contract)
    if (!contract) return rejected(t.unknownContract(row.contract), 'contract')
    const known = row.number ? book.withNumber(row.number) : book.takeSame(contract.id, row)
    if (known) return again(scope, entered, contract, known, row, mode)
    const isThere = row.number && entered.incoming.some(({ number }) => number === row.number)
    if (isThere) return { kind: 'skipped' }
    if (mode === 'update') return rejected(bookText(scope.locale).nothingToUpdate(row.contract))
    const rest = left.get(contract.id) ?? contract.totalMinor - contract.receivedMinor
    const reason = refuse(scope, contract, row, rest)
    if (reason) return rejected(reason)
    const { number, receivedOn, method = '', reference = '', note = '' } = row
    const { id: contractId, currency } = contract
    left.set(contractId, rest - row.amount.minor)
    entered.incoming.push({
      ...{ id: newId(), contractId, currency, number, receivedOn },
      ...{ amountMinor: row.amount.minor, method, reference, note },
    })
    return { kind: 'created' }
  })
  return { ...entered, outcomes }
}

/** A row about a receipt that is there: its notes may differ, its money may not. */
function again(
  scope: Scope,
  { noted }: Entered,
  contract: HeldContract,
  known: Known,
  row: ReceiptCells,
  mode: Mode,
): Outcome {
  const t = receivableText(scope.locale)
  if (known.isVoid) return rejected(salesTransferText(scope.locale).receiptVoid(known.number))
  const isSame =
    known.contractId === contract.id &&
    known.receivedOn === row.receivedOn &&
    known.amountMinor === row.amount.minor &&
    contract.currency === row.amount.currency
  if (!isSame) return rejected(t.fixed)
  const { method = known.method, reference = known.reference, note = known.note } = row
  const isNoted = method === known.method && reference === known.reference && note === known.note
  if (isNoted || mode === 'create') return { kind: 'skipped' }
  noted.push({ receipt: known, now: { method, reference, note } })
  return { kind: 'updated' }
}

/** Why money cannot be taken for a contract of which so much is left, if so. */
function refuse(
  scope: Scope,
  { currency, state }: HeldContract,
  { amount, receivedOn }: ReceiptCells,
  left: number,
): string | undefined {
  const t = receivableText(scope.locale)
  if (state !== 'active') return t.notInForce
  if (amount.currency !== currency) return t.otherCurrency(currency)
  if (amount.minor <= 0) return t.needPositive
  if (receivedOn > today(scope)) return t.receivedLater
  const said = printMoney({ minor: left, currency }, scope.locale)
  return amount.minor > left ? t.tooMuch(said) : undefined
}
