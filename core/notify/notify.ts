import { sql } from 'drizzle-orm'
import { announce } from '../db/changes.ts'
import { newId } from '../db/id.ts'
import type { Scope } from '../scope.ts'

/** What is announced, with the company and the person, when what somebody has been told changes. */
export const topic = 'notify'

/** What a notification is about: a record of a module, or one that its kind has an address for. */
export type About = { object?: string; recordId: string }

/**
 * Tells people something in the product, in the transaction of its cause. Who did it knows, and is
 * not told.
 * @param people ids; each is told once
 * @param kind begins with the id of the module that can tell it, or with `core.`
 * @param data what the kind's words need; never a record's name, which not everybody may see later
 */
export async function notify(
  scope: Scope,
  people: readonly string[],
  kind: string,
  { object, recordId }: About,
  data: Record<string, unknown> = {},
): Promise<void> {
  const others = [...new Set(people)].filter((person) => person !== scope.actorId)
  if (others.length === 0) return
  await scope.db.execute(sql`
    insert into core.notifications (company_id, id, user_id, kind, object, record_id, data, actor_id)
    select ${scope.company.id}, told.id, told.person, ${kind}, ${object ?? null}, ${recordId},
      ${JSON.stringify(data)}, ${scope.actorId}
    from unnest(${sql.param(others.map(() => newId()))}::uuid[], ${sql.param(others)}::uuid[])
      as told (id, person)`)
  await Promise.all(others.map((person) => announce(scope.db, topic, scope.company.id, person)))
}

/** Notes that somebody has read one of their notifications, or all that are there now. */
export async function markRead(scope: Scope, id?: string): Promise<void> {
  const read = await scope.db.execute(sql`
    update core.notifications set read_at = now()
    where company_id = ${scope.company.id} and user_id = ${scope.user.id} and read_at is null
      ${id ? sql`and id = ${id}` : sql``} returning id`)
  if (read.length > 0) await announce(scope.db, topic, scope.company.id, scope.user.id)
}
