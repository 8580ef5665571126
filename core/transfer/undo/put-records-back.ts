import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { within } from '../../access/within.ts'
import { openChecks } from '../../own-fields/checks.ts'
import { writeEntries } from '../../own-fields/writing.ts'
import type { RecordKind } from '../../records/kind.ts'
import { type Done, leaveTraces } from '../../records/traces.ts'
import type { Registry } from '../../registry.ts'
import type { Scope } from '../../scope.ts'
import type { Turn } from '../book/book.ts'
import type { PutBack } from '../transfer.ts'
import { putBackRows, toldSince } from './put-back.ts'

/** How records of a kind are put back. */
export type Way<State> = {
  kind: RecordKind
  permission: string
  /** The states of the records of a query; `image` when it is of what an import kept of them. */
  read: (scope: Scope, source: SQL, image: boolean) => Promise<Map<string, State>>
  changeOf: (scope: Scope, turn: Turn<State>) => Done[]
  /** What happened to a record since that raised no version. */
  touched: SQL
}

/** Records of which a unique value has gone meanwhile to one that is not put back along with them. */
async function takenSince(
  scope: Scope,
  object: string,
  old: ReadonlyMap<string, { values: object }>,
): Promise<Set<string>> {
  const all = [...old]
  const checks = await openChecks(
    scope,
    object,
    all.map(([, { values }]) => values),
  )
  const isTaken = (holder: string, id: string) => holder !== id && !old.has(holder)
  return new Set(
    all
      .filter(([id, { values }]) => checks.holdersOf(values).some((one) => isTaken(one, id)))
      .map(([id]) => id),
  )
}

/** Whose the records of a table are, under its name. */
export const owned = (table: SQLWrapper) =>
  sql`${table}.id, ${table}.owner_id as "ownerId", ${table}.department_id as "departmentId"`

/**
 * Puts records back, or away, in a few statements, and tells of each what it was and is again. One
 * that the import made and that anybody has touched since, be it by a note, is left alone.
 */
export async function putBack<State extends { values: object }>(
  scope: Scope,
  registry: Registry,
  { kind, permission, read, changeOf, touched }: Way<State>,
  importId: string,
  recordIds: readonly string[],
): Promise<PutBack[]> {
  const { table, object } = kind
  const company = scope.company.id
  const these = sql.param(recordIds)
  const now = await read(
    scope,
    sql`${table} where ${table.companyId} = ${company} and ${table.id} = any(${these}::uuid[])
      and ${within(scope, permission, table)} order by ${table.id} for update of ${sql.identifier(kind.list)}`,
    false,
  )
  const old = await read(
    scope,
    sql`core.import_changes done,
      lateral jsonb_populate_record(null::${table}, done.before) as ${sql.identifier(kind.list)}
      where done.company_id = ${company} and done.import_id = ${importId}
        and done.record_id = any(${these}::uuid[]) and done.deed = 'updated'`,
    true,
  )
  const taken = await takenSince(scope, object, old)
  const reached = recordIds.filter((id) => now.has(id) && !taken.has(id))
  const outcomes = await putBackRows(
    scope,
    table,
    importId,
    reached,
    sql`(${touched} or (done.deed = 'created' and ${toldSince(object)}))`,
  )
  await writeEntries(
    scope,
    object,
    outcomes.flatMap(({ recordId: id, outcome }) => {
      const [before, after] = [now.get(id), old.get(id)]
      return outcome === 'restored' && before && after
        ? [{ id, before: before.values, after: after.values }]
        : []
    }),
  )
  await leaveTraces(
    scope,
    registry,
    kind,
    outcomes.flatMap(({ recordId: id, outcome }): Done[] => {
      const [before, after] = [now.get(id), old.get(id)]
      if (outcome === 'removed') return [{ id, deed: 'archived', story: { undone: true } }]
      if (outcome === 'left' || !before || !after) return []
      return changeOf(scope, { id, stored: before, now: after }).map(
        ({ imported: _, story, ...done }) => ({
          ...done,
          story: { ...story, imported: undefined, undone: true },
        }),
      )
    }),
  )
  const put = new Set(reached)
  const left = recordIds.filter((id) => !put.has(id))
  return [...outcomes, ...left.map((recordId) => ({ recordId, outcome: 'left' as const }))]
}
