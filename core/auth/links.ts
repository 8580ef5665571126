import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { newId } from '../db/id.ts'
import { hashToken, newToken } from './token.ts'

export type Purpose = 'invite' | 'reset'

/** An added person has three days, a forgotten password half an hour (security.md 2.2: 34). */
const lasts = { invite: sql`interval '72 hours'`, reset: sql`interval '30 minutes'` }

/**
 * Makes the one link by which a person may choose a password; links made before stop working.
 * @param token a secret of 256 bits, made here when left out
 * @returns the token for the address /welcome/TOKEN, which is stored nowhere
 */
export async function issueLink(
  db: Database,
  company: string,
  user: string,
  purpose: Purpose,
  by: string | null,
  token = newToken(),
): Promise<string> {
  await db.execute(sql`
    update core.one_time_links set used_at = now()
    where company_id = ${company} and user_id = ${user} and used_at is null`)
  await db.execute(sql`
    insert into core.one_time_links (company_id, id, user_id, purpose, token_hash, created_by, expires_at)
    values (${company}, ${newId()}, ${user}, ${purpose}, ${hashToken(token)}, ${by}, now() + ${lasts[purpose]})`)
  return token
}

export type Link = { company_id: string; id: string; user_id: string; purpose: Purpose }

/** The link a token stands for; undefined when it is unknown, used, too old or of somebody disabled. */
export async function findLink(db: Database, token: string): Promise<Link | undefined> {
  const [link] = await db.execute<Link>(sql`select * from core.link_find(${hashToken(token)})`)
  return link
}

/** Uses a link up. @returns whether it was still good, so that of two clicks only one counts */
export async function useLink(db: Database, link: Link): Promise<boolean> {
  const used = await db.execute(sql`
    update core.one_time_links set used_at = now()
    where company_id = ${link.company_id} and id = ${link.id} and used_at is null
    returning id`)
  return used.length === 1
}
