import { type SQL, sql } from 'drizzle-orm'
import { writeNote } from '../records/notes.ts'
import { addTag } from '../records/tags.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { importable } from '../transfer/imports.ts'

const object = 'contacts.account'

export type Listed = {
  id: string
  name: string
  industry: string | null
  region: string | null
  listedOn: string | null
}

/** Records as an export of the list would hold them, narrowed as the list's address would. */
export async function readListed(
  registry: Registry,
  scope: Scope,
  filters: Record<string, string>,
): Promise<Listed[]> {
  const transfer = importable(registry, scope).find(({ kind }) => kind === 'accounts')
  const rows = await transfer?.read(scope, new URLSearchParams(filters), undefined, 200)
  return (rows ?? []) as Listed[]
}

/** Whether anybody has written a note yet. */
export const hasNotes = (scope: Scope): Promise<boolean> => hasAny(scope, sql`core.notes`)

/** Whether anything has a tag yet. */
export const hasTags = (scope: Scope): Promise<boolean> => hasAny(scope, sql`core.taggings`)

/** Whether anybody has followed anything up yet. */
export const hasFollowedUp = (scope: Scope): Promise<boolean> =>
  hasAny(scope, sql`contacts.activities`)

export async function hasAny({ db, company }: Scope, table: SQL): Promise<boolean> {
  const found = await db.execute(sql`select from ${table} where company_id = ${company.id} limit 1`)
  return found.length > 0
}

/** Marks whom the firm goes to first, and notes what the list says of them and what comes next. */
export async function planVisits(scope: Scope, chosen: readonly Listed[]): Promise<void> {
  await addTag(scope, object, idsOf(chosen), '首批走访')
  for (const [at, { id, industry, region, listedOn }] of chosen.entries()) {
    const known = `名单所载：${industry}，${region}，${listedOn} 上市。`
    const next = at % 2 === 0 ? '先补齐联系人，再约拜访。' : '先核对开票信息，再约拜访。'
    await writeNote(scope, object, id, known + next)
  }
}

/** The exchange puts *ST before the names of companies at risk of being delisted. */
export async function markRisks(registry: Registry, scope: Scope): Promise<void> {
  const found = await readListed(registry, scope, { q: '*ST' })
  const atRisk = found.filter(({ name }) => name.startsWith('*ST'))
  await addTag(scope, object, idsOf(atRisk), '退市风险警示')
}

const idsOf = (listed: readonly Listed[]): string[] => listed.map(({ id }) => id)
