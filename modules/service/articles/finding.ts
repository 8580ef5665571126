import { sql } from 'drizzle-orm'
import { findRecords } from '../../../core/lists/finding.ts'
import { articleKind } from './kind.ts'
import { articles } from './schema.ts'

/** Articles for Ctrl-K and the search page. */
export const findArticles = findRecords(articleKind, sql`${articles.category}`)
