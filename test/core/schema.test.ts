import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPool, type Pool } from '../../core/db/connection.ts'
import { modules } from '../../modules/index.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

type Table = { name: string; oid: number; rls: boolean; forced: boolean; ofCompany: boolean }

let database: FreshDatabase
/** The superuser, whom no policy binds, and the application as it serves people. */
let eyes: Pool
let app: Pool
let tables: Table[]

const ours = ['core', 'flags', ...modules.map((module) => module.id)]

beforeAll(async () => {
  database = await freshDatabase()
  eyes = openPool(database.admin, 1)
  app = openPool(database.connections.app, 1)
  tables = await eyes<Table[]>`
    select n.nspname || '.' || c.relname as name, c.oid::int, c.relrowsecurity as rls,
      c.relforcerowsecurity as forced,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'company_id') as "ofCompany"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any(${ours}) and c.relkind in ('r', 'p', 'm', 'f')
    order by 1`
})
afterAll(async () => {
  await app.end()
  await eyes.end()
  await database.drop()
})

/** Reviewed: tables that belong to no company, and why they need not. */
const ofNoCompany: Record<string, string> = {
  'core.companies': 'a row is a company; its policy compares the id itself',
  'core.installation': 'facts about the install, before any company',
  'core.throttles': 'counts addresses and accounts before sign-in; the queue pool alone uses it',
}

const companyTables = () => tables.filter((table) => table.ofCompany)

describe('tables', () => {
  test('every one belongs to a company, or is on the reviewed list', () => {
    expect(companyTables().length).toBeGreaterThanOrEqual(18)
    const others = tables.filter(
      ({ ofCompany, name }) => !ofCompany && !name.endsWith('.migrations'),
    )
    expect(others.map(({ name }) => name)).toEqual(Object.keys(ofNoCompany))
  })

  test('every one of a company has policies that bind even its owner', async () => {
    for (const { name, rls, forced } of companyTables())
      expect({ name, rls, forced }).toEqual({ name, rls: true, forced: true })
    const policies = await eyes`
      select schemaname || '.' || tablename as name, qual, with_check from pg_policies
      where 'crm_app' = any(roles) and cmd = 'ALL' and permissive = 'PERMISSIVE'`
    const own = 'company_id = ( SELECT core.company() AS company)'
    for (const { name } of companyTables()) {
      const found = policies.filter((policy) => policy.name === name)
      expect(
        found.map((policy) => [policy.qual, policy.with_check]),
        name,
      ).toEqual([[`(${own})`, `(${own})`]])
    }
  })

  test('no policy is for everybody, and those for other roles are on the reviewed list', async () => {
    const policies = await eyes<{ rule: string }[]>`
      select schemaname || '.' || tablename || ' ' || cmd || ' ' || array_to_string(roles, ',') as rule
      from pg_policies where schemaname = any(${ours}) and roles <> '{crm_app}' order by 1`
    const narrow = policies.map(({ rule }) => rule)
    expect(narrow.filter((rule) => !rule.endsWith(' SELECT crm_search'))).toEqual([
      'core.companies SELECT crm_auth',
      'core.one_time_links SELECT crm_auth',
      'core.sessions ALL crm_auth',
      'core.users SELECT crm_auth',
    ])
  })

  test('every unique key begins with the company, so none tells of another firm’s rows', async () => {
    const keys = await eyes<{ table: string; key: string; first: string }[]>`
      select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as key,
        coalesce(a.attname, '') as first
      from pg_index i
      join pg_class c on c.oid = i.indrelid
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indisunique and n.nspname = any(${ours})`
    expect(keys.length).toBeGreaterThan(20)
    const global = keys.filter(
      ({ table, first }) =>
        first !== 'company_id' && !(table in ofNoCompany) && !table.endsWith('.migrations'),
    )
    expect(global).toEqual([])
  })

  test('every key from one table to another carries the company', async () => {
    const keys = await eyes<{ name: string; columns: string[] }[]>`
      select k.conrelid::regclass || '.' || k.conname as name,
        array(select a.attname::text from unnest(k.conkey) with ordinality as part (number, place)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = part.number
          order by part.place) as columns
      from pg_constraint k join pg_namespace n on n.oid = k.connamespace
      where k.contype = 'f' and n.nspname = any(${ours})`
    expect(keys.length).toBeGreaterThan(5)
    for (const { name, columns } of keys) expect(columns[0], name).toBe('company_id')
  })
})

