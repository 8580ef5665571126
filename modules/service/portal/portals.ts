import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { differences, recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { portals } from './schema.ts'

export const portalObject = 'service.portal'

export type Portal = {
  id: string
  key: string
  title: string
  openedAt: Date | null
  version: number
}

/** The pages of a company for its customers; undefined before anybody said anything of them. */
export async function readPortal({ db, company }: Pick<Scope, 'db' | 'company'>) {
  const [row] = await db.execute<Portal>(sql`
    select id, key, title, opened_at as "openedAt", version from ${portals}
    where company_id = ${company.id} order by id limit 1`)
  return row
}

export const portalHref = (key: string): string => `/portal/${key}/articles`

/** The word of a company that its address begins with. */
export const wordOf = (key: string): string => key.slice(0, -(signs + 1))

const signs = 10

/** Forty random bits behind the word: two companies of one name have two addresses. */
const keyOf = (word: string): string => `${word}-${randomBytes(signs / 2).toString('hex')}`

export type PortalInput = { word: string; title: string; open: boolean }

/**
 * Opens or closes a company's public pages, and says what they are called. Another word is another
 * address, and the one before leads nowhere any more.
 */
export async function savePortal(
  scope: Scope,
  version: number,
  input: PortalInput,
): Promise<'saved' | 'conflict'> {
  const old = await readPortal(scope)
  if ((old?.version ?? 0) !== version) return 'conflict'
  const key = old && wordOf(old.key) === input.word ? old.key : keyOf(input.word)
  const openedAt = input.open ? (old?.openedAt ?? scope.now()) : null
  const id = old?.id ?? newId()
  const after = { key, title: input.title, openedAt }
  const before = old && { key: old.key, title: old.title, openedAt: old.openedAt }
  const change = differences<Record<string, unknown>>(before ?? {}, after)
  if (!change) return 'saved'
  const [row] = await scope.db.execute(sql`
    insert into ${portals} (company_id, id, key, title, opened_at)
    values (${scope.company.id}, ${id}, ${key}, ${input.title}, ${openedAt?.toISOString() ?? null})
    on conflict (company_id, id) do update set key = excluded.key, title = excluded.title,
      opened_at = excluded.opened_at, updated_at = now(), version = portals.version + 1
      where portals.version = ${version}
    returning id`)
  if (!row) return 'conflict'
  const action = old ? 'changed' : 'created'
  await recordAudit(scope, { action, object: portalObject, recordId: id, ...change })
  return 'saved'
}
