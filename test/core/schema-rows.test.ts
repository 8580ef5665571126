import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Pool } from '../../core/db/connection.ts'
import { openCatalogue } from './catalogue.ts'

const catalogue = openCatalogue()
const companyTables = () => catalogue.tables.filter((table) => table.ofCompany)

describe('rows of a company', () => {
  const company = randomUUID()
  const other = randomUUID()

  beforeAll(async () => {
    for (const { name, oid } of companyTables()) await addRow(name, oid, company)
  })

  test('a transaction that names no company sees none of them and can add none', async () => {
    for (const { name } of companyTables()) {
      const [all] = await catalogue.eyes`select count(*)::int as count from ${catalogue.eyes(name)}`
      expect(all?.count, name).toBeGreaterThan(0)
      const [seen] = await catalogue.app`select count(*)::int as count from ${catalogue.app(name)}`
      expect(seen?.count, name).toBe(0)
      const insert = catalogue.app`insert into ${catalogue.app(name)} (company_id) values (${company})`
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
      await catalogue.eyes`insert into core.companies (id, name, locale) values (${id}, 'firm', 'en')`
    expect(await catalogue.app`select id from core.companies`).toHaveLength(0)
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
    for (const { name } of catalogue.tables)
      await expect(catalogue.app`truncate ${catalogue.app(name)}`, name).rejects.toMatchObject({
        code: '42501',
      })
  })

  const as = <T>(id: string, work: (sql: Pool) => Promise<T>): Promise<T> =>
    catalogue.app.begin(async (transaction) => {
      await transaction`select set_config('app.company', ${id}, true)`
      return work(transaction as unknown as Pool)
    }) as Promise<T>
})

/** A row that means nothing, written past checks and foreign keys: only whose it is counts. */
async function addRow(table: string, oid: number, company: string): Promise<void> {
  const columns = await catalogue.eyes<{ name: string; type: string }[]>`
    select attname as name, format_type(atttypid, null) as type from pg_attribute
    where attrelid = ${oid} and attnum > 0 and not attisdropped and attnotnull
      and attgenerated = '' and attidentity = ''`
  const checks = await catalogue.eyes<{ name: string }[]>`
    select conname as name from pg_constraint where conrelid = ${oid} and contype = 'c'`
  await catalogue.eyes.begin(async (sql) => {
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
  if (type === 'double precision') return 0
  return /int|numeric/.test(type) ? 1 : 'x'
}
