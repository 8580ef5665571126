import { sql } from 'drizzle-orm'
import type { NotificationKind, RecordType } from '../../../core/module.ts'
import { requestObject, requestsOf } from './asking.ts'
import { helpText } from './messages.ts'

/** What people are told of questions. */
export const helpNotices: readonly NotificationKind<'training'>[] = [
  {
    kind: 'training.help-asked',
    icon: 'help-circle',
    tell: ({ locale }) => helpText(locale).told.asked,
    text: ({ question }) => (typeof question === 'string' ? question : undefined),
  },
  {
    kind: 'training.help-answered',
    icon: 'message-circle',
    tell: ({ locale }) => helpText(locale).told.answered,
    text: ({ answer }) => (typeof answer === 'string' ? answer : undefined),
  },
]

/** Questions, which notifications point at. */
export const helpRecords: readonly RecordType<'training'>[] = [
  {
    object: requestObject,
    icon: 'help-circle',
    href: '/training/help-requests',
    names: async (scope, ids, deed) => {
      if (deed === 'edit') return new Map()
      const rows = await scope.db.execute<{ id: string; question: string }>(sql`
        ${requestsOf(scope)} and r.id = any(${sql.param(ids)}::uuid[])`)
      return new Map(rows.map(({ id, question }) => [id, question.slice(0, 80)]))
    },
  },
]
