import type { Audited } from '../../../core/module.ts'
import { installedObject } from './installed-products.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

const said = (field: string, name: 'product' | 'serial' | 'bought' | 'until' | 'note') => ({
  field,
  label: { en: en[name], 'zh-CN': zhCN[name] },
})

/** What customers have in use, in the audit trail. */
export const auditedInstalled: Audited<'service'> = {
  object: installedObject,
  title: { en: en.one, 'zh-CN': zhCN.one },
  fields: [
    said('product', 'product'),
    said('serial', 'serial'),
    said('boughtOn', 'bought'),
    said('warrantyUntil', 'until'),
    said('note', 'note'),
    {
      field: 'account',
      label: { en: en.account, 'zh-CN': zhCN.account },
      refers: 'contacts.account',
    },
  ],
}
