import { refuseErrors } from '../../../core/api/invalid.ts'
import { heldOf, readPlacing } from '../../../core/api/records/placing.ts'
import { readValues } from '../../../core/api/records/values.ts'
import type { Input } from '../../../core/api/resource.ts'
import type { Errors } from '../../../core/http/form.ts'
import { inJson } from '../../../core/own-fields/json.ts'
import { reaches } from '../../../core/records/reach.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { sayProblem } from '../../../core/values/problem.ts'
import { parseText } from '../../../core/values/text.ts'
import { accountKind, personKind } from '../../contacts/public.ts'
import { conversationText } from '../conversation/messages.ts'
import { readCategories } from '../states/reading.ts'
import { ticketKind } from './kind.ts'
import { ticketsText } from './messages.ts'
import { changeState } from './moving.ts'
import { ticketFields } from './ticket-fields.ts'
import type { Kept, TicketRecord } from './ticket-record.ts'

/** Reads what a program wrote of a ticket; what it left out stays as it was. */
export async function readInput(scope: Scope, input: Input, old?: TicketRecord) {
  const { values, errors } = readValues<Kept>(scope, ticketKind, ticketFields, input, old?.values)
  const placing = await readPlacing(scope, input, heldOf(scope, ticketKind, old), errors)
  const accountId = await readLink(scope, 'account', input, errors, old)
  const personId = await readLink(scope, 'person', input, errors, old)
  const categoryId = await readCategory(scope, input, errors, old)
  return { values, accountId, personId, categoryId, placing, errors }
}

/** Whom a ticket is to be for, if the program's person may see them. */
async function readLink(
  scope: Scope,
  what: 'account' | 'person',
  input: Input,
  errors: Errors,
  old: TicketRecord | undefined,
): Promise<string | null> {
  const field = `${what}Id` as const
  const id = input[field] as string | null | undefined
  if (id === null) return null
  if (id === undefined || id === old?.[field]) return old?.[field] ?? null
  const kind = what === 'account' ? accountKind : personKind
  if (!(await reaches(scope, kind, [id], kind.view)))
    errors[field] = ticketsText(scope.locale)[`${what}Unknown`]
  return id
}

async function readCategory(
  scope: Scope,
  { categoryId: id }: Input,
  errors: Errors,
  old: TicketRecord | undefined,
): Promise<string | null> {
  if (id === null) return null
  if (id === undefined || id === old?.categoryId) return old?.categoryId ?? null
  const found = (await readCategories(scope)).find((one) => one.id === id && !one.hidden)
  if (!found) errors.categoryId = ticketsText(scope.locale).categoryGone
  return found?.id ?? null
}

/** The longest of what a program says of a ticket besides its fields, in characters. */
export const mostSaid = { text: 50_000, fromName: 200, fromAddress: 300 } as const
type Said = keyof typeof mostSaid

/** Reads what a program says with a new ticket: who asks, and what. */
export function readSaid({ locale }: Scope, input: Input, errors: Errors) {
  const said: Partial<Record<Said, string>> = {}
  for (const name of Object.keys(mostSaid) as Said[]) {
    const given = input[name]
    if (typeof given !== 'string') continue
    const parsed = parseText(given, { most: mostSaid[name] })
    if (parsed.ok) said[name] = parsed.value
    else errors[name] = sayProblem(parsed.problem, locale)
  }
  return said
}

/** Brings a ticket into the state that a program names. @throws Invalid when there is none */
export async function readState(
  scope: Scope,
  registry: Registry,
  id: string,
  input: Input,
): Promise<void> {
  const changed = await changeState(scope, registry, id, input.stateId as string)
  if (changed === 'gone') refuse({ stateId: conversationText(scope.locale).state.gone })
}

/** @throws Invalid with what is wrong, if anything is */
export const refuse = (errors: Errors): void => refuseErrors(inJson(errors))
