import type { Audited, AuditedField } from '../../../core/module.ts'
import type { Choice } from '../../../core/values/choice.ts'
import { claims, outcomes } from './choices.ts'
import { dataRequestObject } from './data-requests.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

type Said =
  | 'claim'
  | 'law'
  | 'received'
  | 'due'
  | 'extended'
  | 'identity'
  | 'outcome'
  | 'reason'
  | 'done'

const said = (field: string, name: Said, values?: readonly Choice[]): AuditedField => ({
  field,
  label: { en: en[name], 'zh-CN': zhCN[name] },
  ...(values && { values: Object.fromEntries(values.map(({ key, label }) => [key, label])) }),
})

/** Requests about data in the audit trail. */
export const auditedDataRequests: Audited<'service'> = {
  object: dataRequestObject,
  title: { en: en.title, 'zh-CN': zhCN.title },
  fields: [
    said('claim', 'claim', claims),
    said('law', 'law'),
    said('receivedOn', 'received'),
    said('dueOn', 'due'),
    said('extendedOn', 'extended'),
    said('identity', 'identity'),
    said('outcome', 'outcome', outcomes),
    said('reason', 'reason'),
    said('doneOn', 'done'),
  ],
}
