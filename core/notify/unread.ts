import { sql } from 'drizzle-orm'
import type { Changes } from '../db/changes.ts'
import type { Pool } from '../db/connection.ts'
import { inCompany } from '../db/database.ts'
import type { Switchboard } from '../switchboard.ts'
import { topic } from './notify.ts'

/** How much somebody has not read yet, by kind. */
export type Unread = ReadonlyMap<string, number>

export type UnreadCounts = {
  /** Ask before a transaction is opened: what is not in memory takes a connection of its own. */
  of: (company: string, person: string) => Promise<Unread>
}

/** More than anybody reads one by one: counting ends here, and the bell says "99+". */
const most = 1_000

/**
 * Keeps in memory how much everybody has not read, because every page shows it and it seldom changes.
 * @param capacity people kept at once
 */
export function openUnread(
  pool: Pool,
  changes: Pick<Changes, 'on' | 'live'>,
  capacity = 20_000,
): UnreadCounts {
  const kept = new Map<string, Unread>()
  let news = 0
  changes.on(topic, (company, person) => {
    news++
    if (company && person) kept.delete(`${company} ${person}`)
    else kept.clear()
  })
  return {
    of: async (company, person) => {
      const key = `${company} ${person}`
      const known = changes.live() ? kept.get(key) : undefined
      if (known) return known
      const before = news
      const read = await readUnread(pool, company, person)
      // What came while it was read may be in it or not; only the next reading will tell.
      if (before !== news) return read
      if (kept.size >= capacity) kept.clear()
      kept.set(key, read)
      return read
    },
  }
}

async function readUnread(pool: Pool, company: string, person: string): Promise<Unread> {
  const rows = await inCompany(pool, company, (db) =>
    db.execute<{ kind: string; count: number }>(sql`
      select kind, count(*)::int as count from (
        select kind from core.notifications
        where company_id = ${company} and user_id = ${person} and read_at is null
        limit ${most}) as unread
      group by kind`),
  )
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}

/** How much of it can be shown: a module that is off tells nothing. */
export function countUnread(unread: Unread, modules: Switchboard): number {
  let sum = 0
  for (const [kind, count] of unread) if (isOn(kind, modules)) sum += count
  return sum
}

function isOn(kind: string, modules: Switchboard): boolean {
  const owner = kind.slice(0, kind.indexOf('.'))
  return owner === 'core' || modules.state(owner) !== 'off'
}
