import { and, eq, inArray } from 'drizzle-orm'
import type { Audited } from '../../../core/module.ts'
import { en as recordsEn } from '../../../core/records/messages/en.ts'
import { zhCN as recordsZh } from '../../../core/records/messages/zh-CN.ts'
import { articleFields } from './article-fields.ts'
import { articleKind } from './kind.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { articles } from './schema.ts'

/** Articles in the audit trail. */
export const auditedArticles: Audited<'service'> = {
  object: articleKind.object,
  title: { en: en.one, 'zh-CN': zhCN.one },
  fields: [
    ...articleFields.map(({ field, label }) => ({ field, label })),
    { field: 'published', label: { en: en.versions.out, 'zh-CN': zhCN.versions.out } },
    { field: 'note', label: { en: en.publish.note, 'zh-CN': zhCN.publish.note } },
    {
      field: 'ownerId',
      label: { en: recordsEn.pages.owner, 'zh-CN': recordsZh.pages.owner },
      refers: 'core.user',
    },
    {
      field: 'departmentId',
      label: { en: recordsEn.pages.department, 'zh-CN': recordsZh.pages.department },
      refers: 'core.department',
    },
  ],
  names: async ({ db, company }, ids) => {
    const rows = await db
      .select({ id: articles.id, name: articles.name })
      .from(articles)
      .where(and(eq(articles.companyId, company.id), inArray(articles.id, [...ids])))
    return new Map(rows.map(({ id, name }) => [id, name]))
  },
}
