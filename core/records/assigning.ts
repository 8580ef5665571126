import { type SQL, sql } from 'drizzle-orm'
import { within } from '../access/within.ts'
import { notFound } from '../http/refusal.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import type { RecordKind } from './kind.ts'
import { leaveTraces } from './traces.ts'

/** Who is to have records: a person and their department, or a department alone. */
export type Place = {
  owner: { id: string; name: string } | null
  department: { id: string; name: string } | null
}

type Held = {
  id: string
  ownerId: string | null
  departmentId: string | null
  ownerName: string | null
  departmentName: string | null
}

/**
 * Where records go when somebody chooses a person, or a department without one.
 * @param owner id of a person who may sign in, or empty for nobody
 * @param department id of a department, or empty for the person's own
 * @returns undefined when one of them is not there
 */
export async function readPlace(
  scope: Scope,
  owner: string,
  department: string,
): Promise<Place | undefined> {
  const [row] = await scope.db.execute<Place>(sql`
    select
      (select json_build_object('id', u.id, 'name', u.name) from core.users u
        where u.company_id = ${scope.company.id} and u.id::text = ${owner}
          and u.disabled_at is null) as owner,
      (select json_build_object('id', d.id, 'name', d.name) from core.departments d
        where d.company_id = ${scope.company.id} and d.archived_at is null
          and d.id::text = coalesce(nullif(${department}, ''), (select u.department_id::text
            from core.users u where u.company_id = ${scope.company.id} and u.id::text = ${owner}))
      ) as department`)
  const missing = (owner && !row?.owner) || (department && !row?.department)
  return missing ? undefined : row
}

/** The names that go with ids of a person and a department, for the words of a timeline. */
export async function placeNamed(
  scope: Scope,
  { ownerId, departmentId }: { ownerId: string; departmentId: string | null },
): Promise<Place> {
  const [row] = await scope.db.execute<Place>(sql`
    select (select json_build_object('id', u.id, 'name', u.name) from core.users u
        where u.company_id = ${scope.company.id} and u.id = ${ownerId}) as owner,
      (select json_build_object('id', d.id, 'name', d.name) from core.departments d
        where d.company_id = ${scope.company.id} and d.id = ${departmentId}) as department`)
  return row ?? { owner: null, department: null }
}

/** Records that may be given away, held until the end of the transaction, with whose they are. */
export const hold = (scope: Scope, kind: RecordKind, these: SQL): Promise<Held[]> =>
  holdAny(scope, kind, sql`${these} and ${within(scope, kind.assign, kind.table)}`)

/** The same whoever may give them away: the caller has made sure by a rule of its own. */
export const holdAny = (scope: Scope, kind: RecordKind, these: SQL): Promise<Held[]> => {
  const { table } = kind
  const company = scope.company.id
  return scope.db.execute<Held>(sql`
    select ${table.id} as id, owner_id as "ownerId", ${table.departmentId} as "departmentId",
      u.name as "ownerName", d.name as "departmentName"
    from ${table}
    left join core.users u on u.company_id = ${company} and u.id = owner_id
    left join core.departments d on d.company_id = ${company} and d.id = ${table.departmentId}
    where ${table.companyId} = ${company} and ${these} for update of ${sql.identifier(kind.list)}`)
}

/**
 * Gives records to somebody, in one go, each with its own entry in history and audit.
 * @returns how many changed hands
 * @throws Refusal 404 when one of them is out of reach; then none changes
 */
export async function assign(
  scope: Scope,
  registry: Registry,
  kind: RecordKind,
  ids: readonly string[],
  place: Place,
): Promise<number> {
  const found = await hold(scope, kind, sql`${kind.table.id} = any(${sql.param(ids)}::uuid[])`)
  if (found.length !== new Set(ids).size) throw notFound()
  return (await handTo(scope, registry, kind, found, place)).length
}

/** Gives held records to somebody. @returns those that changed hands, as they were */
export async function handTo(
  scope: Scope,
  registry: Registry,
  kind: RecordKind,
  held: readonly Held[],
  { owner, department }: Place,
): Promise<Held[]> {
  const after = { ownerId: owner?.id ?? null, departmentId: department?.id ?? null }
  const moving = held.filter(
    (one) => one.ownerId !== after.ownerId || one.departmentId !== after.departmentId,
  )
  if (moving.length === 0) return []
  await Promise.all([
    scope.db.execute(sql`
      update ${kind.table} set owner_id = ${after.ownerId}, department_id = ${after.departmentId},
        updated_at = now(), version = version + 1
      where company_id = ${scope.company.id}
        and id = any(${sql.param(moving.map(({ id }) => id))}::uuid[])`),
    leaveTraces(
      scope,
      registry,
      kind,
      moving.map(({ id, ownerId, departmentId, ownerName, departmentName }) => ({
        id,
        deed: 'assigned' as const,
        before: { ownerId, departmentId },
        after,
        story: {
          owner: [ownerName, owner?.name ?? null],
          department: [departmentName, department?.name ?? null],
        },
      })),
    ),
  ])
  return moving
}
