import { type SQL, sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import type { ListFilter } from '../../../core/lists/list-filter.ts'
import { listsText } from '../../../core/lists/messages.ts'
import type { Scope } from '../../../core/scope.ts'
import { Field } from '../../../views/field.tsx'
import { viewText } from '../../../views/messages.ts'
import { audience, audienceLabel } from './choices.ts'
import { articleText } from './messages.ts'
import { articles } from './schema.ts'
import { type Standing, sayStanding, standings } from './standing.ts'

/** The standings that a list is filtered by; of changes only the page tells. */
const asked = standings.filter((one) => one !== 'changed')

/** As `standingOf` says it of one; nothing stands anywhere else. */
function stands(scope: Scope, standing: string): SQL {
  const day = sql`${today(scope)}::date`
  const { published, expiresOn, reviewOn } = articles
  const isExpired = sql`coalesce(${expiresOn} < ${day}, false)`
  const isDue = sql`coalesce(${reviewOn} <= ${day}, false)`
  switch (standing) {
    case 'draft':
      return sql`${published} is null`
    case 'expired':
      return sql`${published} is not null and ${isExpired}`
    case 'due':
      return sql`${published} is not null and not ${isExpired} and ${isDue}`
    case 'published':
      return sql`${published} is not null and not ${isExpired} and not ${isDue}`
    default:
      return sql`false`
  }
}

/** By how articles stand, and by who they are for. */
export const articleFilters: readonly ListFilter[] = [
  {
    name: 'state',
    condition: stands,
    say: ({ locale }, state) =>
      listsText(locale).chip(articleText(locale).standing, sayStanding(locale, state as Standing)),
    control: ({ locale }, state) => (
      <Field
        t={viewText(locale).form}
        form="filter"
        kind="select"
        name="state"
        label={articleText(locale).standing}
        value={state}
        none={listsText(locale).anywhere}
        options={asked.map((value) => ({ value, label: sayStanding(locale, value) }))}
      />
    ),
  },
  {
    name: 'audience',
    condition: (_, value) => sql`${articles.audience} = ${value}`,
    say: ({ locale }, value) => audience.print(value as 'public', locale),
    control: ({ locale }, value) => (
      <Field
        t={viewText(locale).form}
        form="filter"
        kind="select"
        name="audience"
        label={audienceLabel[locale]}
        value={value}
        none={listsText(locale).anywhere}
        options={audience.options(locale)}
      />
    ),
  },
]
