import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Cell } from '../../../core/reports/part.ts'
import { reports } from '../../../modules/sales/reports/reports.ts'
import { readReportState } from '../../../modules/sales/reports/state.ts'
import { measures } from '../../../modules/sales/targets/measures.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { importText } from './importing.ts'
import { makeContract, registryOf } from './papers.ts'
import { openSalesOffice } from './sales-office.ts'

const year = new Date().getUTCFullYear()
const month = new Date().toISOString().slice(0, 7)

let office: Office
beforeAll(async () => {
  office = await openSalesOffice()
  const { departments, people } = office
  await office.inScope('amy', ({ db, company }) =>
    db.execute(sql`update core.users set department_id = ${departments.east}, email = 'tara@harbour.example'
      where company_id = ${company.id} and id = ${people.tara}`),
  )
  const [emil, lin, sun] = ['emil', 'lin', 'sun'].map((one) => `${one}@harbour.example`)
  await importText(
    office,
    'accounts',
    `Name,Industry,Region,Owner\nAcme,steel,North,${emil}\nBolt,steel,South,${lin}\nCrane,food,North,${sun}\nDune,,,\n`,
    'amy',
  )
  await importText(
    office,
    'deals',
    [
      'Reference,Name,Account,Product,Stage,Amount,Begun on,Expected to close on,Closed on,Owner,In the forecast,Seller',
      `1,One,Acme,Press,Won,1000,${month}-01,,${month}-02,${emil},,`,
      `2,Two,Acme,Press × 2,Won,USD 500,${month}-01,,${month}-03,${emil},,`,
      `3,Three,Bolt,,Won,,${month}-02,,${month}-03,${emil},,`,
      `4,Four,Bolt,Saw,Lost,,${month}-02,,${month}-04,${emil},,`,
      `5,Five,Crane,Saw,Won,2500,${year - 1}-05-01,,${year - 1}-06-01,${lin},,`,
      `6,Six,Dune,Press,Engaging,800,${month}-01,${month}-28,,${emil},,`,
      `7,Seven,Acme,Saw,Proposal,900,${month}-01,${month}-28,,${emil},,`,
      `8,Eight,Acme,Saw,Proposal,USD 70,${month}-01,${month}-28,,${emil},,`,
      `9,Nine,Bolt,,Prospecting,,${month}-01,${month}-28,,${emil},,`,
      `10,Ten,Bolt,Saw,Engaging,600,${month}-01,${month}-28,,${emil},Left out,`,
      `11,Eleven,Crane,Saw,Won,300,${month}-01,,${month}-05,${sun},,`,
      `12,Twelve,,Saw,Won,40,${month}-01,,${month}-05,,,A. Stranger`,
      `13,Thirteen,,Saw,Engaging,40,${month}-01,,,,,`,
    ].join('\n'),
    'amy',
  )
  await importText(
    office,
    'follow-ups',
    [
      'Account,Deal,When,How,What happened,Who',
      `Acme,,${month}-01 09:00,Call,First,${emil}`,
      `Acme,,${month}-01 10:00,Call,Second,${emil}`,
      `,1,${month}-01 11:00,Visit,Third,${emil}`,
      `Bolt,,${year - 1}-03-01 11:00,Visit,Long ago,${lin}`,
      `Crane,,${month}-01 12:00,Mail,Of Service,${sun}`,
    ].join('\n'),
    'amy',
  )
  await office.inScope('emil', async (scope) => {
    const [acme] = await scope.db.execute<{ id: string }>(sql`
      select id from contacts.accounts where name = 'Acme'`)
    await makeContract(scope, registryOf(office), acme?.id ?? '', 5_000, [['2026-01-31', 2_000]])
  })
}, 120_000)
afterAll(() => office?.close())

