import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { today } from '../../../core/calendar/reading.ts'
import { announce } from '../../../core/db/changes.ts'
import { newId } from '../../../core/db/id.ts'
import { tell } from '../../../core/events.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import { addLines } from '../../../core/records/timeline.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { articleKind } from './kind.ts'
import { publishArticles } from './rights.ts'
import { articles, articleVersions } from './schema.ts'

/** What is announced when what customers may read changes. */
export const publicTopic = 'service-articles'

type Held = {
  version: number
  text: string
  published: number | null
  last: number
  expiresOn: string | null
}

/** Holds an article, so that of two who publish at once the second sees what the first did. */
async function hold(scope: Scope, id: string): Promise<Held> {
  const [row] = await scope.db.execute<Held>(sql`
    select version, text, published, expires_on::text as "expiresOn", coalesce((select max(v.number) from ${articleVersions} v
      where v.company_id = articles.company_id and v.article_id = articles.id), 0) as last
    from ${articles} where company_id = ${scope.company.id} and id = ${id}
      and archived_at is null and ${within(scope, publishArticles, articles)}
    for update`)
  if (!row) throw notFound()
  return row
}

/**
 * Lets readers have what is written, as the next version.
 * @param version of the record, as it was read by who publishes it
 * @returns empty for one without a text; over for one that holds no longer; conflict when it was saved meanwhile
 * @throws Refusal 404 out of reach
 */
export async function publishArticle(
  scope: Scope,
  registry: Registry,
  id: string,
  version: number,
  note: string,
): Promise<'published' | 'empty' | 'over' | 'conflict'> {
  const held = await hold(scope, id)
  if (held.version !== version) return 'conflict'
  if (held.text === '') return 'empty'
  if (held.expiresOn !== null && held.expiresOn < today(scope)) return 'over'
  const number = held.last + 1
  await scope.db.execute(sql`
    insert into ${articleVersions} (company_id, id, article_id, number, name, text, language,
      other_name, other_text, category, other_category, audience, note, published_at,
      published_by)
    select company_id, ${newId()}, id, ${number}, name, text, language, other_name, other_text,
      category, other_category, audience, ${note}, ${scope.now().toISOString()}, ${scope.actorId}
    from ${articles} where company_id = ${scope.company.id} and id = ${id}`)
  await setPublished(scope, registry, id, held.published, number, note)
  return 'published'
}

/** Takes away from readers what is out; the versions stay. @throws Refusal 404 out of reach */
export async function withdrawArticle(scope: Scope, registry: Registry, id: string): Promise<void> {
  const { published } = await hold(scope, id)
  if (published !== null) await setPublished(scope, registry, id, published, null, '')
}

async function setPublished(
  scope: Scope,
  registry: Registry,
  id: string,
  before: number | null,
  after: number | null,
  note: string,
): Promise<void> {
  const { object } = articleKind
  const deed = after === null ? 'withdrawn' : 'published'
  await Promise.all([
    scope.db.execute(sql`
      update ${articles} set published = ${after}
      where company_id = ${scope.company.id} and id = ${id}`),
    recordAudit(scope, {
      ...{ action: deed, object, recordId: id },
      ...{ before: { published: before }, after: { published: after, ...(note && { note }) } },
    }),
    addLines(scope, object, [
      { recordId: id, kind: `service.article-${deed}`, data: { number: after ?? before, note } },
    ]),
    tell(registry, scope, `${object}.${deed}`, { id, number: after ?? before }),
    announce(scope.db, publicTopic, scope.company.id),
  ])
}
