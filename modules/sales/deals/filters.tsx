import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { ListFilter } from '../../../core/lists/list-filter.ts'
import { listsText } from '../../../core/lists/messages.ts'
import type { Scope } from '../../../core/scope.ts'
import { Field } from '../../../views/field.tsx'
import { viewText } from '../../../views/messages.ts'
import { accounts, people } from '../../contacts/public.ts'
import { pipelinesText } from '../pipelines/messages.ts'
import { lossReasons, pipelines, stages } from '../pipelines/schema.ts'
import { stageKinds } from '../pipelines/stages.ts'
import { viewAccounts, viewPeople } from '../rights.ts'
import { dealsText } from './messages.ts'
import { reportFilters } from './report-filters.ts'
import { deals } from './schema.ts'
import { isOverdue, lacksNextStep, standsStill } from './standing.ts'

const table = sql`deals`
const words = ({ locale }: Scope) => dealsText(locale)
const form = (scope: Scope) => ({ t: viewText(scope.locale).form, form: 'filter' })

/** By how it ended; `closed` for those that are won or lost, of which a win rate is made. */
const byOutcome: ListFilter = {
  name: 'outcome',
  condition: (_, outcome) =>
    outcome === 'closed' ? sql`${deals.outcome} <> 'open'` : sql`${deals.outcome} = ${outcome}`,
  say: (scope, outcome) => {
    const known = stageKinds.find((one) => one === outcome)
    const t = words(scope)
    if (outcome === 'closed') return t.filter.ended
    return listsText(scope.locale).chip(t.outcome, known ? t.outcomes[known] : outcome)
  },
  control: (scope, outcome) => (
    <Field
      {...form(scope)}
      kind="select"
      name="outcome"
      label={words(scope).outcome}
      value={outcome}
      none={listsText(scope.locale).anywhere}
      options={stageKinds.map((value) => ({ value, label: words(scope).outcomes[value] }))}
    />
  ),
}

/** By the name of what a deal is in, so that an address and its chip say it in words. */
const byName = (
  name: 'stage' | 'pipeline',
  of: typeof stages | typeof pipelines,
  column: SQL,
): ListFilter => ({
  name,
  condition: ({ company }, value) => sql`${column} in (select n.id from ${of} n
    where n.company_id = ${company.id} and n.name = ${value})`,
  say: (scope, value) => listsText(scope.locale).chip(words(scope)[name], value),
  control: (scope, value) => (
    <Field {...form(scope)} kind="text" name={name} label={words(scope)[name]} value={value} />
  ),
})

/** By why a deal was lost; `none` for what a file did not state. */
const byReason: ListFilter = {
  name: 'reason',
  condition: ({ company }, reason) =>
    reason === 'none'
      ? sql`${deals.outcome} = 'lost' and ${deals.lossReasonId} is null`
      : sql`${deals.lossReasonId} in (select r.id from ${lossReasons} r
          where r.company_id = ${company.id} and r.name = ${reason})`,
  say: (scope, reason) => {
    const t = pipelinesText(scope.locale).reasons
    return listsText(scope.locale).chip(t.one, reason === 'none' ? t.notStated : reason)
  },
}

/** The deals with an account, or a contact, that the reader may see. */
const withRecord = (
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

/** By a word of the account, as reports group by it; an account out of reach has none. */
const byAccount = (name: 'sector' | 'territory', column: SQL, label: (scope: Scope) => string) => ({
  name,
  condition: (scope: Scope, value: string) =>
    value === 'none'
      ? sql`not exists (select from ${accounts} where ${accounts.companyId} = ${scope.company.id}
          and ${accounts.id} = ${deals.accountId} and ${column} <> ''
          and ${within(scope, viewAccounts, accounts)})`
      : sql`exists (select from ${accounts} where ${accounts.companyId} = ${scope.company.id}
          and ${accounts.id} = ${deals.accountId} and ${column} = ${value}
          and ${within(scope, viewAccounts, accounts)})`,
  say: (scope: Scope, value: string) =>
    listsText(scope.locale).chip(
      label(scope),
      value === 'none' ? words(scope).filter.without : value,
    ),
})

/** Nobody's, and no file says who sold them either. */
const nobodys: ListFilter = {
  name: 'nobodys',
  condition: () => sql`${deals.ownerId} is null and ${deals.seller} = ''`,
  say: (scope) => words(scope).list.unowned,
}

/** A mark that is on or off. */
const marked = (
  name: 'next' | 'stalled' | 'overdue',
  value: string,
  condition: (scope: Scope) => SQL,
): ListFilter => ({
  name,
  condition: (scope, given) => (given === value ? condition(scope) : sql`true`),
  say: (scope) => words(scope).filter[name],
  control: (scope, given) => (
    <Field
      {...form(scope)}
      kind="checkbox"
      name={name}
      value={value}
      label={words(scope).filter[name]}
      checked={given === value}
    />
  ),
})

/** The filters that deals have beside those of every record. */
export const dealFilters: readonly ListFilter[] = [
  byOutcome,
  byName('pipeline', pipelines, sql`${deals.pipelineId}`),
  byName('stage', stages, sql`${deals.stageId}`),
  nobodys,
  byReason,
  withRecord('account', accounts, viewAccounts, sql`${deals.accountId}`),
  withRecord('person', people, viewPeople, sql`${deals.personId}`),
  byAccount('sector', sql`${accounts.industry}`, (scope) => words(scope).filter.sector),
  byAccount('territory', sql`${accounts.region}`, (scope) => words(scope).filter.territory),
  marked('next', 'none', () => lacksNextStep(table)),
  marked('stalled', '1', () => standsStill(table)),
  marked('overdue', '1', (scope) => isOverdue(scope, table)),
  ...reportFilters,
]
