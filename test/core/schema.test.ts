import { describe, expect, test } from 'vitest'
import { openCatalogue, ours } from './catalogue.ts'

const catalogue = openCatalogue()
const companyTables = () => catalogue.tables.filter((table) => table.ofCompany)

/** Reviewed: tables that belong to no company, and why they need not. */
const ofNoCompany: Record<string, string> = {
  'core.companies': 'a row is a company; its policy compares the id itself',
  'core.installation': 'facts about the install, before any company',
  'core.throttles': 'counts addresses and accounts before sign-in; the queue pool alone uses it',
}

describe('tables', () => {
  test('every one belongs to a company, or is on the reviewed list', () => {
    expect(companyTables().length).toBeGreaterThanOrEqual(18)
    const others = catalogue.tables.filter(
      ({ ofCompany, name }) => !ofCompany && !name.endsWith('.migrations'),
    )
    expect(others.map(({ name }) => name)).toEqual(Object.keys(ofNoCompany))
  })

  test('every one of a company has policies that bind even its owner', async () => {
    for (const { name, rls, forced } of companyTables())
      expect({ name, rls, forced }).toEqual({ name, rls: true, forced: true })
    const policies = await catalogue.eyes`
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
    const policies = await catalogue.eyes<{ rule: string }[]>`
      select schemaname || '.' || tablename || ' ' || cmd || ' ' || array_to_string(roles, ',') as rule
      from pg_policies where schemaname = any(${ours}) and roles <> '{crm_app}' order by 1`
    const narrow = policies.map(({ rule }) => rule)
    expect(narrow.filter((rule) => !rule.endsWith(' SELECT crm_search'))).toEqual([
      'core.api_tokens SELECT crm_auth',
      'core.companies SELECT crm_auth',
      'core.one_time_links SELECT crm_auth',
      'core.sessions ALL crm_auth',
      'core.users SELECT crm_auth',
      'service.portals SELECT crm_auth',
      'service.ratings SELECT crm_auth',
      'service.web_forms SELECT crm_auth',
      'training.completions SELECT crm_auth',
    ])
  })

  test('every unique key begins with the company, so none tells of another firm’s rows', async () => {
    const keys = await catalogue.eyes<{ table: string; key: string; first: string }[]>`
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
    const keys = await catalogue.eyes<{ name: string; columns: string[] }[]>`
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
    const [role] = await catalogue.eyes`
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
    const roles = await catalogue.eyes`
      select rolname, rolcanlogin, rolsuper, rolbypassrls from pg_roles
      where rolname in ('crm_auth', 'crm_search') order by 1`
    expect(roles.map((role) => Object.values(role))).toEqual([
      ['crm_auth', false, false, false],
      ['crm_search', false, false, false],
    ])
  })

  test('it can make nothing: no table, no function, no schema', async () => {
    for (const schema of [...ours, 'public'])
      await expect(
        catalogue.app`create table ${catalogue.app(schema)}.mine (id int)`,
        schema,
      ).rejects.toThrow(/permission denied/)
    await expect(catalogue.app`create schema mine`).rejects.toThrow(/permission denied/)
  })
})
