import { writeXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../core/db/id.ts'
import type { Visitor } from '../../setup/visitor.ts'
import { begin, ended, listOf, openWarehouse, upload, type Warehouse } from './warehouse.ts'

let warehouse: Warehouse
let lin: Visitor
beforeAll(async () => {
  warehouse = await openWarehouse()
  lin = warehouse.as('lin')
})
afterAll(() => warehouse.close())

/** The page without what differs on every request. */
const still = async (answer: Response) =>
  (await answer.text())
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
    .replaceAll(/nonce="[^"]*"/g, '')

const files = {
  'UTF-8': (text: string) => iconv.encode(text, 'utf-8'),
  'UTF-8 with a mark': (text: string) => iconv.encode(text, 'utf-8', { addBOM: true }),
  'GB18030 without a mark': (text: string) => iconv.encode(text, 'gb18030'),
}

test.each(Object.entries(files))(
  'a file in %s goes from upload over check to its result',
  async (encoding, encode) => {
    const rows = ['包裹,备注', `${encoding} 青岛海鸥,急件`, ',没有名称', `${encoding} 㐀㐁,生僻字`]
    const { answer, id } = await upload(lin, 'parcels', encode(rows.join('\r\n')), '包裹.csv')
    expect(answer.status).toBe(303)

    const check = await (await lin.get(`/admin/import/${id}`)).text()
    expect(check).toContain('2 rows are ready, 1 has a problem')
    expect(check).toContain(`${encoding} 青岛海鸥`)
    expect(await warehouse.stored(encoding)).toMatchObject({ parcels: 0 })

    await lin.post(`/admin/import/${id}/start`)
    expect(await ended(warehouse, id)).toMatchObject({ state: 'done', created: 2, rejected: 1 })
    expect(await warehouse.stored(`${encoding} `)).toMatchObject({ parcels: 2 })
    const result = await (await lin.get(`/admin/import/${id}`)).text()
    expect(result).toContain('together make the 3 rows of the file')
  },
)

test('rejected rows come back in the file’s own encoding, and mended they are taken', async () => {
  const content = iconv.encode('包裹,备注\r\n,补上名称\r\n完好,好', 'gb18030')
  const id = await begin(lin, 'parcels', content)
  await ended(warehouse, id)
  const file = await lin.get(`/admin/import/${id}/rejected.csv`)
  expect(file.headers.get('content-disposition')).toContain('list.rejected.csv')
  const text = iconv.decode(Buffer.from(await file.arrayBuffer()), 'gb18030')
  expect(text).toContain('包裹,备注,Why it was not imported')
  expect(text).not.toContain('完好')

  const mended = iconv.encode(text.replace('\r\n,补上', '\r\n补名,补上'), 'gb18030')
  const again = await ended(warehouse, await begin(lin, 'parcels', mended))
  expect(again).toMatchObject({ created: 1, rejected: 0, totalRows: 1 })
  expect(await warehouse.stored('补名')).toMatchObject({ parcels: 1 })
})

test('rejected rows of a Big5 file come back in Big5, their reasons in a language it can hold', async () => {
  const content = iconv.encode('包裹,備註\r\n,補上名稱', 'big5')
  const { id } = await upload(lin, 'parcels', content)
  await lin.post(`/admin/import/${id}`, { column: ['name', ''], encoding: 'big5' })
  await lin.post(`/admin/import/${id}/start`)
  await ended(warehouse, id)
  const file = await lin.get(`/admin/import/${id}/rejected.csv`)
  const text = iconv.decode(Buffer.from(await file.arrayBuffer()), 'big5')
  expect(text).toContain('包裹,備註,Why it was not imported')
  expect(text).toContain('補上名稱')
  expect(text).not.toContain('?')
})

test('rejected rows of a workbook come back as a workbook, and mended they are taken', async () => {
  const rows = [
    ['Name', 'Note'],
    ['', 'no name'],
    ['Whole', 'fine'],
  ]
  const workbook = await writeXlsx({ sheets: [{ name: 'One', rows }] })
  const { id } = await upload(lin, 'parcels', workbook, 'list.xlsx')
  await lin.post(`/admin/import/${id}/start`)
  await ended(warehouse, id)
  const file = await lin.get(`/admin/import/${id}/rejected.csv`)
  expect(file.headers.get('content-disposition')).toContain('list.rejected.xlsx')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const again = await upload(lin, 'parcels', bytes, 'list.rejected.xlsx')
  const check = await (await lin.get(`/admin/import/${again.id}`)).text()
  expect(check).toContain('Why it was not imported')
  expect(check).toContain('no name')
  expect(check).not.toContain('fine')
})

test('a template is named anew and let go on its page, by whoever may import such files and by nobody else', async () => {
  const place = '/admin/import/templates'
  for (const name of ['Boats', 'Ships']) {
    const { id } = await upload(lin, 'parcels', `Name,${name}\nKayak,Blue`)
    await lin.post(`/admin/import/${id}`, { column: ['name', ''], template: name })
  }
  const page = await (await lin.get(place)).text()
  const [, id = ''] = /templates\/([0-9a-f-]{36})"/.exec(page) ?? []
  expect(page).toContain('Made by 林岚')
  const taken = await lin.post(`${place}/${id}`, { [`name-${id}`]: 'Ships' })
  expect(taken.status).toBe(422)
  expect(await taken.text()).toContain('Another template is called “Ships”')
  expect((await lin.post(`${place}/${id}`, { [`name-${id}`]: ' ' })).status).toBe(422)
  expect((await lin.post(`${place}/${id}`, { [`name-${id}`]: 'Canoes' })).status).toBe(303)
  expect(await (await lin.get(place)).text()).toContain('value="Canoes"')
  const other = await warehouse.another()
  expect((await other.as('amy').post(`${place}/${id}/delete`)).status).toBe(404)
  expect((await lin.post(`${place}/${id}/delete`)).status).toBe(303)
  expect(await (await lin.get(place)).text()).not.toContain('value="Canoes"')
})

test('columns can be chosen anew, and a file without its needed column cannot be started', async () => {
  const { id } = await upload(lin, 'parcels', 'Thing,Other\nKayak,Blue\nCanoe,Red')
  const check = await (await lin.get(`/admin/import/${id}`)).text()
  expect(check).toContain('Choose the column for “Name”')
  expect(check).not.toContain('data-testid="import-start"')
  await lin.post(`/admin/import/${id}/start`)
  expect(await (await lin.get(`/admin/import/${id}`)).text()).toContain('Choose the column')

  await lin.post(`/admin/import/${id}`, { column: ['name', ''], mode: 'both', encoding: '' })
  await lin.post(`/admin/import/${id}/start`)
  expect(await ended(warehouse, id)).toMatchObject({ state: 'done', created: 2 })
  expect(await warehouse.stored('Kayak')).toMatchObject({ parcels: 1 })
})

test('columns of the same heading, of which none is read, are named on the page until one is chosen', async () => {
  const { id } = await upload(lin, 'parcels', 'Name,Name,Note\nKayak,Canoe,Red')
  const page = async () => (await lin.get(`/admin/import/${id}`)).text()
  expect(await page()).toContain(
    'Several columns could be “Name”: “Name” (column 1), “Name” (column 2).',
  )
  await lin.post(`/admin/import/${id}`, { column: ['', 'name', ''] })
  expect(await page()).not.toContain('Several columns')
})

test('emoji, right-to-left names and formulas are text like any other', async () => {
  const names = ['🚢 fleet', 'سفينة rtl', '=1+1', '𠮷野家 𪚥']
  const id = await begin(lin, 'parcels', ['Name', ...names].join('\n'))
  expect(await ended(warehouse, id)).toMatchObject({ created: 4, rejected: 0 })
  for (const name of names) expect(await warehouse.stored(name)).toMatchObject({ parcels: 1 })
})

test.each([
  ['a NUL in a cell', 'Name\nto\0p', 'NUL'],
  [
    'half a character in it',
    Buffer.from('\ufeffName\r\nhalf \ud83d sign', 'utf16le'),
    'save it from your spreadsheet',
  ],
  ['nothing but a header', 'Name\n', 'nothing below it'],
  ['a picture named .csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'picture'],
  ['a quotation mark never closed', 'Name\n"open', 'never closed'],
])('a file with %s is refused in one sentence and nothing is kept', async (_, content, says) => {
  const before = await warehouse.eyes`select id from core.imports`
  const { answer } = await upload(lin, 'parcels', content)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(says)
  expect(await warehouse.eyes`select id from core.imports`).toHaveLength(before.length)
})

test('names of files may be anything and are shown as text', async () => {
  const name = `"><img src=x onerror=alert(1)>${'长'.repeat(300)}.csv`
  const { id } = await upload(lin, 'parcels', listOf('named', 1), name)
  const page = await (await lin.get(`/admin/import/${id}`)).text()
  expect(page).toContain('&lt;img src=x')
  expect(page).not.toContain('<img src=x')
  for (const odd of [`${'🚢'.repeat(150)}.csv`, '../../etc/passwd', '\u202eexe.csv'])
    expect((await upload(lin, 'parcels', listOf('odd', 1), odd)).answer.status).toBe(303)
  for (const none of ['a\0b.csv', ''])
    expect((await upload(lin, 'parcels', listOf('odd', 1), none)).answer.status).toBeLessThan(500)
})

test('neither emil nor a neighbour learns that lin’s import exists; amy, who runs the place, sees it', async () => {
  const valley = await warehouse.another()
  await warehouse.open(valley)
  const id = await begin(lin, 'parcels', 'Name\nSecret cargo\n""')
  await ended(warehouse, id)
  const waits = (await upload(lin, 'parcels', listOf('waits', 2))).id
  const nothing = newId()
  for (const visitor of [warehouse.as('emil'), valley.as('amy'), valley.as('lin')])
    for (const [end, post] of [
      ['', false],
      ['/progress', false],
      ['/rejected.csv', false],
      ['', true],
      ['/start', true],
      ['/cancel', true],
    ] as const)
      for (const real of [id, waits]) {
        const ask = (one: string) =>
          post
            ? visitor.post(`/admin/import/${one}${end}`)
            : visitor.get(`/admin/import/${one}${end}`)
        const [theirs, random] = await Promise.all([ask(real), ask(nothing)])
        expect(theirs.status).toBe(404)
        expect(await still(theirs)).toBe(await still(random))
      }
  const list = await (await warehouse.as('emil').get('/admin/import')).text()
  expect(list).not.toContain('list.csv')
  expect((await warehouse.as('amy').get(`/admin/import/${id}`)).status).toBe(200)
  expect(await warehouse.stored('waits')).toMatchObject({ parcels: 0 })
})

test('whoever may not import is told so, and the kind is not there for them', async () => {
  const tara = warehouse.as('tara')
  expect(await (await tara.get('/admin/import')).text()).toContain('nothing for you to import')
  const { answer } = await upload(tara, 'parcels', listOf('taras', 1))
  expect(answer.status).toBe(404)
  expect(await warehouse.stored('taras')).toMatchObject({ parcels: 0 })
})
