import { auditedReports as audited } from '../../../core/reports/audited.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Reports that left as files, in the audit trail. */
export const auditedReports = audited<'sales'>(
  'sales.report',
  { en: en.title, 'zh-CN': zhCN.title },
  [{ field: 'pipeline', label: { en: en.pipeline, 'zh-CN': zhCN.pipeline } }],
)
