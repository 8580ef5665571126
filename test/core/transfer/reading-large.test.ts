import { afterAll, beforeAll, expect, test } from 'vitest'
import { ended, openWarehouse, read, upload, type Warehouse } from './warehouse.ts'

let warehouse: Warehouse
beforeAll(async () => {
  warehouse = await openWarehouse()
})
afterAll(() => warehouse.close())

const rows = 9_000

/** Every hundredth row is too short. */
const list = (prefix: string, head = 'Name,Weight'): string =>
  [
    head,
    ...Array.from({ length: rows }, (_, at) =>
      at % 100 === 0 ? `${prefix} ${at}` : `${prefix} ${at},${String(at % 7).padStart(80, '0')}`,
    ),
  ].join('\n')

const pageOf = async (id: string, query = '') =>
  (await warehouse.as('lin').get(`/admin/import/${id}${query}`)).text()

test('a large file is answered at once and read by a job; then its page says all that a small one’s does', async () => {
  const lin = warehouse.as('lin')
  const goOn = warehouse.hold()
  const { answer, id } = await upload(lin, 'parcels', list('large'), 'large.csv')
  expect(answer.status).toBe(303)
  expect(await pageOf(id)).toContain('Reading large.csv and checking every row')
  expect((await lin.post(`/admin/import/${id}/start`)).status).toBe(303)
  goOn()
  await read(lin, id)
  const page = await pageOf(id)
  expect(page).toContain('8,910 rows are ready, 90 have problems')
  expect(page).toContain('100% filled · 1,000+ different')
  expect(page).toContain('Row 2</small>large 0')
  expect(page).toContain('This row has 1 cell and')
  expect(page).toContain('?after=4902')
  expect(await pageOf(id, '?after=4902')).toContain('Row 5002')
})

test('what is chosen on its page has it read again by the job, and what is mended too', async () => {
  const lin = warehouse.as('lin')
  const { id } = await upload(lin, 'parcels', list('again'), 'again.csv')
  await read(lin, id)
  const goOn = warehouse.hold()
  await lin.post(`/admin/import/${id}`, { column: ['', 'name'] })
  expect(await pageOf(id)).toContain('data-testid="progress"')
  goOn()
  await read(lin, id)
  await lin.post(`/admin/import/${id}`, { column: 'name', encoding: 'utf-16le' })
  await read(lin, id)
  expect(await pageOf(id)).toContain('The file is not written in utf-16le')
})

test('a large file that cannot be read says why, and one that is cancelled is not read to its end', async () => {
  const lin = warehouse.as('lin')
  const broken = await upload(lin, 'parcels', `${list('broken')}\n"never closed`, 'broken.csv')
  await read(lin, broken.id)
  expect(await pageOf(broken.id)).toContain('A quotation mark opened in row 9002 is never closed')
  const goOn = warehouse.hold()
  const { id } = await upload(lin, 'parcels', list('given up'), 'up.csv')
  await lin.post(`/admin/import/${id}/cancel`)
  goOn()
  expect(await ended(warehouse, id)).toMatchObject({ state: 'cancelled', created: 0 })
  expect(await warehouse.stored('given up')).toEqual({ parcels: 0, names: 0 })
})

test('what was found wrong before it ran is not handed back a second time', async () => {
  const lin = warehouse.as('lin')
  const { id } = await upload(lin, 'parcels', list('twice'), 'twice.csv')
  await read(lin, id)
  await lin.post(`/admin/import/${id}/start`)
  expect(await ended(warehouse, id, 60)).toMatchObject({ state: 'done', rejected: 90 })
  const file = await (await lin.get(`/admin/import/${id}/rejected.csv`)).text()
  expect(file.trimEnd().split('\r\n')).toHaveLength(1 + 90)
})
