import type { Estate } from '../../core/handover/estate.ts'
import { estateOf } from '../../core/records/estate-of.ts'
import { accountKind, personKind } from './kinds.ts'
import { taskEstate } from './tasks/estate.ts'

/** What of this module goes on to a colleague when somebody leaves. */
export const estates: readonly Estate<'contacts'>[] = [
  estateOf(accountKind, { en: 'Accounts', 'zh-CN': '客户' }),
  estateOf(personKind, { en: 'Contacts', 'zh-CN': '联系人' }),
  taskEstate,
]
