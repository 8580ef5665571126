import { sql } from 'drizzle-orm'
import { within } from '../access/within.ts'
import { changedFields, sideOf } from '../fields/changes.ts'
import { meantBy } from '../fields/forms.ts'
import type { OwnValues } from '../own-fields/own-field.ts'
import { writeEntries } from '../own-fields/writing.ts'
import { fieldsOf } from '../records/kind.ts'
import type { Storage } from '../records/storage.ts'
import { leaveTraces } from '../records/traces.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { updateMany } from '../transfer/book/write-many.ts'
import type { Bulk, BulkOrder } from './order.ts'

type Edit = Extract<BulkOrder, { deed: 'edit' }>
type Outcomes = Awaited<ReturnType<Bulk['run']>>

/** @returns those in reach, and whether each changed */
type Edits = (
  scope: Scope,
  registry: Registry,
  ids: readonly string[],
  order: Edit,
) => Promise<Outcomes>

/** Gives one field of many records a value, each with the traces of a save of its own. */
export function editing<Values extends OwnValues, Stored extends Record<string, unknown>>({
  kind,
  stored,
  valuesFrom,
  columnsOf,
}: Storage<Values, Stored>): Edits {
  const { table, story } = kind
  return async (scope, registry, ids, { field: name, typed }) => {
    const field = fieldsOf(scope, kind).find((one) => one.field === name)
    const value = field && typed !== '' ? meantBy(scope, field, typed) : null
    // A field put away meanwhile, a choice no longer there: nothing is guessed, and nothing emptied.
    if (!field || (typed !== '' && value === null)) return new Map()
    const rows = await scope.db.execute<Stored & { id: string }>(sql`
      select ${table.id} as id, ${stored} from ${table}
      where ${table.companyId} = ${scope.company.id}
        and ${table.id} = any(${sql.param(ids)}::uuid[]) and ${within(scope, kind.edit, table)}
      order by ${table.id} for no key update`)
    const turns = rows.map((row) => {
      const before = valuesFrom(row as unknown as Stored)
      const after = { ...before, [name]: value }
      return { id: row.id, before, after, changed: changedFields([field], before, after) }
    })
    const changing = turns.filter(({ changed }) => name in changed)
    await updateMany(
      scope,
      table,
      changing.map(({ id, after }) => ({ id, ...columnsOf(scope, after) })),
    )
    await writeEntries(scope, kind.object, changing)
    await leaveTraces(
      scope,
      registry,
      kind,
      changing.map(({ id, changed }) => ({
        id,
        deed: 'changed' as const,
        before: sideOf(changed, 0),
        after: sideOf(changed, 1),
        story: { changed, ...story },
      })),
    )
    return new Map(turns.map(({ id, changed }) => [id, name in changed ? 'changed' : 'unchanged']))
  }
}
