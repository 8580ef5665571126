import { sql } from 'drizzle-orm'
import { createCompany } from '../../core/access/companies.ts'
import type { Member } from '../../core/access/members.ts'
import { readMembers } from '../../core/access/members.ts'
import { asOperator } from '../../core/access/operator.ts'
import { listenForChanges } from '../../core/db/changes.ts'
import { type Connection, openPool, type Pool } from '../../core/db/connection.ts'
import { newId } from '../../core/db/id.ts'
import { openRegistry } from '../../core/registry.ts'
import type { Scope } from '../../core/scope.ts'
import { planUndo } from '../../flags/audience.ts'
import { changeModule } from '../../flags/change.ts'
import type { Flagged } from '../../flags/compile.ts'
import type { FlagContext } from '../../flags/context.ts'
import { contextOf } from '../../flags/context.ts'
import { readChange } from '../../flags/history.ts'
import { type Flags, openFlags } from '../../flags/port.ts'
import { departmentCast, type PersonName, password, peopleCast } from '../setup/cast.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

/** The modules that tests of the flags speak of: sales needs contacts, training needs nothing. */
export const modules: readonly Flagged[] = [
  { id: 'contacts', needs: [] },
  { id: 'sales', needs: ['contacts'] },
  { id: 'training', needs: [] },
]

export const [contacts, sales] = modules as [Flagged, Flagged]

export type Place = keyof typeof departmentCast | 'company'

/** One firm with the cast, and one process that answers for its flags. */
export type FlagsFirm = {
  company: string
  departments: Record<Place, string>
  people: Record<PersonName, string>
  flags: Flags
  pool: Pool
  /** The database as DATABASE_URL wants it. */
  address: string
  /** A further process on the same database. */
  otherProcess: () => Promise<Flags>
  inScope: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>
  who: (name: PersonName) => Promise<FlagContext>
  member: (name: PersonName) => Promise<Member>
  close: () => Promise<void>
}

export async function openFirm(): Promise<FlagsFirm> {
  const database = await freshDatabase()
  const closers: (() => Promise<void>)[] = []
  const { pool, flags } = await openProcess(database, closers)
  const product = { pool, registry: openRegistry([]) }
  const founded = await createCompany(
    pool,
    {
      name: '海港贸易',
      locale: 'en',
      adminName: peopleCast.amy.name,
      adminEmail: 'amy@harbour.example',
      password,
    },
    'test',
  )
  const inScope: FlagsFirm['inScope'] = (work) =>
    asOperator(product, founded.company, 'test', (scope) =>
      work({ ...scope, actorId: founded.admin }),
    )
  const cast = await inScope((scope) => addCast(scope, founded.admin))
  const member = async (name: PersonName) => {
    const found = (await inScope(readMembers)).find(({ id }) => id === cast.people[name])
    if (!found) throw new Error(`${name} is not among the members.`)
    return found
  }
  return {
    company: founded.company,
    ...cast,
    flags,
    pool,
    address: addressOf(database.admin),
    otherProcess: async () => (await openProcess(database, closers)).flags,
    inScope,
    member,
    who: async (name) => contextOf(await member(name)),
    close: async () => {
      for (const close of closers) await close()
      await database.drop()
    },
  }
}

const addressOf = ({ host, port, username, password, database }: Connection) =>
  `postgres://${username}:${encodeURIComponent(password)}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`

async function openProcess(database: FreshDatabase, closers: (() => Promise<void>)[]) {
  const pool = openPool(database.connections.app, 4)
  const changes = await listenForChanges(pool)
  closers.push(changes.close, () => pool.end())
  const flags = openFlags(pool, changes, modules, (error) => {
    throw error
  })
  return { pool, flags }
}

async function addCast(scope: Scope, admin: string) {
  const { db, company } = scope
  const [home] = await db.execute<{ id: string; key: string }>(sql`
    select id, key from core.departments where company_id = ${company.id}`)
  const departments = { company: home?.id } as FlagsFirm['departments']
  for (const [key, { name, parent }] of Object.entries(departmentCast)) {
    departments[key as Place] = newId()
    await db.execute(sql`
      insert into core.departments (company_id, id, key, name, parent_id)
      values (${company.id}, ${departments[key as Place]}, ${key}, ${name},
        ${parent && departments[parent]})`)
  }
  const people = { amy: admin } as FlagsFirm['people']
  for (const [key, { name, role, department }] of Object.entries(peopleCast)) {
    if (key === 'amy') continue
    people[key as PersonName] = newId()
    await db.execute(sql`
      insert into core.users (company_id, id, name, email, department_id)
      values (${company.id}, ${people[key as PersonName]}, ${name}, ${`${key}@harbour.example`},
        ${departments[department]})`)
    await db.execute(sql`
      insert into core.user_roles (company_id, user_id, role)
      values (${company.id}, ${people[key as PersonName]}, ${role})`)
  }
  return { departments, people }
}

/** Takes back a change of a module, as the pages do. */
export async function undoChange(
  scope: Scope,
  module: Flagged,
  change: string | undefined,
  reason: string,
): Promise<string | undefined> {
  const found = await readChange(scope, module.id, change ?? newId())
  if (!found) throw new Error(`${module.id} has no such change.`)
  const { intent, seen, rows } = planUndo(module, found)
  return changeModule(scope, module, { ...intent, seen, reason }, (now) =>
    rows(now, { since: '', reason }),
  )
}
