import { and, eq, inArray } from 'drizzle-orm'
import { within } from '../../core/access/within.ts'
import type { RecordType } from '../../core/module.ts'
import { accountKind, personKind, type RecordKind } from './kinds.ts'

/** Accounts and contacts, as other parts of the product point at them. */
export const records: readonly RecordType<'contacts'>[] = [
  {
    object: accountKind.object,
    icon: 'building',
    href: accountKind.href,
    names: namesOf(accountKind),
  },
  { object: personKind.object, icon: 'user', href: personKind.href, names: namesOf(personKind) },
]

function namesOf(kind: RecordKind): RecordType['names'] {
  const { table } = kind
  return async (scope, ids, deed) => {
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
    return new Map(rows.map(({ id, name }) => [id, name]))
  }
}