describe('the application’s role', () => {
  test('it owns nothing and is nobody mighty', async () => {
    const [role] = await eyes`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*)::int from pg_auth_members m where m.member = r.oid) as memberships,
        (select count(*)::int from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o') as owned
      from pg_roles r where rolname = 'crm_app'`
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      memberships: 0,
      owned: 0,
    })
  })

  test('the roles behind narrow functions cannot sign in or step around policies', async () => {
    const roles = await eyes`
      select rolname, rolcanlogin, rolsuper, rolbypassrls from pg_roles
      where rolname in ('crm_auth', 'crm_search') order by 1`
    expect(roles.map((role) => Object.values(role))).toEqual([
      ['crm_auth', false, false, false],
      ['crm_search', false, false, false],
    ])
  })

  test('it can make nothing: no table, no function, no schema', async () => {
    for (const schema of [...ours, 'public'])
      await expect(app`create table ${app(schema)}.mine (id int)`, schema).rejects.toThrow(
        /permission denied/,
      )
    await expect(app`create schema mine`).rejects.toThrow(/permission denied/)
  })
})

describe('rows of a company', () => {
  const company = randomUUID()
  const other = randomUUID()

  beforeAll(async () => {
    for (const { name, oid } of companyTables()) await addRow(name, oid, company)
  })

  test('a transaction that names no company sees none of them and can add none', async () => {
    for (const { name } of companyTables()) {
      const [all] = await eyes`select count(*)::int as count from ${eyes(name)}`
      expect(all?.count, name).toBeGreaterThan(0)
      const [seen] = await app`select count(*)::int as count from ${app(name)}`
      expect(seen?.count, name).toBe(0)
      const insert = app`insert into ${app(name)} (company_id) values (${company})`
      await expect(insert, name).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('a transaction of another company sees none of them and can touch none', async () => {
    for (const { name } of companyTables()) {
      const seen = await as(other, (sql) => sql`select from ${sql(name)}`)
      expect(seen.length, name).toBe(0)
      const smuggle = as(
        other,
        (sql) => sql`insert into ${sql(name)} (company_id) values (${company})`,
      )
      await expect(smuggle, name).rejects.toMatchObject({ code: '42501' })
      const taken = await as(
        other,
        (sql) => sql`update ${sql(name)} set company_id = ${other}`,
      ).catch((error) => error.code)
      expect(taken === '42501' || taken.count === 0, name).toBe(true)
      const deleted = await as(other, (sql) => sql`delete from ${sql(name)}`).catch(
        (error) => error.code,
      )
      expect(deleted === '42501' || deleted.count === 0, name).toBe(true)
      const own = await as(company, (sql) => sql`select from ${sql(name)}`)
      expect(own.length, name).toBe(1)
    }
  })

  test('a company sees its own row alone', async () => {
    for (const id of [company, other])
      await eyes`insert into core.companies (id, name, locale) values (${id}, 'firm', 'en')`
    expect(await app`select id from core.companies`).toHaveLength(0)
    const seen = await as(other, (sql) => sql`select id from core.companies`)
    expect(seen.map((row) => row.id)).toEqual([other])
    const taken = await as(other, (sql) => sql`update core.companies set name = 'mine'`)
    expect(taken.count).toBe(1)
  })

  test.each(['core.audit', 'flags.changes'])(
    'what %s has written down cannot be changed, deleted or emptied',
    async (name) => {
      const attempts = [
        as(company, (sql) => sql`update ${sql(name)} set action = 'nothing'`),
        as(company, (sql) => sql`delete from ${sql(name)}`),
        as(company, (sql) => sql`truncate ${sql(name)}`),
      ]
      for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: '42501' })
    },
  )

  test('no table can be emptied at once', async () => {
    for (const { name } of tables)
      await expect(app`truncate ${app(name)}`, name).rejects.toMatchObject({ code: '42501' })
  })

  const as = <T>(id: string, work: (sql: Pool) => Promise<T>): Promise<T> =>
    app.begin(async (transaction) => {
      await transaction`select set_config('app.company', ${id}, true)`
      return work(transaction as unknown as Pool)
    }) as Promise<T>
})

/** A row that means nothing, written past checks and foreign keys: only whose it is counts. */
async function addRow(table: string, oid: number, company: string): Promise<void> {
  const columns = await eyes<{ name: string; type: string }[]>`
    select attname as name, format_type(atttypid, null) as type from pg_attribute
    where attrelid = ${oid} and attnum > 0 and not attisdropped and attnotnull
      and attgenerated = '' and attidentity = ''`
  const checks = await eyes<{ name: string }[]>`
    select conname as name from pg_constraint where conrelid = ${oid} and contype = 'c'`
  await eyes.begin(async (sql) => {
    for (const { name } of checks) await sql`alter table ${sql(table)} drop constraint ${sql(name)}`
    await sql`set local session_replication_role = replica`
    const values = columns.map(({ name, type }) => [name, sampleOf(name, type, company)])
    await sql`insert into ${sql(table)} ${sql(Object.fromEntries(values))}`
  })
}

function sampleOf(name: string, type: string, company: string): unknown {
  if (name === 'company_id') return company
  if (type === 'uuid') return randomUUID()
  if (type.endsWith('[]')) return []
  if (type.startsWith('timestamp') || type === 'date') return '2026-01-01'
  if (type === 'jsonb') return {}
  if (type === 'bytea') return Buffer.from('x')
  if (type === 'boolean') return false
  return /int|numeric/.test(type) ? 1 : 'x'
}

describe('functions that act with another role’s rights', () => {
  /** Reviewed: each answers one narrow question, or does one narrow thing. */
  const reviewed: Record<string, string> = {
    'core.company_exists': 'crm_auth',
    'core.company_ids': 'crm_auth',
    'core.company_named': 'crm_auth',
    'core.link_find': 'crm_auth',
    'core.queue': 'crm_owner',
    'core.reset_candidates': 'crm_auth',
    'core.session_end': 'crm_auth',
    'core.session_extend': 'crm_auth',
    'core.session_find': 'crm_auth',
    'core.sessions_sweep': 'crm_auth',
    'core.sign_in_candidates': 'crm_auth',
  }

  test('they are the reviewed ones; a module may add some for its search', async () => {
    const found = await definers()
    const known = Object.fromEntries(
      found.filter(({ owner }) => owner !== 'crm_search').map(({ name, owner }) => [name, owner]),
    )
    expect(known).toEqual(reviewed)
    for (const { name, owner } of found)
      if (owner === 'crm_search') expect(ours.slice(2), name).toContain(name.split('.')[0])
  })

  test('each looks for names in a fixed place only, and nobody else may call it', async () => {
    for (const { name, settings, forAll, forApp } of await definers()) {
      expect(settings, name).toContain('search_path=pg_catalog, pg_temp')
      expect([forAll, forApp], name).toEqual([false, true])
    }
  })

  type Definer = {
    name: string
    owner: string
    settings: string[]
    forAll: boolean
    forApp: boolean
  }
  const definers = () => eyes<Definer[]>`
    select n.nspname || '.' || p.proname as name, pg_get_userbyid(p.proowner) as owner,
      coalesce(p.proconfig, '{}') as settings,
      has_function_privilege('public', p.oid, 'execute') as "forAll",
      has_function_privilege('crm_app', p.oid, 'execute') as "forApp"
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
    order by 1`
})
