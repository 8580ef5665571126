import { type SQL, sql } from 'drizzle-orm'
import { may } from '../../../core/access/person.ts'
import { newId } from '../../../core/db/id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { differences, recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { foundCategories, foundStates } from '../states/founding.ts'
import type { Priority } from '../tickets/choices.ts'
import { manageMacros } from './rights.ts'
import { macros } from './schema.ts'

export const macroObject = 'service.macro'

export type MacroInput = {
  name: string
  text: string
  kind: 'answer' | 'note'
  stateId: string | null
  priority: Priority | null
  categoryId: string | null
  tag: string
  takes: '' | 'me'
  /** Whose alone it is; null for one that several use. */
  ownerId: string | null
  /** Whose department's; null for everybody's and for somebody's own. */
  departmentId: string | null
}

export type Macro = MacroInput & { id: string; version: number; department: string | null }

/** Whether it does more than write. */
export const isMacro = ({ stateId, priority, categoryId, tag, takes }: MacroInput): boolean =>
  Boolean(stateId || priority || categoryId || tag || takes)

/** A desk has tens of them; more nobody would find the right one among. */
const most = 500

const columns = sql`m.id, m.version, m.name, m.text, m.kind, m.state_id as "stateId", m.priority,
  m.category_id as "categoryId", m.tag, m.takes, m.owner_id as "ownerId",
  m.department_id as "departmentId", (select d.name from core.departments d
    where d.company_id = m.company_id and d.id = m.department_id) as department`

/** One's own, those of one's department and of the ones above it, and everybody's. */
const usable = ({ user }: Scope): SQL => sql`(m.owner_id = ${user.id} or (m.owner_id is null
  and (m.department_id is null or m.department_id in (select d.id from core.departments d
    where d.company_id = m.company_id
      and d.key = any(${sql.param(user.departmentKeys)}::text[])))))`

/** One's own, and what is shared for whoever keeps that. */
const keepable = (scope: Scope): SQL =>
  may(scope.user, manageMacros)
    ? sql`(m.owner_id = ${scope.user.id} or m.owner_id is null)`
    : sql`m.owner_id = ${scope.user.id}`

const read = (scope: Scope, condition: SQL): Promise<Macro[]> =>
  scope.db.execute<Macro>(sql`
    select ${columns} from ${macros} m
    where m.company_id = ${scope.company.id} and m.archived_at is null and ${condition}
    order by m.name, m.id limit ${most}`)

/** What somebody can answer with, by name. */
export const usableMacros = (scope: Scope): Promise<Macro[]> => read(scope, usable(scope))

/** What somebody can use or keep, by name; `keeps` says which they may change. */
export async function allMacros(scope: Scope): Promise<(Macro & { keeps: boolean })[]> {
  const all = await read(scope, sql`(${usable(scope)} or ${keepable(scope)})`)
  const keepsShared = may(scope.user, manageMacros)
  return all.map((one) => ({ ...one, keeps: one.ownerId === scope.user.id || keepsShared }))
}

async function readOne(scope: Scope, id: string, condition: SQL): Promise<Macro> {
  const [one] = await read(scope, sql`m.id = ${id} and ${condition}`)
  if (!one) throw notFound()
  return one
}

/** One of those that somebody can answer with. @throws Refusal 404 else */
export const usableMacro = (scope: Scope, id: string) => readOne(scope, id, usable(scope))

/** One of those that somebody may change. @throws Refusal 404 else */
export const keepableMacro = (scope: Scope, id: string) => readOne(scope, id, keepable(scope))

/** Whatever it points at is stored first: states and categories are shown before they are. */
const found = async (scope: Scope, { stateId, categoryId }: MacroInput): Promise<void> => {
  if (stateId) await foundStates(scope)
  if (categoryId) await foundCategories(scope)
}

/** Keeps a new saved reply or macro. The caller has made sure whose it may be. @returns its id */
export async function addMacro(scope: Scope, input: MacroInput): Promise<string> {
  const id = newId()
  await found(scope, input)
  await insertMany(scope, macros, [{ id, ...input }])
  await recordAudit(scope, { action: 'created', object: macroObject, recordId: id, after: input })
  return id
}

/** @returns conflict when somebody changed it since `version` */
export async function changeMacro(
  scope: Scope,
  old: Macro,
  version: number,
  input: MacroInput,
): Promise<'saved' | 'conflict'> {
  await found(scope, input)
  const [row] = await scope.db.execute(sql`
    update ${macros} set name = ${input.name}, text = ${input.text}, kind = ${input.kind},
      state_id = ${input.stateId}, priority = ${input.priority}, category_id = ${input.categoryId},
      tag = ${input.tag}, takes = ${input.takes}, owner_id = ${input.ownerId},
      department_id = ${input.departmentId}, updated_at = now(), version = version + 1
    where company_id = ${scope.company.id} and id = ${old.id} and version = ${version}
    returning id`)
  if (!row) return 'conflict'
  const { id, version: _, department: __, ...before } = old
  const change = differences<Record<string, unknown>>(before, input)
  if (change)
    await recordAudit(scope, { action: 'changed', object: macroObject, recordId: id, ...change })
  return 'saved'
}

/** Nobody can use it any more; what was written with it stays. */
export async function removeMacro(scope: Scope, { id }: Macro): Promise<void> {
  await scope.db.execute(sql`
    update ${macros} set archived_at = now(), updated_at = now(), version = version + 1
    where company_id = ${scope.company.id} and id = ${id}`)
  await recordAudit(scope, { action: 'archived', object: macroObject, recordId: id })
}
