import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { today } from '../../../core/calendar/reading.ts'
import type { ListFilter } from '../../../core/lists/list-filter.ts'
import { listsText } from '../../../core/lists/messages.ts'
import type { Scope } from '../../../core/scope.ts'
import { Field } from '../../../views/field.tsx'
import { viewText } from '../../../views/messages.ts'
import { accounts } from '../../contacts/public.ts'
import { paperText } from '../papers/messages.ts'
import { balance, overdue } from '../receivables/balance-sql.ts'
import { viewAccounts } from '../rights.ts'
import { contractText } from './messages.ts'
import { contracts } from './schema.ts'
import { type ContractState, storedStates } from './state.ts'

const states: readonly ContractState[] = [...storedStates, 'expired']
const form = ({ locale }: Scope) => ({ t: viewText(locale).form, form: 'filter' })

/** How a contract stands today: one in force whose term is over is expired. */
const byState: ListFilter = {
  name: 'stands',
  condition: (scope, state) => {
    const isOver = sql`coalesce(${contracts.endsOn} < ${today(scope)}::date, false)`
    if (state === 'expired') return sql`${contracts.state} = 'active' and ${isOver}`
    if (state === 'active') return sql`${contracts.state} = 'active' and not ${isOver}`
    return sql`${contracts.state} = ${state}`
  },
  say: ({ locale }, state) => {
    const { state: label, states: words } = contractText(locale)
    const known = states.find((one) => one === state)
    return listsText(locale).chip(label, known ? words[known] : state)
  },
  control: (scope, state) => (
    <Field
      {...form(scope)}
      kind="select"
      name="stands"
      label={contractText(scope.locale).state}
      value={state}
      none={listsText(scope.locale).anywhere}
      options={states.map((value) => ({ value, label: contractText(scope.locale).states[value] }))}
    />
  ),
}

/** A mark that is on or off, about the money of contracts in force. */
const marked = (name: 'owing' | 'late', condition: (scope: Scope) => SQL): ListFilter => ({
  name,
  condition: (scope, given) =>
    given === '1' ? sql`${contracts.state} = 'active' and ${condition(scope)}` : sql`true`,
  say: ({ locale }) => contractText(locale).filter[name],
  control: (scope, given) => (
    <Field
      {...form(scope)}
      kind="checkbox"
      name={name}
      value="1"
      label={contractText(scope.locale).filter[name]}
      checked={given === '1'}
    />
  ),
})

/** The contracts with an account that the reader may see. */
const withAccount: ListFilter = {
  name: 'account',
  isId: true,
  condition: (scope, id) => sql`${contracts.accountId} = ${id} and exists (select from ${accounts}
    where ${accounts.companyId} = ${scope.company.id} and ${accounts.id} = ${id}
      and ${within(scope, viewAccounts, accounts)})`,
  say: ({ locale }) => paperText(locale).account,
}

/** The filters that contracts have beside those of every record. */
export const contractFilters: readonly ListFilter[] = [
  byState,
  marked('owing', () => sql`${balance} > 0`),
  marked('late', (scope) => sql`${overdue(today(scope))} > 0`),
  withAccount,
]
