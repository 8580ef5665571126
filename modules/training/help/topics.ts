import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import { notFound } from '../../../core/http/refusal.ts'
import type { Registry } from '../../../core/registry.ts'
import { root } from '../../../core/root.ts'
import type { Scope } from '../../../core/scope.ts'
import { searchKeys } from '../../../core/values/names.ts'
import { sayIn, type Texts } from '../courses/content.ts'
import { isAt, narrowness } from './place.ts'
import type { TopicInput } from './schema.ts'

/** A piece of help. `code` is that of the one that comes along, `id` that of one the company wrote. */
export type Topic = {
  id: string | null
  code: string | null
  place: string
  field: string | null
  titles: Texts
  bodies: Texts
  /** Its day to be looked through has passed (R20). */
  isStale: boolean
}

/** A topic of the company's own as it is written. */
export type OwnTopic = Topic & {
  id: string
  reviewDueOn: string
  owner: string | null
  /** What waits for a second person, and who wrote that. */
  proposed: TopicInput | null
  proposedBy: string | null
  proposer: string | null
  publishedAt: Date | null
  version: number
}

type Shipped = Pick<Topic, 'place' | 'titles' | 'bodies'> & { code: string; field?: string }

let kept: Promise<Topic[]> | undefined

/** The topics that come with the product. */
export const shippedTopics = (): Promise<Topic[]> => {
  kept ??= readFile(join(root, 'modules/training/help/topics.json'), 'utf8').then((text) =>
    (JSON.parse(text) as Shipped[]).map(({ field = null, ...topic }) => ({
      ...{ ...topic, field, id: null, isStale: false },
    })),
  )
  return kept
}

const topicsOf = (scope: Scope) => sql`
  select t.id, t.code, t.place, t.field, t.titles, t.bodies, t.version, u.name as owner,
    t.proposed, t.proposed_by as "proposedBy", p.name as proposer, t.published_at as "publishedAt",
    t.review_due_on::text as "reviewDueOn", t.review_due_on < ${today(scope)}::date as "isStale"
  from training.help_topics t
  left join core.users u on u.company_id = t.company_id and u.id = t.owner_id
  left join core.users p on p.company_id = t.company_id and p.id = t.proposed_by
  where t.company_id = ${scope.company.id} and t.archived_at is null`

/** The topics a company wrote. */
export const readOwnTopics = (scope: Scope): Promise<OwnTopic[]> =>
  scope.db.execute<OwnTopic>(sql`${topicsOf(scope)} order by t.place, t.name, t.id limit 500`)

/** One of them. @throws Refusal 404 */
export async function readOwnTopic(scope: Scope, id: string): Promise<OwnTopic> {
  const [topic] = await scope.db.execute<OwnTopic>(sql`${topicsOf(scope)} and t.id = ${id}`)
  if (!topic) throw notFound()
  return topic
}

/** All topics of what somebody has: the company's, and those that come along and were not replaced. */
export async function readTopics(registry: Registry, scope: Scope): Promise<Topic[]> {
  const [own, shipped] = await Promise.all([readOwnTopics(scope), shippedTopics()])
  const mine = own.filter(({ publishedAt }) => publishedAt !== null)
  const replaced = new Set(mine.map(({ code }) => code))
  return [...mine, ...shipped.filter(({ code }) => !replaced.has(code))].filter(({ place }) =>
    isThere(registry, scope, place),
  )
}

/** Help on a module that is off for somebody is none. */
function isThere({ modules }: Registry, scope: Scope, place: string): boolean {
  const module = modules.find(({ id }) => id === place.split('/')[1])
  return !module || scope.modules.state(module.id) !== 'off'
}

/** What is about a page, the narrowest first; of its fields, the one that is being filled before all. */
export const topicsAt = (topics: readonly Topic[], path: string, field: string): Topic[] =>
  topics
    .filter(({ place }) => isAt(place, path))
    .map((topic) => ({
      topic,
      rank: topic.field && topic.field === field ? 100 : narrowness(topic.place),
    }))
    .toSorted((one, other) => other.rank - one.rank)
    .map(({ topic }) => topic)

/** Topics by a part of their title, its pinyin or initials, or of what they say; at most twenty. */
export function topicsNamed(
  { locale }: Pick<Scope, 'locale'>,
  topics: readonly Topic[],
  query: string,
): Topic[] {
  const wanted = query.normalize('NFKC').trim().toLowerCase()
  const holds = ({ titles, bodies }: Topic): boolean => {
    const { text, pinyin, initials } = searchKeys(sayIn(locale, titles))
    const all = [text, ...pinyin, ...initials, sayIn(locale, bodies)]
    return all.some((one) => one.toLowerCase().includes(wanted))
  }
  return wanted ? topics.filter(holds).slice(0, 20) : []
}
