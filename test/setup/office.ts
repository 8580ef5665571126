import { sql } from 'drizzle-orm'
import { asPerson } from '../../core/access/as-person.ts'
import { createCompany } from '../../core/access/companies.ts'
import { asOperator } from '../../core/access/operator.ts'
import { type App, openApp } from '../../core/app.tsx'
import { hashPassword } from '../../core/auth/password.ts'
import { newId } from '../../core/db/id.ts'
import { readEnv } from '../../core/env.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import type { Module } from '../../core/module.ts'
import type { Scope } from '../../core/scope.ts'
import { modules as shipped } from '../../modules/index.ts'
import {
  type DepartmentName,
  departmentCast,
  type PersonName,
  password,
  peopleCast,
} from './cast.ts'
import { type FreshDatabase, freshDatabase } from './database.ts'
import { type Visitor, visit } from './visitor.ts'

/** A company with the cast in it. */
export type Firm = {
  company: string
  departments: Record<DepartmentName, string>
  people: Record<PersonName, string>
  /** The browser of somebody who is signed in; each call is a browser of its own. */
  as: (name: PersonName) => Visitor
  /** Runs a verb or a query as somebody, in a transaction that is kept unless it throws. */
  inScope: <T>(name: PersonName, work: (scope: Scope) => Promise<T>) => Promise<T>
}

/** The product over a database of its own, with one firm in it, ready in well under a second. */
export type Office = Firm & {
  app: App
  database: FreshDatabase
  stranger: () => Visitor
  /** A second firm with the same cast on the same install, for what must not leak between two. */
  another: () => Promise<Firm>
  close: () => Promise<void>
}

type Options = {
  modules?: readonly Module[]
  env?: Record<string, string>
  /** Language of the first firm. */
  locale?: Locale
}

/** Opens the product. Usually once per test file, in beforeAll; close it in afterAll. */
export async function openOffice({ modules, env, locale }: Options = {}): Promise<Office> {
  const database = await freshDatabase()
  const app = await openApp(
    readEnv({ LOG_LEVEL: 'silent', ...env }),
    database.connections,
    modules ?? shipped,
    { timetable: false },
  )
  return {
    ...(await openFirm(app, '海港贸易', 'harbour.example', locale)),
    app,
    database,
    stranger: () => visit(app),
    another: () => openFirm(app, '山谷机械', 'valley.example', locale),
    close: async () => {
      await app.close()
      await database.drop()
    },
  }
}

async function openFirm(
  app: App,
  name: string,
  domain: string,
  locale: Locale = 'en',
): Promise<Firm> {
  const admin = { adminName: peopleCast.amy.name, adminEmail: `amy@${domain}`, password }
  const about = { name, locale, adminLocale: locale, timeZone: 'Europe/London' }
  const founded = await createCompany(app.product.pool, { ...about, ...admin }, 'test')
  const { departments, people } = await asOperator(
    app.product,
    founded.company,
    'test',
    async (scope) => {
      const departments = await addDepartments(scope)
      return { departments, people: await addPeople(scope, departments, founded.admin, domain) }
    },
  )
  return {
    company: founded.company,
    departments,
    people,
    ...entrances(app, founded.company, people),
  }
}

async function addDepartments(scope: Scope): Promise<Firm['departments']> {
  const [home] = await scope.db.execute<{ id: string }>(
    sql`select id from core.departments where company_id = ${scope.company.id}`,
  )
  const ids = { company: home?.id ?? '' } as Firm['departments']
  for (const [key, { name, parent }] of Object.entries(departmentCast)) {
    const id = newId()
    ids[key as DepartmentName] = id
    await scope.db.execute(sql`
      insert into core.departments (company_id, id, key, name, parent_id)
      values (${scope.company.id}, ${id}, ${key}, ${name}, ${parent && ids[parent]})`)
  }
  return ids
}

let hashed: Promise<string> | undefined

async function addPeople(
  scope: Scope,
  departments: Firm['departments'],
  admin: string,
  domain: string,
): Promise<Firm['people']> {
  hashed ??= hashPassword(password)
  const ids = { amy: admin } as Firm['people']
  for (const [key, { name, role, department }] of Object.entries(peopleCast)) {
    if (key === 'amy') continue
    const id = newId()
    ids[key as PersonName] = id
    await scope.db.execute(sql`
      insert into core.users (company_id, id, name, email, password_hash, department_id)
      values (${scope.company.id}, ${id}, ${name}, ${`${key}@${domain}`}, ${await hashed},
        ${departments[department]})`)
    await scope.db.execute(sql`
      insert into core.user_roles (company_id, user_id, role)
      values (${scope.company.id}, ${id}, ${role})`)
  }
  return ids
}

/** The two ways into a firm: through the pages, and through the verbs. */
export function entrances(
  app: App,
  company: string,
  people: Firm['people'],
): Pick<Firm, 'as' | 'inScope'> {
  const { product } = app
  return {
    as: (name) =>
      visit(app, async () => [
        product.sessions.cookieName,
        await product.sessions.start(company, people[name], '127.0.0.1', 'test'),
      ]),
    inScope: (name, work) => asPerson(product, company, people[name], 'test', work),
  }
}
