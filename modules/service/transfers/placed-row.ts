import { type Origin, withoutOrigin } from '../../../core/transfer/book/origin.ts'
import { searchText } from '../../../core/values/names.ts'
import { type TicketValues, ticketFields, usualValues } from '../tickets/ticket-fields.ts'
import type { Kept } from '../tickets/ticket-record.ts'
import type { TicketRow } from './ticket-columns.ts'
import type { TicketState } from './ticket-state.ts'
import type { Standing } from './words.ts'

/** A row whose names are looked up. */
export type Placed = Omit<TicketRow, 'firstResponseAt' | 'solvedAt'> & {
  name: string
  personId: string | null
  accountId?: string
  categoryId?: string
  standing: Standing
  answered?: Date
  done?: Date
}

const noValues: Partial<TicketValues> = Object.fromEntries(
  ticketFields.map(({ field }) => [field, null]),
)

/** The ticket that a row makes; a number that none bears here is that of another program. */
export const made = (row: Placed, origin: Origin): TicketState =>
  merged(blank(row, origin), { ...row, reference: row.reference ?? row.number })

/** Before its row has told anything. */
const blank = ({ standing: { state }, text }: Placed, origin: Origin): TicketState => ({
  values: { ...noValues, ...usualValues, channel: 'import', ...unnamed } as Kept,
  ...{ origin, text, ownerId: null, departmentId: null, personId: null, accountId: null },
  ...{ categoryId: null, stateId: state.id, stateType: state.type },
  ...{ firstResponseAt: null, solvedAt: null },
})

const unnamed = { number: '', fromName: '', fromAddress: '' }

/**
 * A ticket with the row's filled cells; the others stay, and so does whom it is for while the row names
 * nobody else.
 */
export function merged(state: TicketState, row: Placed): TicketState {
  const { requester, requesterEmail, personId, accountId, categoryId, standing } = row
  const isTold = standing.isNamed || row.done || row.answered
  const stands = isTold && !standing.keeps(state.stateId) ? standing.state : undefined
  const { fromName, fromAddress } = state.values
  const asks = {
    fromName: requester && !sameText(requester, fromName) ? requester : fromName,
    fromAddress:
      requesterEmail && !sameText(requesterEmail, fromAddress) ? requesterEmail : fromAddress,
  }
  const isRenamed = asks.fromName !== fromName
  const isOther = isRenamed || asks.fromAddress !== fromAddress
  return {
    ...{ ...state, values: { ...state.values, ...valuesOf(row), ...asks } },
    // Somebody of another name is another person, though no contact may be known by it.
    personId: isRenamed ? personId : (isOther && personId) || state.personId,
    accountId: accountId ?? state.accountId,
    categoryId: categoryId ?? state.categoryId,
    stateId: stands?.id ?? state.stateId,
    stateType: stands?.type ?? state.stateType,
    firstResponseAt: told(state.firstResponseAt, row.answered),
    solvedAt: told(state.solvedAt, row.done),
  }
}

const sameText = (one: string, other: string): boolean => searchText(one) === searchText(other)

/** A moment as a file tells it: what it knows to the second alone is the same moment. */
function told(known: Date | null, said: Date | undefined): Date | null {
  const isSame = known && said && Math.floor(known.getTime() / 1000) * 1000 === said.getTime()
  return isSame ? known : (said ?? known)
}

/** The cells that are fields of a ticket, the company's own among them. */
function valuesOf(row: Placed): Partial<TicketValues> {
  const { personId: _, accountId: __, categoryId: ___, standing: ____, number, ...cells } = row
  const { answered, done, state, category, requester, requesterEmail, account, text, ...more } =
    cells
  const { owner, department, ...values } = withoutOrigin(more)
  return values
}
