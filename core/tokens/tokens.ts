import { sql } from 'drizzle-orm'
import type { Colleague } from '../access/directory.ts'
import { hashToken, newToken } from '../auth/token.ts'
import { announce } from '../db/changes.ts'
import { newId } from '../db/id.ts'
import { notFound } from '../http/refusal.ts'
import { recordAudit } from '../records/audit.ts'
import type { Scope } from '../scope.ts'
import type { TokenKind } from './schema.ts'

const object = 'core.token'

/** `days` is how long the token works; null when until it is revoked. */
export type NewToken = {
  person: Pick<Colleague, 'id' | 'name'>
  name: string
  kind: TokenKind
  days: number | null
}

/**
 * Makes a token by which a program may do whatever a person may. It begins with what it is for, so
 * that those who look for secrets in the wrong places recognise it.
 * @returns the token, which is stored nowhere
 */
export async function makeToken(scope: Scope, wanted: NewToken): Promise<string> {
  const { person, name, kind, days } = wanted
  const id = newId()
  const token = `stw_${kind}_${newToken()}`
  await scope.db.execute(sql`
    insert into core.api_tokens (company_id, id, user_id, kind, name, token_hash, hint, created_by,
      expires_at)
    values (${scope.company.id}, ${id}, ${person.id}, ${kind}, ${name}, ${hashToken(token)},
      ${token.slice(-4)}, ${scope.actorId}, now() + ${days} * interval '1 day')`)
  const after = { name, tokenKind: kind, person: person.name, days }
  await recordAudit(scope, { action: 'created', object, recordId: id, after })
  return token
}

/**
 * Lets a token open nothing any more, in every process at once.
 * @param owner id of the person whose token it must be; null when anybody's may be revoked
 * @throws Refusal 404 when there is none, or it is revoked already
 */
export async function revokeToken(scope: Scope, id: string, owner: string | null): Promise<void> {
  const [gone] = await scope.db.execute<{ name: string }>(sql`
    update core.api_tokens set revoked_at = now()
    where company_id = ${scope.company.id} and id = ${id} and revoked_at is null
      and (${owner}::uuid is null or user_id = ${owner}) returning name`)
  if (!gone) throw notFound()
  await writeRevoked(scope, id, gone.name)
  await announce(scope.db, 'access', scope.company.id)
}

/** Revokes all tokens of somebody who left, so that letting them in again opens none of them. */
export async function revokeTokensOf(scope: Scope, user: string): Promise<void> {
  const gone = await scope.db.execute<{ id: string; name: string }>(sql`
    update core.api_tokens set revoked_at = now()
    where company_id = ${scope.company.id} and user_id = ${user} and revoked_at is null
    returning id, name`)
  for (const { id, name } of gone) await writeRevoked(scope, id, name)
}

const writeRevoked = (scope: Scope, id: string, name: string): Promise<void> =>
  recordAudit(scope, { action: 'revoked', object, recordId: id, before: { name } })

export type TokenRow = {
  id: string
  name: string
  kind: TokenKind
  /** Its last four signs. */
  hint: string
  person: string
  createdAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
}

const most = 500

/**
 * The tokens that open something, newest first.
 * @param owner id of the person whose they are; null for everybody's
 */
export const readTokens = (scope: Scope, owner: string | null): Promise<TokenRow[]> =>
  scope.db.execute<TokenRow>(sql`
    select t.id, t.name, t.kind, t.hint, u.name as person, t.created_at as "createdAt",
      t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt"
    from core.api_tokens t join core.users u on u.company_id = t.company_id and u.id = t.user_id
    where t.company_id = ${scope.company.id} and t.revoked_at is null
      and (t.expires_at is null or t.expires_at > now())
      and (${owner}::uuid is null or t.user_id = ${owner})
    order by t.id desc limit ${most}`)
