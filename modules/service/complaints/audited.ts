import type { Audited } from '../../../core/module.ts'
import { causes } from './causes.ts'
import { complaintObject } from './complaints.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

const said = (field: 'rootCause' | 'prevention' | 'prevented') => ({
  field,
  label: { en: en[field], 'zh-CN': zhCN[field] },
})

/** What was found out about complaints, in the audit trail. */
export const auditedComplaints: Audited<'service'> = {
  object: complaintObject,
  title: { en: en.title, 'zh-CN': zhCN.title },
  fields: [
    {
      field: 'cause',
      label: { en: en.cause, 'zh-CN': zhCN.cause },
      values: Object.fromEntries(causes.map(({ key, label }) => [key, label])),
    },
    said('rootCause'),
    said('prevention'),
    said('prevented'),
  ],
}
