import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPool } from '../../core/db/connection.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

test('a fresh database is migrated, and the application owns nothing in it', async () => {
  const pool = openPool(database.connections.app, 1)
  const tables = await pool<{ schema: string; owner: string }[]>`
    select schemaname as schema, tableowner as owner from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`
  await pool.end()
  expect(tables.map(({ schema }) => schema)).toContain('core')
  expect(tables.map(({ owner }) => owner)).not.toContain('crm_app')
})

test('the application cannot step around the policies', async () => {
  const pool = openPool(database.admin, 1)
  const roles = await pool`
    select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname like 'crm%'`
  await pool.end()
  expect(roles.map((role) => role.rolname).sort()).toEqual([
    'crm_app',
    'crm_auth',
    'crm_owner',
    'crm_search',
  ])
  for (const role of roles)
    expect([role.rolsuper, role.rolbypassrls, role.rolcreaterole]).toEqual([false, false, false])
})
