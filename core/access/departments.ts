import { sql } from 'drizzle-orm'
import { newId } from '../db/id.ts'
import { Fields } from '../http/fields.ts'
import type { Errors, Raw } from '../http/form.ts'
import { notFound } from '../http/refusal.ts'
import { differences, recordAudit } from '../records/audit.ts'
import type { Scope } from '../scope.ts'
import { searchText } from '../values/names.ts'
import { parseText } from '../values/text.ts'
import { changeAlone } from './alone.ts'
import { departmentKey, isDepartmentKey } from './department-key.ts'
import { type Department, readDepartments, withBelow } from './department-tree.ts'
import { accessText } from './messages.ts'

const object = 'core.department'

/**
 * Adds a department.
 * @param raw fields name, key (made from the name when empty) and parent (an id, or empty)
 * @returns its id and key, or what is wrong with the fields
 */
export async function addDepartment(
  scope: Scope,
  raw: Raw,
): Promise<{ id: string; key: string } | { errors: Errors }> {
  await changeAlone(scope)
  const all = await readDepartments(scope)
  const { fields, name, parentId } = readFields(scope, raw, all)
  const keys = all.map((department) => department.key)
  const typed = raw.key?.normalize('NFKC').trim().toLowerCase() ?? ''
  const t = accessText(scope.locale).departments
  if (typed && !isDepartmentKey(typed)) fields.refuse('key', t.badKey)
  if (keys.includes(typed)) fields.refuse('key', t.takenKey(typed))
  if (!fields.ok) return { errors: fields.errors }
  const id = newId()
  const key = typed || departmentKey(name, keys)
  await scope.db.execute(sql`
    insert into core.departments (company_id, id, key, name, parent_id)
    values (${scope.company.id}, ${id}, ${key}, ${name}, ${parentId})`)
  const after = { name, key, parent: keyOf(all, parentId) }
  await recordAudit(scope, { action: 'created', object, recordId: id, after })
  return { id, key }
}

/**
 * Renames a department or moves it under another. Its key stays: flags and imports know it by that.
 * @returns what is wrong, `conflict` when it was changed meanwhile, undefined when done
 */
export async function changeDepartment(
  scope: Scope,
  id: string,
  version: number,
  raw: Raw,
): Promise<Errors | 'conflict' | undefined> {
  await changeAlone(scope)
  const all = await readDepartments(scope)
  const old = present(all, id)
  if (old.version !== version) return 'conflict'
  const { fields, name, parentId } = readFields(scope, raw, all, id)
  if (parentId && withBelow(all, id).includes(parentId))
    fields.refuse('parent', accessText(scope.locale).departments.circle(old.name))
  if (!fields.ok) return fields.errors
  const change = differences(
    { name: old.name, parent: keyOf(all, old.parentId) },
    { name, parent: keyOf(all, parentId) },
  )
  if (!change) return undefined
  await scope.db.execute(sql`
    update core.departments set name = ${name}, parent_id = ${parentId}, updated_at = now(),
      version = version + 1
    where company_id = ${scope.company.id} and id = ${id}`)
  await recordAudit(scope, { action: 'changed', object, recordId: id, ...change })
  return undefined
}

/** Puts an empty department away. @returns why not, or undefined when done */
export async function archiveDepartment(scope: Scope, id: string): Promise<string | undefined> {
  await changeAlone(scope)
  const all = await readDepartments(scope)
  const old = present(all, id)
  const t = accessText(scope.locale).departments
  if (old.people > 0) return t.hasPeople(old.name, old.people)
  const below = all.filter(({ parentId, archivedAt }) => parentId === id && !archivedAt)
  if (below.length > 0)
    return t.hasBelow(
      old.name,
      below.map(({ name }) => name),
    )
  await setArchived(scope, id, true)
  return undefined
}

/**
 * Takes an archived department back into use; under no other when that one is archived.
 * @returns why not, or undefined when done
 */
export async function restoreDepartment(scope: Scope, id: string): Promise<string | undefined> {
  await changeAlone(scope)
  const all = await readDepartments(scope)
  const old = all.find((one) => one.id === id && one.archivedAt && !one.keptFor)
  if (!old) throw notFound()
  const above = all.find((one) => one.id === old.parentId && !one.archivedAt)
  if (isTaken(all, { ...old, parentId: above?.id ?? null }))
    return accessText(scope.locale).departments.takenSince(old.name)
  if (!above)
    await scope.db.execute(sql`
      update core.departments set parent_id = null
      where company_id = ${scope.company.id} and id = ${id}`)
  await setArchived(scope, id, false)
  return undefined
}

async function setArchived(scope: Scope, id: string, archived: boolean): Promise<void> {
  await scope.db.execute(sql`
    update core.departments set archived_at = ${archived ? sql`now()` : null}, updated_at = now(),
      version = version + 1
    where company_id = ${scope.company.id} and id = ${id}`)
  await recordAudit(scope, { action: archived ? 'archived' : 'restored', object, recordId: id })
}

/** @param id the department that is changed, which may keep its own name */
function readFields(scope: Scope, raw: Raw, all: readonly Department[], id?: string) {
  const t = accessText(scope.locale).departments
  const fields = new Fields(raw, scope.locale)
  const name = fields.need('name', t.name, (text) => parseText(text, { most: 60 }), '')
  const parentId = raw.parent || null
  if (parentId && !all.some(({ id, archivedAt }) => id === parentId && !archivedAt))
    fields.refuse('parent', t.unknownParent)
  if (isTaken(all, { id, name, parentId })) fields.refuse('name', t.takenName(name))
  return { fields, name, parentId }
}

function present(all: readonly Department[], id: string): Department {
  const found = all.find((department) => department.id === id && !department.archivedAt)
  if (!found) throw notFound()
  return found
}

const keyOf = (all: readonly Department[], id: string | null): string | null =>
  all.find((department) => department.id === id)?.key ?? null

type Placed = { id?: string; name: string; parentId: string | null }

/** Whether another department in use has this name in the same place. */
const isTaken = (all: readonly Department[], { id, name, parentId }: Placed): boolean =>
  all.some(
    (one) =>
      one.id !== id &&
      !one.archivedAt &&
      one.parentId === parentId &&
      searchText(one.name) === searchText(name),
  )
