import { rawOf, readFields } from '../../../core/fields/forms.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import type { Named } from '../../../core/records/stored.ts'
import type { Scope } from '../../../core/scope.ts'
import { sayProblem } from '../../../core/values/problem.ts'
import { parseText } from '../../../core/values/text.ts'
import { recordMeant } from '../../contacts/public.ts'
import { readCategories } from '../states/reading.ts'
import { ticketKind } from './kind.ts'
import { ticketsText } from './messages.ts'
import type { Kept, TicketRecord } from './ticket-record.ts'
import type { TicketInput } from './tickets.ts'

/** A ticket as its form shows it. Whom it is for is named only to those who may see them. */
export const ticketRaw = (scope: Scope, ticket: TicketRecord): Raw => ({
  ...rawOf(fieldsOf(scope, ticketKind), ticket.values, scope.locale),
  account: ticket.account?.name ?? '',
  person: ticket.person?.name ?? '',
  categoryId: ticket.categoryId ?? '',
})

export type ReadTicket = {
  input: TicketInput
  /** What the customer asks, and what somebody who is no contact is called; asked for new ones alone. */
  text: string
  fromName: string
  errors: Errors
  understood: string[]
}

/** Reads a ticket's form. Whom the reader may not see stays what it is. */
export async function readTicketForm(
  scope: Scope,
  raw: Raw,
  old?: TicketRecord,
): Promise<ReadTicket> {
  const { values, errors, understood } = readFields<Kept>(
    scope,
    fieldsOf(scope, ticketKind),
    raw,
    old?.values,
  )
  const [accountId, personId, categoryId] = await Promise.all([
    readLink(scope, 'account', raw.account, errors, old?.accountId, old?.account),
    readLink(scope, 'person', raw.person, errors, old?.personId, old?.person),
    readCategory(scope, raw.categoryId, errors, old?.categoryId),
  ])
  const say = (name: 'text' | 'fromName', most: number): string => {
    const said = parseText(raw[name] ?? '', { most })
    if (!said.ok && (raw[name] ?? '').trim() !== '')
      errors[name] = sayProblem(said.problem, scope.locale)
    return said.ok ? said.value : ''
  }
  const [text, fromName] = [say('text', 50_000), say('fromName', 200)]
  return { input: { values, accountId, personId, categoryId }, text, fromName, errors, understood }
}

async function readLink(
  scope: Scope,
  what: 'account' | 'person',
  typed: string | undefined,
  errors: Errors,
  oldId: string | null = null,
  old: Named | null = null,
): Promise<string | null> {
  if ((oldId && !old) || typed === undefined) return oldId
  const name = typed.trim()
  if (name === '') return null
  if (name === old?.name) return old.id
  const t = ticketsText(scope.locale)
  const meant = name.includes('\0') ? undefined : await recordMeant(scope, what, name)
  if (meant && meant !== 'several') return meant.id
  errors[what] = meant ? t[`${what}Several`] : t[`${what}Unknown`]
  return null
}

async function readCategory(
  scope: Scope,
  id: string | undefined,
  errors: Errors,
  oldId: string | null = null,
): Promise<string | null> {
  if (id === undefined || id === oldId) return oldId
  if (id === '') return null
  const found = (await readCategories(scope)).find((one) => one.id === id && !one.hidden)
  if (!found) errors.categoryId = ticketsText(scope.locale).categoryGone
  return found?.id ?? null
}
