import { sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { announce } from '../db/changes.ts'
import { tell } from '../events.ts'
import type { ChangedFields } from '../fields/changes.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import type { Belonging } from './belonging.ts'
import { belongingsOf } from './belongings.ts'
import { moveAlong, moveBack, type Two } from './moving.ts'
import { restoreRows } from './restoring.ts'

/** A kind of record that can be merged. */
export type Mergeable = { object: string; table: PgTable }

/**
 * Lets one record take another in, whose row goes away. The module has brought the winner's own
 * fields into shape and calls this in the same transaction; listeners to `<object>.merged` move
 * what no belonging describes. A foreign key that nobody moved stops it all.
 * @param changed the winner's fields, before and after
 * @param notes what the module needs to take it back
 */
export async function absorb(
  scope: Scope,
  registry: Registry,
  { object, table }: Mergeable,
  two: Two,
  changed: ChangedFields,
  notes: Record<string, unknown>,
): Promise<void> {
  const { merge, winner, loser } = two
  const company = scope.company.id
  await scope.db.execute(sql`
    insert into core.merges
      (company_id, id, object, winner_id, loser_id, loser, changed, notes, merged_by)
    select ${company}, ${merge}, ${object}, ${winner}, ${loser}, to_jsonb(${table}.*),
      ${JSON.stringify(changed)}, ${JSON.stringify(notes)}, ${scope.actorId}
    from ${table} where company_id = ${company} and id = ${loser}`)
  for (const belonging of belongingsOf(registry, object)) await moveAlong(scope, belonging, two)
  await tellCollaborators(scope)
  await tell(registry, scope, `${object}.merged`, { id: winner, from: loser, merge })
  await scope.db.execute(sql`delete from ${table} where company_id = ${company} and id = ${loser}`)
}

/** Rows that undoing a merge could not bring back, because they are gone or elsewhere by now. */
export type LeftAlone = { belonging: Belonging; count: number }

/** Takes a merge back: the loser's row, and what went along with it. */
export async function release(
  scope: Scope,
  registry: Registry,
  { object, table }: Mergeable,
  two: Two,
): Promise<LeftAlone[]> {
  const { merge, winner, loser } = two
  const mine = sql`company_id = ${scope.company.id} and id = ${merge}`
  await restoreRows(scope, table, sql`select loser from core.merges where ${mine}`)
  const left: LeftAlone[] = []
  for (const belonging of belongingsOf(registry, object)) {
    const count = await moveBack(scope, belonging, two)
    if (count > 0) left.push({ belonging, count })
  }
  await tellCollaborators(scope)
  await scope.db.execute(sql`
    update core.merges set undone_at = now(), undone_by = ${scope.actorId} where ${mine}`)
  await tell(registry, scope, `${object}.unmerged`, { id: winner, from: loser, merge })
  return left
}

/** On whose records one collaborates is kept in memory with each person, and has just changed. */
const tellCollaborators = ({ db, company }: Scope): Promise<void> =>
  announce(db, 'access', company.id)
