import type { Context } from 'hono'
import { viewText } from '../../views/messages.ts'
import { readDirectory } from '../access/directory.ts'
import { readSuggestions } from '../fields/suggestions.ts'
import type { Site } from '../http/site.ts'
import type { RecordKind } from '../records/kind.ts'
import { tagsWithin } from '../records/tags.ts'
import { stateOf } from './state-of.ts'
import { FilterPage } from './views/filter-page.tsx'
import { filterWords } from './views/filters.tsx'

/**
 * Draws the filter of a list in the state it is in. It is fetched when somebody opens it: its names
 * and words cost more than the list, and most people never do.
 */
export async function drawFilter(c: Context<Site>, kind: RecordKind): Promise<Response> {
  const { scope } = c.var
  const state = stateOf(scope, kind, new URL(c.req.url).searchParams)
  const [directory, suggestions, tags] = await Promise.all([
    readDirectory(scope),
    readSuggestions(scope, kind, filterWords(kind)),
    tagsWithin(scope, kind),
  ])
  const drawn = (
    <FilterPage
      scope={scope}
      kind={kind}
      state={state}
      directory={directory}
      suggestions={suggestions}
      tags={tags}
    />
  )
  return c.render(drawn, { title: viewText(scope.locale).list.filter })
}
