import { sql } from 'drizzle-orm'
import type { Scope } from '../scope.ts'

export type Step = {
  key: 'departments' | 'people' | 'records' | 'module'
  href: string
  done: boolean
}

/**
 * How far the set-up is, read from what is there; nobody has to tick anything.
 * @param mayImport whether there is anything this person could import
 */
export async function readChecklist(scope: Scope, mayImport: boolean): Promise<Step[]> {
  const [facts] = await scope.db.execute<Record<string, boolean>>(sql`
    select (select count(*) > 1 from core.departments
        where company_id = ${scope.company.id} and archived_at is null) as departments,
      (select count(*) > 1 from core.users where company_id = ${scope.company.id}) as people,
      exists (select from core.audit where company_id = ${scope.company.id}
        and object = 'core.import' and action = 'imported') as records,
      exists (select from core.audit where company_id = ${scope.company.id}
        and object = 'flags.module' and action in ('opened', 'set')) as module`)
  return [
    { key: 'departments', href: '/admin/departments', done: facts?.departments === true },
    { key: 'people', href: '/admin/people', done: facts?.people === true },
    ...(mayImport
      ? [{ key: 'records' as const, href: '/admin/import', done: facts?.records === true }]
      : []),
    { key: 'module', href: '/admin/modules', done: facts?.module === true },
  ]
}
