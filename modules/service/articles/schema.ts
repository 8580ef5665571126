import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  company,
  id,
  lifetime,
  moment,
  ownership,
  ownValues,
  words,
} from '../../../core/db/columns.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { found, live, plain, recordIndexes } from '../../../core/records/table.ts'
import { service } from '../schema.ts'
import { tickets } from '../tickets/schema.ts'
import type { Audience } from './choices.ts'

/** What stands in an article and in each of its versions. */
const content = () => ({
  name: text('name').notNull(),
  text: plain('text'),
  language: text('language').$type<Locale>().notNull(),
  otherName: plain('other_name'),
  otherText: plain('other_text'),
  category: plain('category'),
  otherCategory: plain('other_category'),
  audience: text('audience').$type<Audience>().notNull(),
})

/** Articles of the knowledge base (知识库文章), as they are written; what readers get is a version. */
export const articles = service.table(
  'articles',
  {
    companyId: company(),
    id: id(),
    ...content(),
    reviewOn: date('review_on', { mode: 'string' }),
    expiresOn: date('expires_on', { mode: 'string' }),
    /** When the owner was asked to look at it again; null once another day is chosen. */
    remindedAt: moment('reminded_at'),
    /** The number of the version that is out. */
    published: integer('published'),
    /** The ticket whose solution it was made of. */
    ticketId: uuid('ticket_id'),
    /** What its titles and category are about, for suggestions: see topics.ts. */
    topics: words('topics'),
    own: ownValues(),
    ...found(),
    ...ownership(),
    createdBy: uuid('created_by'),
    ...lifetime(),
  },
  (t) => [
    ...recordIndexes('articles', t),
    index('articles_topics').using('gin', t.companyId, t.topics),
    index('articles_review').on(t.companyId, t.reviewOn).where(live(t)),
    index('articles_category').on(t.companyId, t.category, t.id).where(live(t)),
    foreignKey({
      columns: [t.companyId, t.ticketId],
      foreignColumns: [tickets.companyId, tickets.id],
    }),
    check('articles_audience', sql`${t.audience} in ('internal', 'public')`),
    check('articles_language', sql`${t.language} in ('zh-CN', 'en')`),
  ],
)

/** What was published, each time as a whole. Never changed, so that one can tell what a customer read. */
export const articleVersions = service.table(
  'article_versions',
  {
    companyId: company(),
    id: id(),
    articleId: uuid('article_id').notNull(),
    number: integer('number').notNull(),
    ...content(),
    /** What is new, in the words of who published it. */
    note: plain('note'),
    publishedAt: moment('published_at').notNull().defaultNow(),
    publishedBy: uuid('published_by'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('article_versions_number').on(t.companyId, t.articleId, t.number),
    foreignKey({
      columns: [t.companyId, t.articleId],
      foreignColumns: [articles.companyId, articles.id],
    }),
  ],
)

/** Whether an article helped, as readers say: colleagues by name, customers without one. */
export const articleOpinions = service.table(
  'article_opinions',
  {
    companyId: company(),
    id: id(),
    articleId: uuid('article_id').notNull(),
    number: integer('number').notNull(),
    helped: text('helped').$type<'yes' | 'no'>().notNull(),
    comment: plain('comment'),
    userId: uuid('user_id'),
    at: moment('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    // Of one colleague the last opinion of a version counts.
    unique('article_opinions_colleague').on(t.companyId, t.articleId, t.number, t.userId),
    index('article_opinions_latest').on(t.companyId, t.articleId, t.at),
    check('article_opinions_helped', sql`${t.helped} in ('yes', 'no')`),
    foreignKey({
      columns: [t.companyId, t.articleId, t.number],
      foreignColumns: [
        articleVersions.companyId,
        articleVersions.articleId,
        articleVersions.number,
      ],
    }),
  ],
)
