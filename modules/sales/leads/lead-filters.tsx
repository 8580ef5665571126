import { sql } from 'drizzle-orm'
import type { ListFilter } from '../../../core/lists/list-filter.ts'
import { listsText } from '../../../core/lists/messages.ts'
import { Field } from '../../../views/field.tsx'
import { viewText } from '../../../views/messages.ts'
import { leadsText } from './messages.ts'
import { leads } from './schema.ts'
import { type Status, status } from './statuses.ts'

/** By how far leads have got: those of a status are not converted. */
export const leadFilters: readonly ListFilter[] = [
  {
    name: 'state',
    condition: (_, state) =>
      state === 'converted'
        ? sql`${leads.convertedAt} is not null`
        : sql`${leads.status} = ${state} and ${leads.convertedAt} is null`,
    say: ({ locale }, state) =>
      listsText(locale).chip(
        leadsText(locale).status,
        state === 'converted' ? leadsText(locale).converted : status.print(state as Status, locale),
      ),
    control: ({ locale }, state) => (
      <Field
        t={viewText(locale).form}
        form="filter"
        kind="select"
        name="state"
        label={leadsText(locale).status}
        value={state}
        none={listsText(locale).anywhere}
        options={[
          ...status.options(locale),
          { value: 'converted', label: leadsText(locale).converted },
        ]}
      />
    ),
  },
]