const listed = async (who: PersonName, href: string): Promise<string> => {
  const answer = await office.as(who).get(href.replaceAll('&amp;', '&'))
  expect(answer.status, href).toBe(200)
  return answer.text()
}
const countOf = (html: string): number => (html.match(/data-testid="row"/g) ?? []).length
const idsOf = (html: string): string[] => [
  ...new Set([...html.matchAll(/\/sales\/deals\/([0-9a-f-]{36})"/g)].map(([, id = '']) => id)),
]

/** What the amounts of deals come to by currency, as a report says it. */
async function sumsOf(ids: readonly string[]): Promise<Record<string, number>> {
  const rows = await office.inScope('amy', ({ db }) =>
    db.execute<{ currency: string; sum: number }>(sql`
      select amount_currency as currency, sum(amount_minor)::float8 / 100 as sum from sales.deals
      where id = any(${sql.param(ids)}::uuid[]) and amount_currency is not null group by 1`),
  )
  return Object.fromEntries(rows.map(({ currency, sum }) => [currency, sum]))
}

const whole = /^[\d,]+$/
const percent = /^[\d.]+\s?%$/
const stays = /\(([\d,]+) stays\)/
const numberIn = (text: string): number => Number(text.replaceAll(/[^\d.]/g, ''))

/** Cells of a report that open something, by the words of their row and column. */
const cellsFor = (who: PersonName, key: string, query = '') =>
  office.inScope(who, async (scope) => {
    const report = reports.find((one) => one.key === key)
    if (!report) throw new Error(`There is no report "${key}".`)
    const parts = await report.read(scope, await readReportState(scope, new URLSearchParams(query)))
    return parts.flatMap(({ title, columns, rows }) =>
      rows.flatMap(([head, ...cells]) =>
        cells.map((cell, at) => ({
          what: `${who} ${key} ${query} ${title}: ${head?.text} / ${columns[at + 1]?.label}`,
          ...(cell as Cell),
        })),
      ),
    )
  })

const people = ['lin', 'emil', 'amy'] as const

/** Reports whose figures are not sums of deals have tests of their own. */
const others = new Set(['forecast', 'receivables', 'buying'])

test.each(people)(
  'each figure of a report opens exactly the records %s sees it made of',
  async (who) => {
    let opened = 0
    for (const { key } of reports)
      for (const query of ['', 'span=month', `department=${office.departments.sales}`])
        for (const { what, text, href } of await cellsFor(who, key, query)) {
          const isFigure = text !== '–' && text !== 'too few to tell' && numberIn(text) !== 0
          if (!isFigure || others.has(key)) continue
          expect(href, what).toBeDefined()
          const html = await listed(who, String(href))
          opened++
          if (whole.test(text) && !what.includes('Quantity')) {
            expect(countOf(html), what).toBe(numberIn(text))
            continue
          }
          if (percent.test(text) || stays.test(text) || key === 'products') {
            expect(countOf(html), what).toBeGreaterThan(0)
            continue
          }
          const sums = Object.values(await sumsOf(idsOf(html)))
          expect(text.split(' + ').map(numberIn).sort(), what).toEqual(sums.sort())
        }
    expect(opened).toBeGreaterThan(20)
  },
)

test('a month of the forecast opens what it adds up, weighted, and nothing in another currency', async () => {
  const cells = await cellsFor('lin', 'forecast')
  const at = (column: string) => cells.find(({ what }) => what.endsWith(`: ${month} / ${column}`))
  const open = async (column: string) => {
    const { text = '', href = '' } = at(column) ?? {}
    const ids = idsOf(await listed('lin', href))
    const names = await office.inScope('amy', async ({ db }) =>
      (
        await db.execute<{ reference: string }>(sql`
          select reference from sales.deals where id = any(${sql.param(ids)}::uuid[])`)
      )
        .map(({ reference }) => Number(reference))
        .sort((one, other) => one - other),
    )
    return { text: numberIn(text), names }
  }
  expect(await open('Won')).toEqual({ text: 1_000 + 40, names: [1, 12] })
  expect(await open('Pipeline')).toEqual({ text: 800, names: [6] })
  // 1,040 won, a quarter of 800 and half of 900.
  expect(await open('Won + weighted')).toEqual({ text: 1_690, names: [1, 6, 7, 12] })
})

test.each(people)(
  'each figure of the targets opens exactly what was counted, for a department too, for %s',
  async (who) => {
    let opened = 0
    for (const measure of measures) {
      const page = await listed(who, `/sales/targets?measure=${measure}&year=${year}`)
      for (const [, href = '', text = ''] of page.matchAll(
        /data-label="[^"]*"><a href="([^"]+)">([^<]+)/g,
      )) {
        const html = await listed(who, href)
        const reached = numberIn(text.split('/')[0] ?? '')
        opened++
        const what = `${who} ${measure} ${text} ${href}`
        if (measure === 'won')
          expect(Object.values(await sumsOf(idsOf(html))), what).toEqual([reached])
        else if (measure !== 'received') expect(countOf(html), what).toBe(reached)
      }
    }
    expect(opened).toBeGreaterThan(4)
  },
)

test('what somebody followed up stands there once each, and without a word of what is out of reach', async () => {
  const cells = await cellsFor('amy', 'activity')
  const emils = cells.find(({ what }) => what.endsWith('艾米尔 / Records followed up'))
  expect(emils?.text).toBe('2')
  const html = await listed('amy', emils?.href ?? '')
  expect(countOf(html)).toBe(2)
  for (const name of ['Acme', 'One']) expect(html).toContain(name)
  expect(html).not.toContain('Crane')
  const beyond = await listed('sun', `/sales/follow-ups/records?owner=${office.people.emil}`)
  expect(countOf(beyond)).toBe(0)
})

test('what is owed opens the contracts it is owed by, planned or not', async () => {
  const page = await listed('emil', '/sales/receivables')
  const hrefs = [...page.matchAll(/href="(\/sales\/contracts\?[^"]+)">/g)].map(
    ([, href = '']) => href,
  )
  expect(hrefs).toHaveLength(2)
  for (const href of hrefs) expect(countOf(await listed('emil', href))).toBe(1)
  expect(countOf(await listed('sun', hrefs[0] ?? ''))).toBe(0)
})

test('the report on what is owed says what its page says, and opens the same contracts', async () => {
  const cells = await cellsFor('emil', 'receivables', 'owner=me')
  const said = (line: string) => cells.find(({ what }) => what.includes(`: ${line} /`))
  expect(said('Over 90 days late')?.text).toBe('£20')
  expect(said('In no instalment')?.text).toBe('£30')
  expect(said('To be paid')?.text).toBe('£50')
  expect(countOf(await listed('emil', said('To be paid')?.href ?? ''))).toBe(1)
  const page = await listed('emil', said('Over 90 days late')?.href ?? '')
  expect(page).toContain('data-testid="open-instalments"')
  expect((await cellsFor('sun', 'receivables')).map(({ text }) => text)).toEqual([])
})

test('the report on purchases names customers within reach, and counts what their lists hold', async () => {
  const cells = await cellsFor('lin', 'buying', 'span=month')
  const acme = (column: string) => cells.find(({ what }) => what.endsWith(`: Acme / ${column}`))
  expect(acme('Value in all')?.text).toBe('£1,000')
  for (const column of ['Contracts', 'Won deals']) {
    const { text = '', href = '' } = acme(column) ?? {}
    expect(countOf(await listed('lin', href)), column).toBe(Number(text))
  }
  expect(cells.some(({ what }) => what.includes(': Crane /'))).toBe(false)
})
