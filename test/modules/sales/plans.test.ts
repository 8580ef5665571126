import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPool, type Pool } from '../../../core/db/connection.ts'
import { readList } from '../../../core/lists/list-reading.ts'
import { readListState } from '../../../core/lists/state.ts'
import type { Scope } from '../../../core/scope.ts'
import { fill, seedsOf } from '../../../core/seed/fill.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import { readBoard } from '../../../modules/sales/deals/board-reading.ts'
import { readBoardState } from '../../../modules/sales/deals/board-state.ts'
import { dealList } from '../../../modules/sales/deals/deal-list.ts'
import { dealKind } from '../../../modules/sales/deals/kind.ts'
import { sales } from '../../../modules/sales/module.ts'
import { reports } from '../../../modules/sales/reports/reports.ts'
import { readReportState } from '../../../modules/sales/reports/state.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { type Use, walking } from '../../setup/walking.ts'
import { openSalesOffice } from './sales-office.ts'

let office: Office
let eyes: Pool
let product = ''
beforeAll(async () => {
  office = await openSalesOffice({ locale: 'zh-CN' })
  eyes = openPool(office.database.admin, 1)
  const seeds = seedsOf([contacts, sales])
  for (const [key, count] of [
    ['accounts', 1_000],
    ['products', 50],
    ['deals', 10_000],
  ] as const) {
    const seed = seeds.get(key)
    if (!seed) throw new Error(`Nothing is known of ${key}.`)
    await fill(office.app.product, office.company, seed, count, 3)
  }
  await addLines()
  await addNeighbours()
  await eyes`vacuum analyze`
}, 120_000)
afterAll(async () => {
  await eyes?.end()
  await office?.close()
})

/** Each deal is about one product, in turn. */
async function addLines(): Promise<void> {
  await eyes`
    insert into sales.deal_lines (company_id, id, deal_id, position, product_id, name, currency,
      quantity, price_minor, discount, amount_minor)
    select d.company_id, gen_random_uuid(), d.id, 0, p.id, p.name, 'CNY', 1, 100, 0, 100
    from (select *, row_number() over (order by id) as at from sales.deals) d
    join (select *, row_number() over (order by id) as at from sales.products) p
      on p.company_id = d.company_id and p.at = d.at % 50 + 1`
  const [row] = await eyes`select name from sales.products order by id limit 1`
  product = String(row?.name)
}

/** Other companies with as many deals each, whose rows nobody here may see or wait for. */
async function addNeighbours(): Promise<void> {
  // Their people and stages are not there: nothing is looked up of them, and nothing fires.
  await eyes`set session_replication_role = replica`
  await eyes`set statement_timeout = 0`
  await eyes`
    create temp table neighbours as select gen_random_uuid() as company from generate_series(1, 4)`
  await eyes`
    insert into sales.deals (company_id, id, name, pipeline_id, stage_id, outcome, stage_since,
      amount_minor, amount_currency, started_on, closes_on, closed_on, sort_name, name_key, search,
      grams)
    select n.company, id, name, pipeline_id, stage_id, outcome, stage_since, amount_minor,
      amount_currency, started_on, closes_on, closed_on, sort_name, name_key, '', '{}'
    from sales.deals, neighbours n`
  await eyes`
    insert into sales.deal_lines (company_id, id, deal_id, position, product_id, name, currency,
      quantity, price_minor, discount, amount_minor)
    select n.company, id, deal_id, position, product_id, name, currency, quantity, price_minor,
      discount, amount_minor
    from sales.deal_lines, neighbours n`
  await eyes`
    insert into sales.stage_moves (company_id, id, deal_id, to_stage_id, moved_at)
    select n.company, id, deal_id, to_stage_id, moved_at from sales.stage_moves, neighbours n`
  await eyes`set session_replication_role = origin`
}

const walk = (table: string, who: PersonName, act: (scope: Scope) => Promise<unknown>) =>
  walking(office, `sales.${table}`, who, act)
const board = (query: string) => async (scope: Scope) =>
  readBoard(scope, await readBoardState(scope, new URLSearchParams(query)))
const list = (query: string) => (scope: Scope) =>
  readList(scope, dealList, readListState(new URLSearchParams(query), dealKind))
const report = (key: string, query: string) => async (scope: Scope) => {
  const found = reports.find((one) => one.key === key)
  if (!found) throw new Error(`There is no report "${key}".`)
  return found.read(scope, await readReportState(scope, new URLSearchParams(query)))
}
const everybody = ['amy', 'lin', 'emil'] as const
const quarter = 'span=own&from=2026-01-01&to=2026-03-31'
const rowsRead = (uses: readonly Use[]) => uses.reduce((sum, { read }) => sum + read, 0)
const names = (uses: readonly Use[]) => uses.map(({ name }) => name)

test('neighbours are there, and a question no index answers is seen to walk over them', async () => {
  const uses = await walk('deals', 'amy', ({ db }) =>
    db.execute(sql`select id from sales.deals where length(about) = 1`),
  )
  expect(rowsRead(uses)).toBeGreaterThanOrEqual(10_000)
})

test.each(everybody)('the board of %s reads the heads of its columns, and no more', async (who) => {
  for (const query of ['', 'owner=me']) {
    const uses = await walk('deals', who, board(query))
    expect(names(uses), query).toEqual(['deals_board'])
    expect(rowsRead(uses), query).toBeLessThan(600)
  }
})

test.each(everybody)('for %s the deals of a product are looked up by it', async (who) => {
  const query = `product=${encodeURIComponent(product)}`
  const uses = await walk('deal_lines', who, list(query))
  expect(names(uses)).toEqual(['deal_lines_product'])
  expect(rowsRead(uses)).toBeLessThan(1_000)
})

test.each(reports.flatMap(({ key }) => everybody.map((who) => [key, who] as const)))(
  'the report on %s that %s reads walks the deals of one company, and no table whole',
  async (key, who) => {
    for (const query of ['', quarter])
      for (const table of ['deals', 'deal_lines', 'stage_moves']) {
        const uses = await walk(table, who, report(key, query))
        expect(names(uses), `${table} ${query}`).not.toContain('whole table')
        // Some parts of a report go over them by themselves.
        expect(rowsRead(uses), `${table} ${query}`).toBeLessThan(25_000)
      }
  },
)
