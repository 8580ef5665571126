import { sql } from 'drizzle-orm'
import { type Adapter, Lucia, TimeSpan } from 'lucia'
import { readPerson } from '../access/people.ts'
import type { Person } from '../access/person.ts'
import { announce, type Changes } from '../db/changes.ts'
import type { Pool } from '../db/connection.ts'
import { inCompany, inNoCompany } from '../db/database.ts'
import { openMemory, type Remembered } from '../db/memory.ts'
import type { Permission } from '../module.ts'
import type { Company } from '../scope.ts'
import { hashToken, newToken } from './token.ts'

const minute = 60_000
const hour = 60 * minute

/** How long a session lasts unused and in all (security.md 2.1); administrators' are shorter. */
const limits = (person: Person) =>
  person.roles.includes('admin')
    ? { idle: 30 * minute, absolute: 12 * hour }
    : { idle: 8 * hour, absolute: 14 * 24 * hour }

export type SignedIn = {
  sessionId: string
  company: Company
  person: Person
  /** When the password was last shown; sensitive changes ask for it again after ten minutes. */
  startedAt: Date
  lastSeenAt: Date
}

export type Sessions = {
  cookieName: string
  /** Starts a session and returns the cookie's value, which is stored nowhere. */
  start: (company: string, user: string, address: string, agent: string) => Promise<string>
  /** Who a cookie's value belongs to; undefined when it is unknown, too old or of somebody disabled. */
  resume: (token: string) => Promise<SignedIn | undefined>
  /** Which of these sessions, by id, still hold; looking is no use of them. */
  alive: (sessions: readonly SignedIn[]) => Promise<ReadonlySet<string>>
  end: (token: string) => Promise<void>
}

const isOver = (
  { person, lastSeenAt, startedAt }: Pick<SignedIn, 'person' | 'lastSeenAt' | 'startedAt'>,
  at: number,
): boolean => {
  const { idle, absolute } = limits(person)
  return at - lastSeenAt.getTime() > idle || at - startedAt.getTime() > absolute
}

type Attributes = { company: string; createdAt: Date; lastSeenAt: Date }

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, Attributes>
    DatabaseUserAttributes: Attributes
  }
}

type Row = {
  id: string
  company_id: string
  user_id: string
  created_at: Date
  last_seen_at: Date
  expires_at: Date
}

/**
 * Sessions by lucia, wrapped: the database holds only the hash of a token, both limits are ours,
 * and what a session leads to is remembered until anything about people changes.
 * @param cookieName what the cookie is called on this install
 */
export function openSessions(
  pool: Pool,
  changes: Changes,
  permissions: ReadonlyMap<string, Permission>,
  cookieName: string,
  now: () => Date = () => new Date(),
): Sessions {
  const lucia = new Lucia<Record<never, never>, Attributes>(adapterOver(pool), {
    sessionExpiresIn: new TimeSpan(8, 'h'),
    sessionCookie: { name: cookieName, expires: false },
    getUserAttributes: (attributes) => attributes,
  })
  const memory = openMemory<SignedIn>(changes, 'access', 5_000, () => now().getTime())

  const read = async (token: string): Promise<SignedIn | undefined> => {
    const { session, user } = await lucia.validateSession(token)
    if (!session) return undefined
    const found = await inCompany(pool, user.company, (db) =>
      readPerson(db, permissions, user.company, user.id),
    )
    return (
      found && {
        sessionId: hashToken(token),
        ...found,
        startedAt: user.createdAt,
        lastSeenAt: user.lastSeenAt,
      }
    )
  }

  const look = async (token: string): Promise<Remembered<SignedIn> | undefined> => {
    const found = await read(token)
    if (!found) return undefined
    const at = now().getTime()
    if (isOver(found, at)) {
      await lucia.invalidateSession(token)
      return undefined
    }
    await inNoCompany(pool, (db) =>
      db.execute(sql`select core.session_extend(${found.sessionId}, now() + interval '8 hours')`),
    )
    return { value: found, until: at + minute }
  }

  const alive = async (sessions: readonly SignedIn[]): Promise<ReadonlySet<string>> => {
    const ids = sessions.map(({ sessionId }) => sessionId)
    const rows = await inNoCompany(pool, (db) =>
      db.execute<Row>(sql`
        select found.* from unnest(${sql.param(ids)}::text[]) as one (id)
        cross join lateral core.session_find(one.id) found where found.expires_at > now()`),
    )
    const at = now().getTime()
    const kept = new Map(rows.map((row) => [row.id, row]))
    const held = sessions.filter(({ sessionId, person }) => {
      const row = kept.get(sessionId)
      return row && !isOver({ person, lastSeenAt: row.last_seen_at, startedAt: row.created_at }, at)
    })
    return new Set(held.map(({ sessionId }) => sessionId))
  }

  return {
    cookieName,
    resume: (token) => memory.of(hashToken(token), () => look(token)),
    alive,
    start: async (company, user, address, agent) => {
      const token = newToken()
      await inCompany(pool, company, (db) =>
        db.execute(sql`
          insert into core.sessions (company_id, id, user_id, expires_at, address, agent)
          values (${company}, ${hashToken(token)}, ${user}, now() + interval '8 hours',
            ${address}, ${agent.slice(0, 300)})`),
      )
      await lucia.deleteExpiredSessions()
      return token
    },
    end: async (token) => {
      const company = memory.forget(hashToken(token))?.company.id
      await lucia.invalidateSession(token)
      await inNoCompany(pool, (db) => announce(db, 'access', company ?? 'any'))
    },
  }
}

/** lucia calls with the raw token; the database is asked with its hash, by narrow functions only. */
function adapterOver(pool: Pool): Adapter {
  const run = (query: ReturnType<typeof sql>) => inNoCompany(pool, (db) => db.execute(query))
  const unused = () => Promise.reject(new Error('Sessions are listed and revoked by core/auth.'))
  return {
    getSessionAndUser: async (token) => {
      const [row] = (await run(
        sql`select * from core.session_find(${hashToken(token)})`,
      )) as unknown as Row[]
      if (!row) return [null, null]
      const attributes = {
        company: row.company_id,
        createdAt: row.created_at,
        lastSeenAt: row.last_seen_at,
      }
      return [
        { id: token, userId: row.user_id, expiresAt: row.expires_at, attributes: {} },
        { id: row.user_id, attributes },
      ]
    },
    updateSessionExpiration: async (token, until) => {
      await run(sql`select core.session_extend(${hashToken(token)}, ${until.toISOString()})`)
    },
    deleteSession: async (token) => {
      await run(sql`select core.session_end(${hashToken(token)})`)
    },
    deleteExpiredSessions: async () => {
      await run(sql`select core.sessions_sweep()`)
    },
    setSession: unused,
    getUserSessions: unused,
    deleteUserSessions: unused,
  }
}
