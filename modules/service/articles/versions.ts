import { sql } from 'drizzle-orm'
import { notFound } from '../../../core/http/refusal.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import type { Scope } from '../../../core/scope.ts'
import { articleVersions } from './schema.ts'

/** A version as a list names it. */
export type NamedVersion = {
  id: string
  number: number
  note: string
  publishedAt: Date
  publishedBy: string | null
}

/** What was published at one time. */
export type ArticleVersion = NamedVersion & Written & { articleId: string }

/** What stands in an article: first in its own language, then in the other. */
export type Written = {
  name: string
  text: string
  language: Locale
  otherName: string
  otherText: string
}

/** A title and a text in one language; `foreign` says that the reader's own is missing. */
export type Page = { name: string; text: string; language: Locale; foreign: boolean }

/** An article in the reader's language, else in the one it is written in. */
export function pageIn(locale: Locale, written: Written): Page {
  const { language, name, text, otherName, otherText } = written
  if (locale !== language && otherName !== '' && otherText !== '')
    return { name: otherName, text: otherText, language: locale, foreign: false }
  return { name, text, language, foreign: locale !== language }
}

const named = sql`v.id, v.number, v.note, v.published_at as "publishedAt",
  (select u.name from core.users u
    where u.company_id = v.company_id and u.id = v.published_by) as "publishedBy"`

/** The latest versions, newest first. The caller has made sure that the article may be seen. */
export const readVersions = (scope: Scope, articleId: string): Promise<NamedVersion[]> =>
  scope.db.execute<NamedVersion>(sql`
    select ${named} from ${articleVersions} v
    where v.company_id = ${scope.company.id} and v.article_id = ${articleId}
    order by v.number desc limit 20`)

/** One version; the caller makes sure that its article may be seen. @throws Refusal 404 */
export async function readVersion(scope: Scope, id: string): Promise<ArticleVersion> {
  const [row] = await scope.db.execute<ArticleVersion>(sql`
    select ${named}, v.article_id as "articleId", v.name, v.text, v.language,
      v.other_name as "otherName", v.other_text as "otherText"
    from ${articleVersions} v where v.company_id = ${scope.company.id} and v.id = ${id}`)
  if (!row) throw notFound()
  return row
}
