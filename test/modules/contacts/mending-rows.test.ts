import { afterAll, beforeAll, expect, test } from 'vitest'
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
