import { afterAll, beforeAll, expect, test } from 'vitest'
import { giveField } from '../../core/own-fields/giving.ts'
import { upload } from '../../core/transfer/warehouse.ts'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice } from './contacts-office.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
})
afterAll(() => office?.close())

/** The page that checks a file, and of it the grid of the rows that would not be taken. */
async function check(lines: readonly string[]) {
  const lin = office.as('lin')
  const { id } = await upload(lin, 'accounts', lines.join('\n'))
  const page = async () => (await lin.get(`/admin/import/${id}`)).text()
  const grid = async () => /<section class="mend"[\s\S]*?<\/section>/.exec(await page())?.[0] ?? ''
  const mend = (cells: Record<string, string>) => lin.post(`/admin/import/${id}/cells`, cells)
  return { id, page, grid, mend, lin }
}

const cellsIn = (grid: string) => [...grid.matchAll(/name="(cell-\d+-\d+)"/g)].map(([, at]) => at)

test('a bad cell stands in a grid beside the other cells of its row, the name of the record first', async () => {
  const { grid, mend } = await check([
    'Unread,Region,Credit code,Name,Address',
    'x1,Leeds,wrong,Grid Kayaks,',
    'x2,York,,Grid Canoes,',
    'x3,York,,,Mill Lane',
  ])
  const first = await grid()
  const heads = [...first.matchAll(/<th scope="col">([^<]*)/g)].map(([, head]) => head)
  expect(heads).toEqual(['Name', 'Credit code', 'Region', 'Address'])
  for (const shown of ['Row 2', 'Grid Kayaks', 'Leeds', 'value="wrong"', 'Row 4', 'Mill Lane'])
    expect(first).toContain(shown)
  for (const hidden of ['x1', 'Grid Canoes']) expect(first).not.toContain(hidden)
  expect(cellsIn(first)).toEqual(['cell-2-2', 'cell-4-3'])
  await mend({ 'cell-2-2': 'still wrong', 'cell-4-3': 'Grid Sails' })
  const second = await grid()
  expect(cellsIn(second)).toEqual(['cell-2-2'])
  expect(second).toContain('value="still wrong"')
})

test('what only the rehearsal finds is mended in its cell too: an owner nobody knows, a day to come', async () => {
  const { grid, mend, page } = await check([
    'Name,Owner,Created at',
    'Owned by nobody,Nemo,',
    'Of tomorrow,,2999-01-01',
    'Sound,,',
  ])
  expect(cellsIn(await grid())).toEqual(['cell-2-1', 'cell-3-2'])
  expect(await grid()).toContain('There is no colleague “Nemo”')
  await mend({ 'cell-2-1': '', 'cell-3-2': '2020-01-01' })
  expect(await page()).toContain('All 3 rows are ready')
})

test('where no cell is to blame the cure is said, and there is nothing to check', async () => {
  const { id, lin, page } = await check(['Name,Region', 'Unheard of,Leeds'])
  await lin.post(`/admin/import/${id}`, {
    column: ['name', 'region'],
    mode: 'update',
    key: ['name'],
  })
  const told = await page()
  expect(told).toContain('There is no record “Unheard of” to update.')
  expect(told).toContain('Where no cell is to blame')
  expect(cellsIn(told)).toEqual([])
  expect(told).not.toContain('Check the corrected cells')
})

test('rows that will be refused are not among those that will be stored', async () => {
  const { page } = await check(['Name,Owner', 'Refused firm,Nemo', 'Stored firm,'])
  const stored = (await page()).split('First rows as they will be stored').at(-1)
  expect(stored).toContain('Stored firm')
  expect(stored).not.toContain('Refused firm')
})

test('a required own field is mended in its cell where the file has a column for it, and else has its cure said', async () => {
  await giveField(office, 'text', '序列号', { label_en: 'Serial', required: 'on' })
  const without = await check(['Name,Region', 'Numberless,Leeds'])
  expect(await without.grid()).toContain('Serial')
  expect(cellsIn(await without.grid())).toEqual([])
  expect(await without.page()).toContain('choose or add the missing column')
  const { grid, mend, page } = await check(['Name,Serial', 'Numbered,', 'Another,7'])
  expect(cellsIn(await grid())).toEqual(['cell-2-1'])
  await mend({ 'cell-2-1': '6' })
  expect(await page()).toContain('All 2 rows are ready')
})
