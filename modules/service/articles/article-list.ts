import { sql } from 'drizzle-orm'
import { bulkOf } from '../../../core/bulk/record-bulk.ts'
import type { ListRow, RecordList } from '../../../core/lists/record-list.ts'
import { articleStorage, isChanged } from './article-record.ts'
import type { Filed } from './categories.ts'
import type { Audience } from './choices.ts'
import { articleKind } from './kind.ts'
import type { Dated } from './standing.ts'
import { articleColumnsFor, usualArticleColumns } from './views/article-columns.ts'

export type ArticleRow = ListRow & Dated & Filed & { audience: Audience; both: boolean }

/** The list of articles; what one says is no field to give many the same. */
export const articleList: RecordList<ArticleRow, 'service'> = {
  kind: articleKind,
  title: { en: 'Articles', 'zh-CN': '知识库文章' },
  select:
    () => sql`articles.category, articles.other_category as "otherCategory", articles.language,
    articles.audience, articles.published,
    ${isChanged} as "isChanged", articles.review_on::text as "reviewOn",
    articles.expires_on::text as "expiresOn", articles.other_text <> '' as both`,
  columns: articleColumnsFor,
  usual: usualArticleColumns,
  bulk: bulkOf(articleStorage, ['name', 'text', 'otherName', 'otherText']),
}
