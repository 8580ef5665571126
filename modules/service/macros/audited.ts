import type { Audited } from '../../../core/module.ts'
import { macroObject } from './macros.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

const said = (
  field: string,
  name: 'name' | 'text' | 'kind' | 'state' | 'priority' | 'category' | 'tag' | 'takes',
) => ({
  field,
  label: { en: en[name], 'zh-CN': zhCN[name] },
})

/** Saved replies and macros in the audit trail. */
export const auditedMacros: Audited<'service'> = {
  object: macroObject,
  title: { en: en.one, 'zh-CN': zhCN.one },
  fields: [
    said('name', 'name'),
    said('text', 'text'),
    said('kind', 'kind'),
    said('stateId', 'state'),
    said('priority', 'priority'),
    said('categoryId', 'category'),
    said('tag', 'tag'),
    said('takes', 'takes'),
    { field: 'ownerId', label: { en: en.who, 'zh-CN': zhCN.who }, refers: 'core.user' },
    { field: 'departmentId', label: { en: en.who, 'zh-CN': zhCN.who }, refers: 'core.department' },
  ],
}
