import type { Audited } from '../../../core/module.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { portalObject } from './portals.ts'

/** The public pages in the audit trail. */
export const auditedPortals: Audited<'service'> = {
  object: portalObject,
  title: { en: en.title, 'zh-CN': zhCN.title },
  fields: [
    { field: 'key', label: { en: en.address, 'zh-CN': zhCN.address } },
    { field: 'title', label: { en: en.heading, 'zh-CN': zhCN.heading } },
    { field: 'openedAt', label: { en: en.opened, 'zh-CN': zhCN.opened } },
  ],
}
