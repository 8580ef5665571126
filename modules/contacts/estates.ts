import { sql } from 'drizzle-orm'
import { within } from '../../core/access/within.ts'
import type { Estate } from '../../core/handover/estate.ts'
import { accountKind, personKind, type RecordKind } from './kinds.ts'
import { handTo, hold, placeNamed } from './lists/assigning.ts'
import { taskEstate } from './tasks/estate.ts'

/** What of this module goes on to a colleague when somebody leaves. */
export const estates: readonly Estate<'contacts'>[] = [
  estateOf(accountKind, { en: 'Accounts', 'zh-CN': '客户' }),
  estateOf(personKind, { en: 'Contacts', 'zh-CN': '联系人' }),
  taskEstate,
]

function estateOf(kind: RecordKind, title: Estate['title']): Estate<'contacts'> {
  const { table, object, assign: permission } = kind
  return {
    object,
    title,
    permission,
    count: async (scope, owner) => {
      const [row] = await scope.db.execute<{ count: number }>(sql`
        select count(*)::int as count from ${table} where ${table.companyId} = ${scope.company.id}
          and ${table.ownerId} = ${owner} and ${within(scope, permission, table)}`)
      return row?.count ?? 0
    },
    hand: async (scope, registry, from, to, only) => {
      const these = only ? sql` and ${table.id} = any(${sql.param(only)}::uuid[])` : sql``
      const held = await hold(scope, kind, sql`${table.ownerId} = ${from}${these}`)
      return handTo(scope, registry, kind, held, await placeNamed(scope, to))
    },
  }
}
