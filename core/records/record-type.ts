import { and, eq, inArray } from 'drizzle-orm'
import { within } from '../access/within.ts'
import type { RecordType } from '../module.ts'
import type { RecordKind } from './kind.ts'

/** A kind of record as other parts of the product point at it. */
export const recordTypeOf = <Id extends string>(kind: RecordKind<Id>): RecordType<Id> => {
  const { object, icon, href, table } = kind
  return {
    ...{ object, icon, href },
    names: async (scope, ids, deed) => {
      const rows = await scope.db
        .select({ id: table.id, name: table.name })
        .from(table)
        .where(
          and(
            eq(table.companyId, scope.company.id),
            inArray(table.id, [...ids]),
            within(scope, kind[deed], table),
          ),
        )
      return new Map(rows.map(({ id, name }) => [id as string, name as string]))
    },
  }
}
