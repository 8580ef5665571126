import { afterAll, beforeAll, expect, test } from 'vitest'
import { ended, openWarehouse, upload, type Warehouse } from './warehouse.ts'

let warehouse: Warehouse
beforeAll(async () => {
  warehouse = await openWarehouse()
})
afterAll(() => warehouse?.close())

/** The names of the fields in which cells can be mended. */
const cellsOn = (page: string) =>
  [...page.matchAll(/name="(cell-\d+-\d+)"/g)].map(([, name]) => name)

test('lin mends a bad cell on the page, has it checked again, and the row comes in; the file stays as it was', async () => {
  const lin = warehouse.as('lin')
  const { id } = await upload(lin, 'parcels', 'Note,Name\nfirst,\nsecond,mend whole\nthird,\n')
  const check = await (await lin.get(`/admin/import/${id}`)).text()
  expect(cellsOn(check)).toEqual(['cell-2-1', 'cell-4-1'])
  const answer = await lin.post(`/admin/import/${id}/cells`, {
    'cell-2-1': 'mend kayak',
    'cell-4-1': ' ',
  })
  expect(answer.headers.get('location')).toBe(`/admin/import/${id}`)
  const again = await (await lin.get(`/admin/import/${id}`)).text()
  expect(cellsOn(again)).toEqual(['cell-4-1'])
  expect(again).toContain('2 rows are ready, 1 has a problem')
  await lin.post(`/admin/import/${id}/start`)
  expect(await ended(warehouse, id)).toMatchObject({ created: 2, rejected: 1 })
  expect(await warehouse.stored('mend kayak')).toMatchObject({ parcels: 1 })
  const [row] = await warehouse.eyes<{ content: Buffer }[]>`
    select content from core.imports where id = ${id}`
  expect(row?.content.toString()).not.toContain('kayak')
})

test('bad rows come fifty at a time, and the next ones on the next page', async () => {
  const lin = warehouse.as('lin')
  const rows = Array.from({ length: 120 }, (_, at) => `note ${at},`)
  const { id } = await upload(lin, 'parcels', ['Note,Name', ...rows, 'good,paged good'].join('\n'))
  const first = await (await lin.get(`/admin/import/${id}`)).text()
  expect(cellsOn(first)).toHaveLength(50)
  expect(first).toContain(`/admin/import/${id}?after=51`)
  const third = await (await lin.get(`/admin/import/${id}?after=101`)).text()
  expect(cellsOn(third)).toHaveLength(20)
  const answer = await lin.post(`/admin/import/${id}/cells`, {
    after: '101',
    'cell-102-1': 'paged',
  })
  expect(answer.headers.get('location')).toBe(`/admin/import/${id}?after=101`)
})

test('nobody else mends lin’s file, and nobody mends one that runs or has run', async () => {
  const lin = warehouse.as('lin')
  const { id } = await upload(lin, 'parcels', 'Note,Name\nfirst,\nsecond,others good\n')
  const cells = { 'cell-2-1': 'others bad' }
  expect((await warehouse.as('emil').post(`/admin/import/${id}/cells`, cells)).status).toBe(404)
  await lin.post(`/admin/import/${id}/start`)
  await ended(warehouse, id)
  await lin.post(`/admin/import/${id}/cells`, cells)
  expect(await warehouse.eyes`select 1 from core.import_cells where import_id = ${id}`).toEqual([])
})

test('fields that are no cells, cells that are not there and endless texts harm nothing', async () => {
  const lin = warehouse.as('lin')
  const { id } = await upload(lin, 'parcels', 'Note,Name\nfirst,\nsecond,harmless\n')
  const odd = {
    'cell-2-900': 'x',
    'cell-2-1-1': 'x',
    'cell-9999999-1': 'x',
    'cell-2-0': 'a\0b',
    'cell-2-1': 'y'.repeat(50_000),
  }
  expect((await lin.post(`/admin/import/${id}/cells`, odd)).status).toBe(303)
  expect((await lin.get(`/admin/import/${id}`)).status).toBe(200)
})
