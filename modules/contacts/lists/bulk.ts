import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { Bulk, BulkOrder } from '../../../core/bulk/order.ts'
import { tagRecords } from '../../../core/records/tags.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { accountFieldsOf } from '../accounts/account-fields.ts'
import { moveToArchive } from '../archiving.ts'
import { accountKind, personKind, type RecordKind } from '../kinds.ts'
import { personFieldsOf } from '../people/person-fields.ts'
import { reaches } from '../reach.ts'
import { handTo, hold, readPlace } from './assigning.ts'
import { editAccounts, editPeople } from './bulk-editing.ts'
import { isSound } from './combined.ts'
import { narrow } from './search.ts'
import { stateOf } from './state-of.ts'
import { whereOf } from './where.ts'

type Outcomes = Awaited<ReturnType<Bulk['run']>>

/** Work on many accounts or contacts at once, by the verbs that change single ones. */
const bulkOf = (
  kind: RecordKind,
  parts: Pick<Bulk, 'fields'> & { edit: typeof editAccounts },
): Bulk => ({
  object: kind.object,
  permissions: {
    edit: kind.edit,
    tag: kind.edit,
    assign: kind.assign,
    archive: kind.edit,
    restore: kind.edit,
  },
  // A file belongs to one record.
  fields: (scope) => parts.fields(scope).filter((field) => field.kind !== 'file'),
  ids: (scope, params) => idsOf(scope, kind, params),
  areReached: (scope, ids, permission) => reaches(scope, kind, ids, permission),
  run: async (scope, registry, ids, order) => {
    const these = sql`${kind.table.id} = any(${sql.param(ids)}::uuid[])`
    switch (order.deed) {
      case 'edit':
        return parts.edit(scope, registry, ids, order)
      case 'tag':
        return tag(scope, kind, these, order.name)
      case 'assign':
        return assign(scope, registry, kind, these, order)
      default:
        return move(scope, registry, kind, these, order.deed)
    }
  },
})

/** What tells one account from another is no field to give many the same. */
export const accountBulk = bulkOf(accountKind, {
  fields: (scope) =>
    accountFieldsOf(scope).filter(({ field }) => field !== 'name' && field !== 'creditCode'),
  edit: editAccounts,
})

export const personBulk = bulkOf(personKind, {
  fields: (scope) => personFieldsOf(scope).filter(({ field }) => field !== 'name'),
  edit: editPeople,
})

async function idsOf(
  scope: Scope,
  kind: RecordKind,
  params: URLSearchParams,
): Promise<SQL | undefined> {
  const { query, filters } = stateOf(scope, kind, params)
  if (!isSound(scope, kind, filters)) return undefined
  const narrowed = await narrow(scope, kind.list, query)
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
