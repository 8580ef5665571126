import { sql } from 'drizzle-orm'
import { announce } from '../db/changes.ts'
import { newId } from '../db/id.ts'
import type { Scope } from '../scope.ts'
import { insertMany } from '../seed/insert.ts'
import { notifications } from './schema.ts'

/** What is announced, with the company and the person, when what somebody has been told changes. */
export const topic = 'notify'

/** What a notification is about: a record of a module, or one that its kind has an address for. */
export type About = { object?: string; recordId: string }

/** One thing that one person is told; `data` never holds a record's name, which may be hidden later. */
export type Told = { person: string; kind: string; about: About; data?: Record<string, unknown> }

/**
 * Tells people something in the product, in the transaction of its cause. Who did it knows, and is
 * not told.
 * @param people ids; each is told once
 * @param kind begins with the id of the module that can tell it, or with `core.`
 * @param data what the kind's words need
 */
export const notify = (
  scope: Scope,
  people: readonly string[],
  kind: string,
  about: About,
  data: Record<string, unknown> = {},
): Promise<void> =>
  notifyMany(
    scope,
    [...new Set(people)].map((person) => ({ person, kind, about, data })),
  )

/** Tells many people many things, in one statement; see `notify`. */
export async function notifyMany(scope: Scope, told: readonly Told[]): Promise<void> {
  const { actorId } = scope
  const rows = told
    .filter(({ person }) => person !== actorId)
    .map(({ person, kind, about: { object = null, recordId }, data = {} }) => ({
      ...{ id: newId(), userId: person, kind, object, recordId, data, actorId },
      at: scope.now(),
    }))
  await insertMany(scope, notifications, rows)
  const people = new Set(rows.map(({ userId }) => userId))
  await Promise.all(
    [...people].map((person) => announce(scope.db, topic, scope.company.id, person)),
  )
}

/** Notes that somebody has read one of their notifications, or all that are there now. */
export async function markRead(scope: Scope, id?: string): Promise<void> {
  const read = await scope.db.execute(sql`
    update core.notifications set read_at = now()
    where company_id = ${scope.company.id} and user_id = ${scope.user.id} and read_at is null
      ${id ? sql`and id = ${id}` : sql``} returning id`)
  if (read.length > 0) await announce(scope.db, topic, scope.company.id, scope.user.id)
}
