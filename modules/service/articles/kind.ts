import { sql } from 'drizzle-orm'
import type { Locale } from '../../../core/i18n/locale.ts'
import { commonSorts } from '../../../core/lists/query.ts'
import type { RecordKind } from '../../../core/records/kind.ts'
import { tallies } from '../tickets/schema.ts'
import { articleFields } from './article-fields.ts'
import { articleFilters } from './article-filters.tsx'
import { articleText } from './messages.ts'
import { assignArticles, editArticles, viewArticles } from './rights.ts'
import { articles } from './schema.ts'

/** Articles of the knowledge base, as everything that treats all records alike sees them. */
export const articleKind = {
  module: 'service',
  object: 'service.article',
  list: 'articles',
  table: articles,
  href: '/service/articles',
  icon: 'book',
  listIcon: 'book',
  view: viewArticles,
  edit: editArticles,
  assign: assignArticles,
  fields: articleFields,
  sorts: commonSorts(articles),
  wordFilters: ['category'],
  filters: articleFilters,
  finder: sql`service.find_articles`,
  tallies: { table: tallies, object: 'article' },
  story: { of: 'article' },
  text: (locale: Locale) => articleText(locale).list,
} as const satisfies RecordKind<'service'>
