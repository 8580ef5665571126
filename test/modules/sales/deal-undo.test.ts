import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Office } from '../../setup/office.ts'
import { importText, undoImport } from './importing.ts'
import { makeContract, registryOf } from './papers.ts'
import { openSalesOffice } from './sales-office.ts'

let office: Office
beforeAll(async () => {
  office = await openSalesOffice()
})
afterAll(() => office?.close())

const bring = async (text: string, kind = 'deals') => (await importText(office, kind, text)).id
const undo = (id: string) => undoImport(office, id)

/** All that is stored of the live deals, but for what every change moves and the ids of lines. */
const stored = () =>
  office.inScope('amy', async ({ db, company }) => [
    ...(await db.execute(sql`
      select to_jsonb(d) - 'version' - 'updated_at' as deal,
        (select jsonb_agg(to_jsonb(l) - 'id' order by l.position) from sales.deal_lines l
          where l.company_id = d.company_id and l.deal_id = d.id) as lines,
        (select jsonb_agg(to_jsonb(m) order by m.id) from sales.stage_moves m
          where m.company_id = d.company_id and m.deal_id = d.id) as moves
      from sales.deals d where d.company_id = ${company.id} and d.archived_at is null
      order by d.reference`)),
  ])

const idOf = (reference: string) =>
  office.inScope('amy', async ({ db }) => {
    const [row] = await db.execute<{ id: string }>(
      sql`select id from sales.deals where reference = ${reference}`,
    )
    return row?.id ?? ''
  })

const head = 'Reference,Name,Account,Stage,Amount,Product,Close date,Loss reason\n'

test('undone, an import of deals leaves values, stages, products and moves as they were', async () => {
  await bring('Name\nAcme\nBolt\n', 'accounts')
  await bring(`${head}D-1,Line,Acme,Engaging,500,Press,,\nD-2,Spare,Acme,Prospecting,,,,\n`)
  const before = await stored()
  const id = await bring(
    `${head}D-1,Line two,Bolt,Won,900,Press;Oven,2026-03-05,\nD-2,Spare,,Lost,,Oven,2026-03-06,dear\nD-3,Fresh,Bolt,Engaging,70,Oven,,\n`,
  )
  expect(await stored()).not.toEqual(before)
  expect(await undo(id)).toMatchObject({ restored: 2, removed: 1, left: 0 })
  expect(await stored()).toEqual(before)
  const page = await (await office.as('lin').get(`/sales/deals/${await idOf('D-1')}`)).text()
  expect(page).toContain('took back what an import had changed')
  const tallies = await office.inScope('amy', async ({ db }) => [
    ...(await db.execute(sql`
      select s.key, sum(t.records)::int as deals from sales.deal_tallies t
      join sales.stages s on s.company_id = t.company_id and s.id = t.stage_id
      where not t.archived group by s.key having sum(t.records) <> 0 order by s.key`)),
  ])
  expect(tallies).toEqual([
    { key: 'engaging', deals: 1 },
    { key: 'prospecting', deals: 1 },
  ])
})

test('a deal that was moved or sold since is left alone, and the import page names it', async () => {
  await bring(`${head}D-7,Moved,Acme,Engaging,5,,,\n`)
  const id = await bring(
    `${head}D-7,Moved on,Acme,Proposal,6,,,\nD-8,Sold,Acme,Engaging,7,,,\nD-9,Idle,Acme,Engaging,8,,,\n`,
  )
  const sold = await idOf('D-8')
  await office.inScope('lin', async (scope) => {
    const { db } = scope
    await db.execute(sql`update sales.deals set version = version + 1 where reference = 'D-7'`)
    const [acme] = await db.execute<{ id: string }>(
      sql`select id from contacts.accounts where name = 'Acme'`,
    )
    const contract = await makeContract(scope, registryOf(office), acme?.id ?? '', 100)
    await db.execute(sql`update sales.contracts set deal_id = ${sold} where id = ${contract}`)
  })
  expect(await undo(id)).toMatchObject({ restored: 0, removed: 1, left: 2 })
  const page = await (await office.as('lin').get(`/admin/import/${id}`)).text()
  for (const name of ['Moved on', 'Sold']) expect(page).toContain(`>${name}</a>`)
  expect(page).not.toContain('>Idle</a>')
  expect((await office.as('sun').get(`/admin/import/${id}/undo`)).status).toBe(404)
})
