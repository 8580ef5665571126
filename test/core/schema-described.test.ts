import { globSync } from 'node:fs'
import { join } from 'node:path'
import { getTableName, is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPool, type Pool } from '../../core/db/connection.ts'
import { root } from '../../core/root.ts'
import { modules } from '../../modules/index.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

const places = [
  'core/*/schema.ts',
  'flags/schema.ts',
  'flags/*/schema.ts',
  ...modules.flatMap(({ id }) => [`modules/${id}/schema.ts`, `modules/${id}/*/schema.ts`]),
]
const files = globSync(places, { cwd: root }).sort()
const exported = await Promise.all(files.map((file) => import(join(root, file))))
const described: PgTable[] = exported.flatMap((one) =>
  Object.values(one).filter((value): value is PgTable => is(value, PgTable)),
)
const nameOf = (table: PgTable): string => `${getTableConfig(table).schema}.${getTableName(table)}`

let database: FreshDatabase
let pool: Pool
beforeAll(async () => {
  database = await freshDatabase()
  pool = openPool(database.admin, 1)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

/** One line per fact, so that a difference reads as the line that differs. */
type Facts = { columns: string[]; keys: string[]; indexes: string[]; checks: string[] }

test('the descriptions were read, and describe exactly the tables there are', async () => {
  expect(files.length).toBeGreaterThanOrEqual(4)
  expect(described.length).toBeGreaterThanOrEqual(20)
  const schemas = ['core', 'flags', ...modules.map((module) => module.id)]
  const there = await pool`
    select schemaname || '.' || tablename as name from pg_tables
    where schemaname = any(${schemas}) and tablename <> 'migrations' order by 1`
  expect(there.map((row) => row.name)).toEqual(described.map(nameOf).sort())
})

test('every module declares each of its tables', () => {
  for (const module of modules) {
    const own = described.map(nameOf).filter((name) => name.startsWith(`${module.id}.`))
    expect(module.tables.map(nameOf).sort(), module.id).toEqual(own.sort())
  }
})

describe.each(described.map((table) => [nameOf(table), table] as const))('%s', (name, table) => {
  test('is in the database as it is described', async () => {
    expect(await factsIn(name)).toEqual(factsOf(table))
  })
})

function factsOf(table: PgTable): Facts {
  const { columns, primaryKeys, uniqueConstraints, foreignKeys, indexes, checks } =
    getTableConfig(table)
  const primary = columns.filter((column) => column.primary).map((column) => [column.name])
  const keys = [
    ...[...primaryKeys.map((key) => key.columns.map((column) => column.name)), ...primary].map(
      (key) => `primary (${key})`,
    ),
    ...uniqueConstraints.map((key) => {
      const nulls = key.nullsNotDistinct ? ' nulls not distinct' : ''
      return `unique ${key.name} (${key.columns.map((column) => column.name)})${nulls}`
    }),
    ...foreignKeys.map((key) => {
      const { columns: from, foreignColumns: to, foreignTable } = key.reference()
      const list = (some: typeof from) => some.map((column) => column.name)
      return `(${list(from)}) to ${nameOf(foreignTable)} (${list(to)}) ${key.onDelete ?? 'no action'}`
    }),
  ]
  return {
    columns: columns
      .map((column) => {
        const type = column
          .getSQLType()
          .replace(/^varchar/, 'character varying')
          .replace(', ', ',')
        const generated = column.generated ? ' generated' : ''
        const filled = column.default === undefined ? '' : ' default'
        return `${column.name} ${type}${column.notNull ? ' not null' : ''}${filled}${generated}`
      })
      .sort(),
    keys: keys.sort(),
    indexes: indexes
      .map(({ config }) => `${config.unique ? 'unique ' : ''}${config.name} ${config.method}`)
      .sort(),
    checks: checks.map((check) => check.name).sort(),
  }
}

async function factsIn(name: string): Promise<Facts> {
  const columns = await pool<{ fact: string }[]>`
    select attname || ' ' || format_type(atttypid, atttypmod)
      || case when attnotnull then ' not null' else '' end
      || case when atthasdef and attgenerated = '' then ' default' else '' end
      || case when attgenerated <> '' then ' generated' else '' end as fact
    from pg_attribute where attrelid = ${name}::regclass and attnum > 0 and not attisdropped`
  const constraints = await pool<{ kind: string; fact: string }[]>`
    select k.contype as kind, case k.contype
      when 'c' then k.conname
      when 'p' then 'primary (' || own.names || ')'
      when 'u' then 'unique ' || k.conname || ' (' || own.names || ')' || coalesce(
        (select ' nulls not distinct' from pg_index i
          where i.indexrelid = k.conindid and i.indnullsnotdistinct), '')
      else '(' || own.names || ') to ' || n.nspname || '.' || c.relname || ' (' || theirs.names || ') '
        || case k.confdeltype when 'c' then 'cascade' when 'n' then 'set null' when 'r' then 'restrict' else 'no action' end
      end as fact
    from pg_constraint k
    left join pg_class c on c.oid = k.confrelid
    left join pg_namespace n on n.oid = c.relnamespace
    cross join lateral (select string_agg(a.attname, ',' order by part.place) as names
      from unnest(k.conkey) with ordinality as part (number, place)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = part.number) own
    cross join lateral (select string_agg(a.attname, ',' order by part.place) as names
      from unnest(k.confkey) with ordinality as part (number, place)
      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = part.number) theirs
    where k.conrelid = ${name}::regclass and k.contype in ('p', 'u', 'f', 'c')`
  const indexes = await pool<{ fact: string }[]>`
    select case when i.indisunique then 'unique ' else '' end || c.relname || ' ' || m.amname as fact
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam
    where i.indrelid = ${name}::regclass
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))`
  const facts = (rows: readonly { fact: string }[]) => rows.map(({ fact }) => fact).sort()
  return {
    columns: facts(columns),
    keys: facts(constraints.filter(({ kind }) => kind !== 'c')),
    indexes: facts(indexes),
    checks: facts(constraints.filter(({ kind }) => kind === 'c')),
  }
}
