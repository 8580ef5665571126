import type { Belonging } from '../../../core/merging/belonging.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { installedProducts } from './schema.ts'

/** What customers have in use goes along when two accounts become one. */
export const installedBelonging: Belonging = {
  of: 'contacts.account',
  title: { en: en.title, 'zh-CN': zhCN.title },
  table: installedProducts,
  column: installedProducts.accountId,
}
