import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { today } from '../../../core/calendar/reading.ts'
import type { Part } from '../../../core/db/together.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Audience } from './choices.ts'
import { articleKind } from './kind.ts'
import { articles } from './schema.ts'
import { topicsOf } from './topics.ts'

export type Suggested = { id: string; name: string; audience: Audience }

/** More are looked up than shown: some may have expired or lie out of reach. */
const mostLookedUp = 40

/** Of a question that is about nothing. */
export const nothing: Part<Suggested> = { query: sql`select where false` }

/**
 * Articles that may answer a question: those whose titles and category share most with it, of what is
 * out and still holds.
 */
export function suggestedFor(scope: Scope, question: string, limit = 5): Part<Suggested> {
  const topics = topicsOf(question)
  if (topics.length === 0) return nothing
  return {
    query: sql`
      select articles.id, articles.name, articles.audience
      from service.suggest_articles(${sql.param(topics)}::text[], ${mostLookedUp}) found
      join ${articles} on articles.company_id = ${scope.company.id} and articles.id = found.id
      where articles.published is not null and articles.archived_at is null
        and (articles.expires_on is null or articles.expires_on >= ${today(scope)}::date)
        and ${within(scope, articleKind.view, articles)}
      order by found.shared desc, articles.sort_name, articles.id limit ${limit}`,
  }
}
