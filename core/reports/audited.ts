import type { PerLocale } from '../i18n/locale.ts'
import type { Audited, AuditedField } from '../module.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

const fields = ['span', 'from', 'to', 'owner', 'department'] as const

/** Reports of a module that left as files, in the audit trail: which, and narrowed to what. */
export const auditedReports = <Id extends string>(
  object: `${Id}.${string}`,
  title: PerLocale,
  more: readonly AuditedField[] = [],
): Audited<Id> => ({
  object,
  title,
  fields: [
    ...fields.map((field) => ({
      ...{ field, label: { en: en[field], 'zh-CN': zhCN[field] } },
      ...(field === 'owner' && { refers: 'core.user' }),
      ...(field === 'department' && { refers: 'core.department' }),
    })),
    ...more,
  ],
  names: async () => new Map(),
})
