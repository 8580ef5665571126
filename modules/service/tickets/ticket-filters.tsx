import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { ListFilter } from '../../../core/lists/list-filter.ts'
import { listsText } from '../../../core/lists/messages.ts'
import type { Scope } from '../../../core/scope.ts'
import { type Choice, printChoice } from '../../../core/values/choice.ts'
import { Field } from '../../../views/field.tsx'
import { viewText } from '../../../views/messages.ts'
import { accounts, people } from '../../contacts/public.ts'
import { clockFilters } from '../clocks/filters.tsx'
import { complaintFilters } from '../complaints/filters.ts'
import { ratedFilter } from '../ratings/filters.ts'
import { reportFilters } from '../reports/filters.ts'
import { viewAccounts, viewPeople } from '../rights.ts'
import { statesText } from '../states/messages.ts'
import { categories, states } from '../states/schema.ts'
import { stateTypes } from '../states/state-types.ts'
import { channels, priorities, ticketTypes } from './choices.ts'
import { chosen } from './chosen-filter.tsx'
import { ticketsText } from './messages.ts'
import { tickets } from './schema.ts'
import { ticketFields } from './ticket-fields.ts'

const words = ({ locale }: Scope) => ticketsText(locale)

/** Of all that is not solved or closed, and of that what does not wait for the customer. */
const undone = 'undone'
const ours = 'ours'

/** By what a state means, whatever it is called; `undone` for all that is still to do, `ours` for what waits for us. */
const byProgress = chosen(
  'progress',
  (locale) => ticketsText(locale).progress,
  (locale) => [
    { value: undone, label: ticketsText(locale).undone },
    { value: ours, label: ticketsText(locale).ours },
    ...stateTypes.map((value) => ({ value, label: statesText(locale).types[value] })),
  ],
  (value) => {
    if (value === undone) return sql`${tickets.stateType} not in ('solved', 'closed')`
    if (value === ours)
      return sql`${tickets.stateType} not in ('solved', 'closed', 'waiting_customer')`
    return sql`${tickets.stateType} = ${value}`
  },
)

/** For how many days a customer has been waited for. */
const silences = ['3', '7', '14'] as const

const bySilence = chosen(
  'silent',
  (locale) => ticketsText(locale).silent,
  (locale) =>
    silences.map((days) => ({ value: days, label: ticketsText(locale).silentFor(Number(days)) })),
  (value) => {
    const days = Number(silences.find((one) => one === value) ?? silences[0])
    return sql`(${tickets.stateType} = 'waiting_customer'
      and ${tickets.stateSince} < now() - ${days} * interval '1 day')`
  },
)

const byChoice = (name: 'priority' | 'type' | 'channel', choices: readonly Choice[]): ListFilter =>
  chosen(
    name,
    (locale) => ticketFields.find(({ field }) => field === name)?.label[locale] ?? name,
    (locale) =>
      choices.map(({ key }) => ({ value: key, label: printChoice(key, choices, locale) })),
    (value) => sql`${tickets[name]} = ${value}`,
  )

/** By the name of what a company set up, so that an address and its chip say it in words. */
const byName = (
  name: 'state' | 'category',
  of: typeof states | typeof categories,
  column: SQL,
): ListFilter => ({
  name,
  condition: ({ company }, value) =>
    value === 'none'
      ? sql`${column} is null`
      : sql`${column} in (select n.id from ${of} n
          where n.company_id = ${company.id} and n.name = ${value})`,
  say: (scope, value) =>
    listsText(scope.locale).chip(
      words(scope)[name],
      value === 'none' ? words(scope).categoryNone : value,
    ),
  control: (scope, value) => (
    <Field
      t={viewText(scope.locale).form}
      form="filter"
      kind="text"
      name={name}
      label={words(scope)[name]}
      value={value}
    />
  ),
})

/** The tickets of an account, or a contact, that the reader may see. */
const ofRecord = (
  name: 'account' | 'person',
  of: typeof accounts | typeof people,
  permission: string,
  column: SQL,
): ListFilter => ({
  name,
  isId: true,
  condition: (scope, id) => sql`${column} = ${id} and exists (select from ${of}
    where ${of.companyId} = ${scope.company.id} and ${of.id} = ${id}
      and ${within(scope, permission, of)})`,
  say: (scope) => words(scope)[name],
})

/** Tickets that a file says were solved before they were first answered. */
export const datesCrossed = sql`${tickets.solvedAt} < ${tickets.firstResponseAt}`

const byDates = chosen(
  'dates',
  (locale) => ticketsText(locale).dates,
  (locale) => [{ value: 'crossed', label: ticketsText(locale).crossed }],
  (value) => (value === 'crossed' ? datesCrossed : sql`true`),
)

/** The filters that tickets have beside those of every record. */
export const ticketFilters: readonly ListFilter[] = [
  byProgress,
  byName('state', states, sql`${tickets.stateId}`),
  byChoice('priority', priorities),
  byChoice('type', ticketTypes),
  byName('category', categories, sql`${tickets.categoryId}`),
  byChoice('channel', channels),
  byDates,
  bySilence,
  ofRecord('account', accounts, viewAccounts, sql`${tickets.accountId}`),
  ofRecord('person', people, viewPeople, sql`${tickets.personId}`),
  ...clockFilters,
  ...reportFilters,
  ...complaintFilters,
  ratedFilter,
]
