import type { Audited } from '../../../core/module.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

const fields = ['span', 'from', 'to', 'owner', 'department', 'pipeline'] as const

/** Reports that left as files, in the audit trail: which, and narrowed to what. */
export const auditedReports: Audited<'sales'> = {
  object: 'sales.report',
  title: { en: en.title, 'zh-CN': zhCN.title },
  fields: fields.map((field) => ({
    ...{ field, label: { en: en[field], 'zh-CN': zhCN[field] } },
    ...(field === 'owner' && { refers: 'core.user' }),
    ...(field === 'department' && { refers: 'core.department' }),
  })),
  names: async () => new Map(),
}
