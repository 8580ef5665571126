import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bring } from '../../../core/demo/bring.ts'
import { root } from '../../../core/root.ts'
import type { Office } from '../../setup/office.ts'
import { openSalesOffice } from './sales-office.ts'

let office: Office
beforeAll(async () => {
  office = await openSalesOffice()
  await office.inScope('amy', ({ db, company }) =>
    db.execute(sql`update core.users set name = 'Darcel Schlecht'
      where company_id = ${company.id} and id = ${office.people.emil}`),
  )
  for (const [file, kind] of [
    ['accounts.csv', 'accounts'],
    ['products.csv', 'products'],
    ['sales_pipeline.csv', 'deals'],
  ] as const) {
    const content = await readFile(join(root, 'test/data/sales-opportunities', file))
    await bring(
      office.app.product,
      office.company,
      office.people.amy,
      { name: file, content },
      kind,
    )
  }
}, 120_000)
afterAll(() => office?.close())

const rows = <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  office.inScope('amy', async ({ db }) => [...(await db.execute<Row>(query))])

test('all 8,800 opportunities come in, each in its stage', async () => {
  const stages = await rows<{ name: string; deals: number }>(sql`
    select s.name, count(*)::int as deals from sales.deals d
    join sales.stages s on s.company_id = d.company_id and s.id = d.stage_id
    group by s.name order by s.name`)
  expect(Object.fromEntries(stages.map(({ name, deals }) => [name, deals]))).toEqual({
    ...{ Won: 4_238, Lost: 2_473, Engaging: 1_589, Prospecting: 500 },
  })
  const [won] = await rows(sql`
    select sum(amount_minor)::float8 as minor, min(closed_on)::text as first,
      max(closed_on)::text as last from sales.deals where outcome = 'won'`)
  expect(won).toEqual({ minor: 1_000_553_400, first: '2017-03-01', last: '2017-12-31' })
})

test('its faults are met: the word null, nought for no amount, no reason, agents who are no users', async () => {
  const [found] = await rows(sql`
    select count(*) filter (where account_id is null)::int as nobody,
      count(*) filter (where outcome <> 'won' and amount_minor is not null)::int as amounts,
      count(*) filter (where outcome = 'lost' and loss_reason_id is not null)::int as reasons,
      count(*) filter (where owner_id = ${office.people.emil})::int as emils,
      count(*) filter (where owner_id is null and seller <> '')::int as sellers
    from sales.deals`)
  expect(found).toEqual({ nobody: 1_425, amounts: 0, reasons: 0, emils: 747, sellers: 8_053 })
})

test('days are read as the file means them, and become the moves of each deal', async () => {
  const [deal] = await rows(sql`
    select d.started_on::text as begun, d.closed_on::text as closed,
      (select json_agg(json_build_array(s.name, (m.moved_at at time zone 'Europe/London')::date)
        order by m.moved_at) from sales.stage_moves m
        join sales.stages s on s.company_id = m.company_id and s.id = m.to_stage_id
        where m.company_id = d.company_id and m.deal_id = d.id) as moves
    from sales.deals d where reference = '1C1I7A6R'`)
  expect(deal).toEqual({
    ...{ begun: '2016-10-20', closed: '2017-03-01' },
    moves: [
      ['Engaging', '2016-10-20'],
      ['Won', '2017-03-01'],
    ],
  })
})

test('the same file again changes nothing', async () => {
  const content = await readFile(join(root, 'test/data/sales-opportunities/sales_pipeline.csv'))
  const before = await rows(sql`select sum(version)::int as versions from sales.deals`)
  const again = { name: 'again.csv', content }
  await bring(office.app.product, office.company, office.people.amy, again, 'deals')
  expect(await rows(sql`select sum(version)::int as versions from sales.deals`)).toEqual(before)
})

const report = async (path: string) => (await office.as('amy').get(`/sales/reports/${path}`)).text()
/** The figures of a page's tables: the words of a row, and where they lead. */
const figuresIn = (html: string) =>
  [...html.matchAll(/<tr><th scope="row">([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    row.split(/<td[^>]*>/).map((cell) => cell.replaceAll(/<[^>]+>/g, '').trim()),
  )
/** How many records the list has that a figure leads to. */
async function drilled(html: string, figure: string): Promise<string | undefined> {
  const [, href = ''] = new RegExp(`href="([^"]+)">${figure}<`).exec(html) ?? []
  const list = await (await office.as('amy').get(href.replaceAll('&amp;', '&'))).text()
  return /class="pager"[\s\S]*?>([\d,]+)/.exec(list)?.[1]
}

test('the reports show exactly what the file holds, and each figure opens its records', async () => {
  const page = await report('outcomes')
  const figures = figuresIn(page)
  for (const wanted of [
    ['Prospecting', '500', '–'],
    ['Engaging', '1,589', '–'],
    ['Won', '4,238', '£10,005,534'],
    ['Lost', '2,473', '–'],
    ['Won value', '£10,005,534'],
    ['Win rate', '63.2%'],
    ['Not stated', '2,473', '100.0%'],
  ])
    expect(figures).toContainEqual(wanted)
  for (const figure of ['4,238', '2,473', '1,589', '500'])
    expect(await drilled(page, figure), figure).toBe(figure)
})

test('the funnel tells how far deals get and how long they stay', async () => {
  const page = await report('funnel')
  expect(figuresIn(page).map(([name, reached]) => [name, reached])).toEqual([
    ['Prospecting', '8,800'],
    ['Engaging', '8,300'],
    ['Proposal', '4,238'],
    ['Negotiation', '4,238'],
    ['Won', '4,238'],
  ])
  expect(await drilled(page, '8,300')).toBe('8,300')
})

test('a quarter, a person and a sector are counted by themselves, and lead to their records', async () => {
  const quarter = await report('outcomes?span=own&from=2017-01-01&to=2017-03-31')
  expect(figuresIn(quarter)).toContainEqual(['Won', '531', '£1,134,672'])
  const people = await report('people')
  const [first] = figuresIn(people)
  expect(first?.slice(0, 3)).toEqual(['Darcel Schlecht', '349', '204'])
  expect(await drilled(people, '349')).toBe('349')
  const sectors = await report('sectors')
  const retail = figuresIn(sectors).find(([name]) => name === 'retail')
  expect(await drilled(sectors, retail?.[1] ?? '')).toBe(retail?.[1])
})

test('each of its products is found, GTXPro too, and their sales are all the sales there are', async () => {
  const page = await report('products')
  const figures = figuresIn(page)
  expect(figures.map(([name]) => name).sort()).toEqual([
    'GTK 500',
    'GTX Basic',
    'GTX Plus Basic',
    'GTX Plus Pro',
    'GTX Pro',
    'MG Advanced',
    'MG Special',
  ])
  expect(figures[0]).toEqual(['GTX Pro', '729', '418', '63.6%', '333', '729', '£3,510,578'])
  const sold = figures.map((row) => Number(row.at(-1)?.replaceAll(/[£,]/g, '')))
  expect(sold.reduce((sum, one) => sum + one)).toBe(10_005_534)
  expect(await drilled(page, '729')).toBe('729')
  expect(await rows(sql`select from sales.products`)).toHaveLength(7)
})

test('a file of a report holds the same figures, and leaves a trace', async () => {
  const answer = await office.as('amy').post('/sales/reports/outcomes/export')
  expect(await answer.text()).toContain('Won,"4,238"')
  const trail = await rows(sql`select from core.audit where object = 'sales.report'`)
  expect(trail).toHaveLength(1)
  expect((await office.as('emil').post('/sales/reports/outcomes/export')).status).toBe(404)
})
