import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { ListFilter } from '../../../core/lists/list-filter.ts'
import { listsText } from '../../../core/lists/messages.ts'
import { Field } from '../../../views/field.tsx'
import { viewText } from '../../../views/messages.ts'
import { contactsText } from '../messages.ts'
import { accounts, people, personAccounts } from '../schema.ts'
import { today } from '../tasks/days.ts'
import { type LawfulBasis, lawfulBasis } from './lawful-bases.ts'
import { personFields } from './person-fields.ts'

const basisField = personFields.find(({ field }) => field === 'lawfulBasis')

/** Those who work for an account that the reader may see. */
const ofAccount: ListFilter = {
  name: 'account',
  isId: true,
  condition: (scope, account) => sql`${people.id} in (
    select ${personAccounts.personId} from ${personAccounts}
    join ${accounts} on ${accounts.companyId} = ${scope.company.id} and ${accounts.id} = ${account}
      and ${within(scope, 'contacts.accounts.view', accounts)}
    where ${personAccounts.companyId} = ${scope.company.id} and ${personAccounts.accountId} = ${account})`,
  say: (scope) => contactsText(scope.locale).people.account,
}

/** Those held on a ground, or, by `none`, without a recorded one. */
const byBasis: ListFilter = {
  name: 'basis',
  condition: (_, basis) => sql`${people.lawfulBasis} = ${basis === 'none' ? '' : basis}`,
  say: ({ locale }, basis) =>
    basis === 'none'
      ? contactsText(locale).people.noBasis
      : listsText(locale).chip(
          basisField?.label[locale] ?? '',
          lawfulBasis.print(basis as LawfulBasis, locale),
        ),
  control: ({ locale }, basis) => (
    <Field
      t={viewText(locale).form}
      form="filter"
      kind="select"
      name="basis"
      label={basisField?.label[locale] ?? ''}
      value={basis}
      none={listsText(locale).anywhere}
      options={[
        { value: 'none', label: contactsText(locale).people.noBasis },
        ...lawfulBasis.options(locale),
      ]}
    />
  ),
}

/** Those whose data are kept longer than was meant. */
const overdue: ListFilter = {
  name: 'retention',
  condition: (scope) => sql`${people.retainUntil} < ${today(scope)}`,
  say: ({ locale }) => contactsText(locale).people.retentionOver,
  control: ({ locale }, retention) => (
    <Field
      t={viewText(locale).form}
      form="filter"
      kind="checkbox"
      name="retention"
      value="over"
      label={contactsText(locale).people.retentionOver}
      checked={retention === 'over'}
    />
  ),
}

export const personFilters: readonly ListFilter[] = [ofAccount, byBasis, overdue]
