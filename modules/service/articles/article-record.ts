import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { notFound } from '../../../core/http/refusal.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import { ownColumn, ownFrom, searchedTexts } from '../../../core/own-fields/values.ts'
import { keysOf } from '../../../core/records/keys.ts'
import { recordColumns, type ShownRecord } from '../../../core/records/record-columns.ts'
import { seenName } from '../../../core/records/seen-name.ts'
import type { Storage } from '../../../core/records/storage.ts'
import { filled, type Named } from '../../../core/records/stored.ts'
import type { Scope } from '../../../core/scope.ts'
import { viewTickets } from '../rights.ts'
import { tickets } from '../tickets/schema.ts'
import type { ArticleValues } from './article-fields.ts'
import type { Audience } from './choices.ts'
import { articleKind } from './kind.ts'
import { publishArticles } from './rights.ts'
import { articles, articleVersions } from './schema.ts'
import { topicsOf } from './topics.ts'

export type ArticleInput = ArticleValues & OwnValues

/** An article as its page shows it. */
export type ArticleRecord = ShownRecord<ArticleInput> & {
  published: number | null
  isChanged: boolean
  mayPublish: boolean
  /** The ticket it was made of, for who may see it. */
  ticket: Named | null
}

/** The columns that hold what is written. */
export type Stored = {
  name: string
  text: string
  language: Locale
  otherName: string
  otherText: string
  category: string
  otherCategory: string
  audience: Audience
  reviewOn: string | null
  expiresOn: string | null
  own: Record<string, unknown>
}

/** Those columns, for a query. */
export const storedArticle = sql`articles.name, articles.text, articles.language,
  articles.other_name as "otherName", articles.other_text as "otherText", articles.category,
  articles.other_category as "otherCategory", articles.audience, articles.review_on::text as "reviewOn",
  articles.expires_on::text as "expiresOn", articles.own`

/** Whether what is written differs from what is out. */
export const isChanged: SQL = sql`exists (
  select from ${articleVersions} v where v.company_id = articles.company_id
    and v.article_id = articles.id and v.number = articles.published
    and (v.name, v.text, v.language, v.other_name, v.other_text, v.category, v.other_category,
      v.audience) is distinct from (articles.name, articles.text, articles.language,
        articles.other_name, articles.other_text, articles.category, articles.other_category,
        articles.audience))`

/** Reads one article with all its page shows, in one query. @throws Refusal 404 out of reach */
export async function readArticle(
  scope: Scope,
  id: string,
  permission: string = articleKind.view,
): Promise<ArticleRecord> {
  const isOpen = scope.modules.state('service') === 'write'
  const [row] = await scope.db.execute<Omit<ArticleRecord, 'values'> & Stored>(sql`
    select ${recordColumns(scope, articleKind)}, ${storedArticle}, articles.published,
      ${isChanged} as "isChanged",
      ${seenName(scope, tickets, viewTickets, sql`articles.ticket_id`)} as ticket,
      ${isOpen ? within(scope, publishArticles, articles) : sql`false`} as "mayPublish"
    from ${articles} where articles.company_id = ${scope.company.id} and articles.id = ${id}
      and ${within(scope, permission, articles)}`)
  if (!row) throw notFound()
  return { ...row, values: articleFrom(row) }
}

const articleFrom = (row: Stored): ArticleInput => ({
  name: row.name,
  text: filled(row.text),
  language: row.language,
  otherName: filled(row.otherName),
  otherText: filled(row.otherText),
  category: filled(row.category),
  otherCategory: filled(row.otherCategory),
  audience: row.audience,
  reviewOn: row.reviewOn,
  expiresOn: row.expiresOn,
  ...ownFrom(row.own),
})

/** Values as columns, with the keys an article is found by: all that stands in it. */
function articleColumns(scope: Scope, values: ArticleInput) {
  const { name, text, otherName, otherText, category, otherCategory } = values
  const { reviewOn, expiresOn } = values
  const others = [otherName, category, otherCategory, text, otherText].flatMap((one) => one ?? [])
  return {
    name,
    text: text ?? '',
    language: values.language ?? scope.company.locale,
    otherName: otherName ?? '',
    otherText: otherText ?? '',
    category: category ?? '',
    otherCategory: otherCategory ?? '',
    audience: values.audience ?? 'internal',
    reviewOn,
    expiresOn,
    topics: topicsOf([name, otherName, category, otherCategory].filter(Boolean).join(' ')),
    own: ownColumn(values),
    ...keysOf(name, [], 'firm', [
      ...others,
      ...searchedTexts(scope.own.live(articleKind.object), values),
    ]),
  }
}

/** How an article stands in its table. */
export const articleStorage: Storage<ArticleInput, Stored> = {
  kind: articleKind,
  stored: storedArticle,
  valuesFrom: articleFrom,
  columnsOf: articleColumns,
}
