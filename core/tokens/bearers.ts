import { sql } from 'drizzle-orm'
import { readPerson } from '../access/people.ts'
import type { Person } from '../access/person.ts'
import { hashToken } from '../auth/token.ts'
import type { Changes } from '../db/changes.ts'
import type { Pool } from '../db/connection.ts'
import { inCompany, inNoCompany } from '../db/database.ts'
import { openMemory, type Remembered } from '../db/memory.ts'
import type { Permission } from '../module.ts'
import type { Company } from '../scope.ts'
import type { TokenKind } from './schema.ts'

const minute = 60_000

/** A program that came with a token, and the person in whose name it acts. */
export type Bearer = { tokenId: string; kind: TokenKind; company: Company; person: Person }

export type Bearers = {
  /** Whose a token is; undefined when it is unknown, revoked, too old or of somebody disabled. */
  resume: (token: string) => Promise<Bearer | undefined>
}

type Row = {
  company_id: string
  id: string
  user_id: string
  kind: TokenKind
  expires_at: Date | null
}

/** Tokens as they come in; whose each is, is kept for a minute, or until people or tokens change. */
export function openBearers(
  pool: Pool,
  changes: Changes,
  permissions: ReadonlyMap<string, Permission>,
): Bearers {
  const memory = openMemory<Bearer>(changes, 'access', 5_000)
  return {
    resume: (token) => {
      const hash = hashToken(token)
      return memory.of(hash, () => read(pool, permissions, hash))
    },
  }
}

async function read(
  pool: Pool,
  permissions: ReadonlyMap<string, Permission>,
  hash: string,
): Promise<Remembered<Bearer> | undefined> {
  const [row] = await inNoCompany(pool, (db) =>
    db.execute<Row>(sql`select * from core.token_find(${hash})`),
  )
  if (!row) return undefined
  const found = await inCompany(pool, row.company_id, async (db) => {
    await db.execute(sql`
      update core.api_tokens set last_used_at = now()
      where company_id = ${row.company_id} and id = ${row.id}`)
    return readPerson(db, permissions, row.company_id, row.user_id)
  })
  if (!found) return undefined
  const until = Math.min(Date.now() + minute, row.expires_at?.getTime() ?? Infinity)
  return { value: { tokenId: row.id, kind: row.kind, ...found }, until }
}
