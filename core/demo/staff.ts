import { sql } from 'drizzle-orm'
import { addPerson } from '../access/add-person.ts'
import { readDepartments } from '../access/department-tree.ts'
import { addDepartment } from '../access/departments.ts'
import { readPersonForm } from '../access/person-form.ts'
import type { Scope } from '../scope.ts'
import { addressOf, type DemoPerson, departments, people } from './firm.ts'

/** Adds the departments and everybody else, all with the administrator's password. */
export async function addStaff(scope: Scope): Promise<void> {
  const passwordHash = await passwordOf(scope)
  for (const { key, name, parent } of departments)
    await addDepartment(scope, { key, name, parent: parent && (await idOf(scope, parent)) })
  for (const person of people.slice(1)) await addOne(scope, person, passwordHash)
}

async function addOne(scope: Scope, one: DemoPerson, passwordHash: string): Promise<void> {
  const login = addressOf(one)
  const { person, errors } = await readPersonForm(
    scope,
    {
      name: one.name,
      department: await idOf(scope, one.department),
      champion: one.champion ? 'on' : undefined,
      [login.includes('@') ? 'email' : 'phone']: login,
    },
    [one.role],
  )
  const [wrong] = Object.values(errors)
  if (wrong) throw new Error(`${one.name} cannot be added to the demo: ${wrong}`)
  await addPerson(scope, person, passwordHash)
}

async function passwordOf({ db, company }: Scope): Promise<string> {
  const [row] = await db.execute<{ hash: string }>(sql`
    select password_hash as hash from core.users where company_id = ${company.id}`)
  return row?.hash ?? ''
}

/** The id of a department by its key. */
export async function idOf(scope: Scope, key: string): Promise<string> {
  const found = (await readDepartments(scope)).find((department) => department.key === key)
  if (!found) throw new Error(`The demo has no department "${key}"; add it to core/demo/firm.ts.`)
  return found.id
}
