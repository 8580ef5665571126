import { sql } from 'drizzle-orm'
import { within } from '../access/within.ts'
import { notFound } from '../http/refusal.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import type { RecordKind } from './kind.ts'
import { leaveTraces } from './traces.ts'

/**
 * Puts records out of sight, or brings them back; nothing of them is lost. Those that are there
 * already stay as they are.
 * @returns how many were moved
 * @throws Refusal 404 when one of them is out of reach; then none is moved
 */
export async function moveToArchive(
  scope: Scope,
  registry: Registry,
  kind: RecordKind,
  ids: readonly string[],
  deed: 'archived' | 'restored',
): Promise<number> {
  const { table } = kind
  const these = sql`${table.companyId} = ${scope.company.id}
    and ${table.id} = any(${sql.param(ids)}::uuid[]) and ${within(scope, kind.edit, table)}`
  const found = await scope.db.execute<{ id: string; archived: boolean }>(sql`
    select id, archived_at is not null as archived from ${table} where ${these} for update`)
  if (found.length !== new Set(ids).size) throw notFound()
  const moving = found.filter(({ archived }) => archived !== (deed === 'archived'))
  if (moving.length === 0) return 0
  await Promise.all([
    scope.db.execute(sql`
      update ${table} set archived_at = ${deed === 'archived' ? sql`now()` : sql`null`},
        updated_at = now(), version = version + 1
      where company_id = ${scope.company.id}
        and id = any(${sql.param(moving.map(({ id }) => id))}::uuid[])`),
    leaveTraces(
      scope,
      registry,
      kind,
      moving.map(({ id }) => ({ id, deed })),
    ),
  ])
  return moving.length
}
