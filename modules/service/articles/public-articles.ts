import { sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import { type Kept, keepPerCompany } from '../../../core/db/kept.ts'
import { notFound } from '../../../core/http/refusal.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { narrow } from '../../../core/lists/search.ts'
import type { Product } from '../../../core/product.ts'
import type { InCompany, Scope } from '../../../core/scope.ts'
import { articleKind } from './kind.ts'
import { publicTopic } from './publishing.ts'
import { articles, articleVersions } from './schema.ts'
import type { Written } from './versions.ts'

/** So many articles stand on a public page; whoever has more has customers search. */
const mostListed = 500

/** An article as the public list names it; days as YYYY-MM-DD. */
export type Listed = {
  id: string
  name: string
  otherName: string
  language: Locale
  category: string
  otherCategory: string
  expiresOn: string | null
}

/** What is out for customers: published for them, and not put away. */
const isOut = sql`a.published is not null and a.archived_at is null and v.audience = 'public'`

const versions = sql`${articles} a join ${articleVersions} v on v.company_id = a.company_id
  and v.article_id = a.id and v.number = a.published`

/** Of an article without a text in the other language, its title there is none either. */
const otherName = sql`case when v.other_text = '' then '' else v.other_name end as "otherName"`

const readListed = ({ db, company }: InCompany): Promise<Listed[]> =>
  db.execute<Listed>(sql`
    select a.id, v.name, ${otherName}, v.language, v.category,
      v.other_category as "otherCategory", a.expires_on::text as "expiresOn"
    from ${versions} where a.company_id = ${company.id} and ${isOut}
    order by v.category, v.name, a.id limit ${mostListed}`)

const lists = new WeakMap<Product, Kept<Listed[]>>()

/** The public list of a company, from memory until something in it changes. */
export async function listPublic(product: Product, scope: Scope): Promise<Listed[]> {
  const list = lists.get(product) ?? keepPerCompany(product.changes, [publicTopic], readListed)
  lists.set(product, list)
  const day = today(scope)
  return (await list.of(scope)).filter(({ expiresOn }) => expiresOn === null || expiresOn >= day)
}

/** Those of the list that hold what a customer looks for, wherever in them it stands. */
export async function searchPublic(
  product: Product,
  scope: Scope,
  typed: string,
): Promise<Listed[]> {
  const [listed, found] = await Promise.all([
    listPublic(product, scope),
    narrow(scope, articleKind, typed),
  ])
  if (found.kind !== 'ids') return listed
  const ids = new Set(found.ids)
  return listed.filter(({ id }) => ids.has(id))
}

export type PublicArticle = Written & { id: string; number: number; publishedAt: Date }

/** What a customer reads of one article. @throws Refusal 404 for one that is not out for them */
export async function readPublic(scope: Scope, id: string): Promise<PublicArticle> {
  const [row] = await scope.db.execute<PublicArticle>(sql`
    select a.id, v.number, v.published_at as "publishedAt", v.name, v.text, v.language,
      v.other_name as "otherName", v.other_text as "otherText"
    from ${versions} where a.company_id = ${scope.company.id} and a.id = ${id} and ${isOut}
      and (a.expires_on is null or a.expires_on >= ${today(scope)}::date)`)
  if (!row) throw notFound()
  return row
}
