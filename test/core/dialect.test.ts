import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Dialect } from '../../core/db/dialect.ts'
import { accounts } from '../../modules/contacts/schema.ts'

const ours = new Dialect()
const drizzles = new PgDialect()

/** What stands in queries of ours, and what drizzle alone knows how to write. */
const leaf = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom<unknown>(
    ...[null, undefined, new Date(0), accounts, accounts.name, accounts.createdAt],
    ...[sql.param(['a', 'b']), sql.param(new Date(1), accounts.createdAt), sql.param(null)],
    ...[sql.param(sql`now()`), sql.identifier('say "so"'), sql.raw('true'), sql.empty()],
    ...[sql.placeholder('later'), sql`count(*)`.as('count'), sql`${7}`.inlineParams()],
    Buffer.from('bytes'),
  ),
)

const { query } = fc.letrec<{ query: SQL; piece: unknown }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 4 },
    leaf,
    tie('query'),
    fc.array(leaf, { maxLength: 4 }),
    fc.array(tie('query'), { maxLength: 3 }).map((all) => sql.join(all as SQL[], sql`, `)),
  ),
  query: fc
    .tuple(tie('piece'), tie('piece'), tie('piece'))
    .map(([one, two, three]) => sql`select ${one} from ${two} where ${three} and true`),
}))

test('a query is written as drizzle writes it, its parameters in their order', () => {
  let withParams = 0
  fc.assert(
    fc.property(query, (one) => {
      const { sql: text, params } = drizzles.sqlToQuery(one)
      const written = ours.sqlToQuery(one)
      expect({ sql: written.sql, params: written.params }).toEqual({ sql: text, params })
      if (params.length > 2) withParams++
    }),
    { numRuns: 1_000 },
  )
  expect(withParams).toBeGreaterThan(50)
})

test('tables and columns are called the same the second time', () => {
  const twice = () => ours.sqlToQuery(sql`${accounts} ${accounts.name}`).sql
  expect([twice(), twice()]).toEqual(
    Array(2).fill('"contacts"."accounts" "contacts"."accounts"."name"'),
  )
})
