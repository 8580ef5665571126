import { sql } from 'drizzle-orm'
import { newId } from '../db/id.ts'
import type { Scope } from '../scope.ts'
import { insertMany } from '../seed/insert.ts'
import { timeline } from './schema.ts'

export type Entry = {
  id: string
  at: Date
  kind: string
  actorId: string | null
  actorName: string | null
  data: Record<string, unknown>
}

/**
 * A line of a record's timeline; `kind` begins with the id of the module that can tell it, or with
 * `core.`. What happened earlier, or was done by somebody else, carries an id of its time (newIdAt),
 * its moment and who did it.
 */
export type Line = Pick<Entry, 'kind' | 'data'> & {
  recordId: string
  past?: Pick<Entry, 'id' | 'at' | 'actorId'>
}

/** Adds one line; see `addLines`. */
export const addToTimeline = (
  scope: Scope,
  object: string,
  recordId: string,
  kind: string,
  data: Record<string, unknown>,
): Promise<void> => addLines(scope, object, [{ recordId, kind, data }])

/** Adds lines to the timelines of records, in the transaction of what happened. */
export async function addLines(
  scope: Scope,
  object: string,
  lines: readonly Line[],
): Promise<void> {
  const { actorId } = scope
  const told = lines
    .filter(({ past }) => past)
    .map(({ past, ...line }) => ({ ...past, ...line, object }))
  // Without a moment of its own a line bears that of its transaction, as all else it writes does.
  const now = lines
    .filter(({ past }) => !past)
    .map(({ past: _, ...line }) => ({ id: newId(), actorId, ...line, object }))
  for (const rows of [told, now]) await insertMany(scope, timeline, rows)
}

/** Lets a line say what its cause says by now, as far as `data` goes; without data it is taken out. */
export async function rewriteLine(
  scope: Scope,
  object: string,
  recordId: string,
  id: string,
  data: Record<string, unknown> | undefined,
): Promise<void> {
  const line = sql`company_id = ${scope.company.id} and object = ${object}
    and record_id = ${recordId} and id = ${id}`
  await scope.db.execute(
    data
      ? sql`update core.timeline set data = data || ${JSON.stringify(data)}::jsonb where ${line}`
      : sql`delete from core.timeline where ${line}`,
  )
}

/**
 * What happened to a record, newest first, in the words of every module that is on for the reader.
 * @param kinds the kinds that may be shown; entries of a module that is off stay unread
 * @param before id of the last entry seen, to go on from there
 */
export async function readTimeline(
  scope: Scope,
  object: string,
  recordId: string,
  kinds: readonly string[],
  before?: string,
  limit = 30,
): Promise<Entry[]> {
  return scope.db.execute<Entry>(sql`
    select t.id, t.at, t.kind, t.actor_id as "actorId", u.name as "actorName",
      case when t.kind = 'core.note'
        then jsonb_build_object('id', n.id, 'body', n.body, 'archived', n.archived_at is not null)
        else t.data end as data
    from core.timeline t
    left join core.users u on u.company_id = t.company_id and u.id = t.actor_id
    left join core.notes n on n.company_id = t.company_id and t.kind = 'core.note'
      and n.id = (t.data ->> 'noteId')::uuid
    where t.company_id = ${scope.company.id} and t.object = ${object} and t.record_id = ${recordId}
      and t.kind = any(${sql.param(kinds)}::text[])
      ${before ? sql`and t.id < ${before}` : sql``}
    order by t.id desc limit ${limit}`)
}
