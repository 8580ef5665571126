import { sql } from 'drizzle-orm'
import type { Audited } from '../../../core/module.ts'
import { requestObject } from './asking.ts'
import { topicObject } from './writing.ts'

const text = (field: string, en: string, zh: string) => ({ field, label: { en, 'zh-CN': zh } })

/** What help is called in the audit trail. */
export const helpAudited: readonly Audited<'training'>[] = [
  {
    object: topicObject,
    title: { en: 'Help text', 'zh-CN': '帮助内容' },
    fields: [
      text('place', 'Pages', '适用页面'),
      text('field', 'Field', '字段'),
      text('titles', 'Title', '标题'),
      text('bodies', 'Text', '内容'),
      text('reviewDueOn', 'Look through again on', '下次复查日期'),
    ],
    names: async (scope, ids) => {
      const rows = await scope.db.execute<{ id: string; name: string }>(sql`
        select id, name from training.help_topics where company_id = ${scope.company.id}
          and id = any(${sql.param(ids)}::uuid[])`)
      return new Map(rows.map(({ id, name }) => [id, name]))
    },
  },
  {
    object: requestObject,
    title: { en: 'Question', 'zh-CN': '提问' },
    fields: [
      text('path', 'On the page', '所在页面'),
      text('question', 'Question', '问题'),
      text('answer', 'Answer', '答复'),
    ],
    names: async () => new Map(),
  },
]
