import { sql } from 'drizzle-orm'
import { newId } from '../db/id.ts'
import { recordAudit } from '../records/audit.ts'
import type { Scope } from '../scope.ts'
import { changeAlone } from './alone.ts'
import { departmentKey } from './department-key.ts'
import { readDepartments } from './department-tree.ts'

/**
 * Makes a department in which nobody works, where a module keeps records out of everybody's reach.
 * It is closed from the beginning, stands in no list, and nobody opens it.
 * @param keptFor the kind of record that it is for: `sales.pool`
 * @returns its id
 */
export async function addClosedPlace(scope: Scope, name: string, keptFor: string): Promise<string> {
  await changeAlone(scope)
  const keys = (await readDepartments(scope)).map(({ key }) => key)
  const id = newId()
  const key = departmentKey(name, keys)
  await scope.db.execute(sql`
    insert into core.departments (company_id, id, key, name, archived_at, kept_for)
    values (${scope.company.id}, ${id}, ${key}, ${name}, now(), ${keptFor})`)
  const after = { name, key }
  await recordAudit(scope, { action: 'created', object: 'core.department', recordId: id, after })
  return id
}
