import { type SQL, sql } from 'drizzle-orm'
import { within } from '../access/within.ts'
import { isSound } from '../lists/combined.ts'
import { narrow } from '../lists/search.ts'
import { stateOf } from '../lists/state-of.ts'
import { whereOf } from '../lists/where.ts'
import type { OwnValues } from '../own-fields/own-field.ts'
import { moveToArchive } from '../records/archiving.ts'
import { handTo, hold, readPlace } from '../records/assigning.ts'
import type { RecordKind } from '../records/kind.ts'
import { fieldsOf } from '../records/kind.ts'
import { reaches } from '../records/reach.ts'
import type { Storage } from '../records/storage.ts'
import { tagRecords } from '../records/tags.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { editing } from './editing.ts'
import type { Bulk, BulkOrder } from './order.ts'

type Outcomes = Awaited<ReturnType<Bulk['run']>>

/**
 * Work on many records at once, by the verbs that change single ones.
 * @param apart fields that tell one record from another, and are not given to many
 */
export function bulkOf<Values extends OwnValues, Stored extends Record<string, unknown>>(
  storage: Storage<Values, Stored>,
  apart: readonly string[],
): Bulk {
  const { kind } = storage
  const edits = editing(storage)
  return {
    object: kind.object,
    permissions: {
      edit: kind.edit,
      tag: kind.edit,
      assign: kind.assign,
      archive: kind.edit,
      restore: kind.edit,
    },
    // A file belongs to one record.
    fields: (scope) =>
      fieldsOf(scope, kind).filter((one) => one.kind !== 'file' && !apart.includes(one.field)),
    ids: (scope, params) => idsOf(scope, kind, params),
    areReached: (scope, ids, permission) => reaches(scope, kind, ids, permission),
    run: async (scope, registry, ids, order) => {
      const these = sql`${kind.table.id} = any(${sql.param(ids)}::uuid[])`
      switch (order.deed) {
        case 'edit':
          return edits(scope, registry, ids, order)
        case 'tag':
          return tag(scope, kind, these, order.name)
        case 'assign':
          return assign(scope, registry, kind, these, order)
        default:
          return move(scope, registry, kind, these, order.deed)
      }
    },
  }
}

async function idsOf(
  scope: Scope,
  kind: RecordKind,
  params: URLSearchParams,
): Promise<SQL | undefined> {
  const { query, filters } = stateOf(scope, kind, params)
  if (!isSound(scope, kind, filters)) return undefined
  const narrowed = await narrow(scope, kind, query)
  return sql`select ${kind.table.id} as id from ${kind.table}
    where ${whereOf(scope, kind, kind.view, filters, narrowed)}`
}

/** Those that may be changed, held until the end of the transaction. */
const editable = (scope: Scope, { table, edit }: RecordKind, these: SQL) =>
  scope.db.execute<{ id: string; archived: boolean }>(sql`
    select ${table.id} as id, ${table.archivedAt} is not null as archived from ${table}
    where ${table.companyId} = ${scope.company.id} and ${these} and ${within(scope, edit, table)}
    order by ${table.id} for no key update`)

/** Outcomes of all that were in reach: `changed` names those that changed. */
const outcomes = (all: readonly { id: string }[], changed: readonly { id: string }[]): Outcomes => {
  const moved = new Set(changed.map(({ id }) => id))
  return new Map(all.map(({ id }) => [id, moved.has(id) ? 'changed' : 'unchanged']))
}

async function tag(scope: Scope, kind: RecordKind, these: SQL, name: string): Promise<Outcomes> {
  const found = await editable(scope, kind, these)
  const ids = found.map(({ id }) => id)
  const tagged = ids.length > 0 ? await tagRecords(scope, kind.object, ids, name) : []
  return outcomes(
    found,
    tagged.map((id) => ({ id })),
  )
}

async function assign(
  scope: Scope,
  registry: Registry,
  kind: RecordKind,
  these: SQL,
  { ownerId, departmentId }: Extract<BulkOrder, { deed: 'assign' }>,
): Promise<Outcomes> {
  const place = await readPlace(scope, ownerId ?? '', departmentId ?? '')
  if (!place) return new Map()
  const held = await hold(scope, kind, these)
  return outcomes(held, await handTo(scope, registry, kind, held, place))
}

async function move(
  scope: Scope,
  registry: Registry,
  kind: RecordKind,
  these: SQL,
  deed: 'archive' | 'restore',
): Promise<Outcomes> {
  const found = await editable(scope, kind, these)
  const moving = found.filter(({ archived }) => archived !== (deed === 'archive'))
  const ids = moving.map(({ id }) => id)
  if (ids.length > 0)
    await moveToArchive(scope, registry, kind, ids, deed === 'archive' ? 'archived' : 'restored')
  return outcomes(found, moving)
}
