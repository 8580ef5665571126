import { and, eq, inArray } from 'drizzle-orm'
import type { Audited } from '../../core/module.ts'
import type { Scope } from '../../core/scope.ts'
import { accountFields } from './accounts/account-fields.ts'
import { accountKind, personKind, type RecordKind } from './kinds.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { personFields } from './people/person-fields.ts'

const place = [
  { field: 'ownerId', label: { en: en.owner, 'zh-CN': zhCN.owner } },
  { field: 'departmentId', label: { en: en.department, 'zh-CN': zhCN.department } },
  { field: 'tag', label: { en: en.tags, 'zh-CN': zhCN.tags } },
  { field: 'role', label: { en: en.people.role, 'zh-CN': zhCN.people.role } },
]

/** What accounts, contacts and their fields are called in the audit trail. */
export const audited: readonly Audited<'contacts'>[] = [
  {
    object: accountKind.object,
    title: { en: 'Account', 'zh-CN': '客户' },
    fields: [
      ...accountFields,
      ...place,
      { field: 'parentId', label: { en: en.accounts.parent, 'zh-CN': zhCN.accounts.parent } },
    ],
    names: namesOf(accountKind),
  },
  {
    object: personKind.object,
    title: { en: 'Contact', 'zh-CN': '联系人' },
    fields: [
      ...personFields,
      ...place,
      { field: 'accountId', label: { en: en.people.account, 'zh-CN': zhCN.people.account } },
    ],
    names: namesOf(personKind),
  },
]

function namesOf({ table }: RecordKind): Audited['names'] {
  return async (scope: Scope, ids: readonly string[]) => {
    const rows = await scope.db
      .select({ id: table.id, name: table.name })
      .from(table)
      .where(and(eq(table.companyId, scope.company.id), inArray(table.id, [...ids])))
    return new Map(rows.map(({ id, name }) => [id, name]))
  }
}
