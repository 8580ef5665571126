import { sql } from 'drizzle-orm'
import { within } from '../access/within.ts'
import type { Estate } from '../handover/estate.ts'
import { handTo, hold, placeNamed } from './assigning.ts'
import type { RecordKind } from './kind.ts'

/** Records of a kind as what goes on to a colleague when their owner leaves. */
export function estateOf<Id extends string>(
  kind: RecordKind<Id>,
  title: Estate['title'],
): Estate<Id> {
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
