import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { today } from '../../../core/calendar/reading.ts'
import type { ListFilter } from '../../../core/lists/list-filter.ts'
import { listsText } from '../../../core/lists/messages.ts'
import { conditionIn, readPeriod, sayPeriod } from '../../../core/reports/period.ts'
import type { Scope } from '../../../core/scope.ts'
import { Field } from '../../../views/field.tsx'
import { viewText } from '../../../views/messages.ts'
import { accounts } from '../../contacts/public.ts'
import { paperText } from '../papers/messages.ts'
import { balance, overdue, unplanned } from '../receivables/balance-sql.ts'
import { viewAccounts } from '../rights.ts'
import { boughtOn } from './bought-on.ts'
import { isFollowed } from './follow-on.ts'
import { contractText } from './messages.ts'
import { contracts } from './schema.ts'
import { type ContractState, storedStates } from './state.ts'
import { usualNotice } from './terms.ts'

const states: readonly ContractState[] = [...storedStates, 'expired']
const form = ({ locale }: Scope) => ({ t: viewText(locale).form, form: 'filter' })

/** How a contract stands today: one in force whose term is over is expired, and both were `agreed`. */
const byState: ListFilter = {
  name: 'stands',
  condition: (scope, state) => {
    const isOver = sql`coalesce(${contracts.endsOn} < ${today(scope)}::date, false)`
    if (state === 'expired') return sql`${contracts.state} = 'active' and ${isOver}`
    if (state === 'active') return sql`${contracts.state} = 'active' and not ${isOver}`
    if (state === 'agreed') return sql`${contracts.state} = 'active'`
    return sql`${contracts.state} = ${state}`
  },
  say: ({ locale }, state) => {
    const { state: label, states: words, filter } = contractText(locale)
    if (state === 'agreed') return listsText(locale).chip(label, filter.agreed)
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

/** A mark that is on or off, about contracts in force. */
const marked = (
  name: 'owing' | 'late' | 'unplanned' | 'ending',
  condition: (scope: Scope) => SQL,
): ListFilter => ({
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

/** Those in one currency: amounts of different ones are never added. */
const byCurrency: ListFilter = {
  name: 'currency',
  condition: (_, currency) => sql`${contracts.totalCurrency} = ${currency}`,
  say: ({ locale }, currency) => contractText(locale).filter.inCurrency(currency),
}

/** Bought from day to day, as purchases are counted. */
const byBought: ListFilter = {
  name: 'bought',
  condition: (scope, days) => conditionIn(boughtOn(scope), readPeriod(days)),
  say: (scope, days) =>
    contractText(scope.locale).filter.bought(sayPeriod(scope, readPeriod(days))),
}

/** Its term ends soon or is over, and no contract follows on. */
const endsUnfollowed = (scope: Scope): SQL =>
  sql`${contracts.endsOn} - coalesce(${contracts.remindDays}, ${usualNotice}::integer)
    <= ${today(scope)}::date and not ${isFollowed}`

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
  marked('unplanned', () => sql`${unplanned} <> 0`),
  marked('ending', endsUnfollowed),
  byCurrency,
  byBought,
  withAccount,
]
