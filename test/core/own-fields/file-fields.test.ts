import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeWhere } from '../../../core/conditions/written.ts'
import type { OwnField } from '../../../core/own-fields/own-field.ts'
import type { Quality } from '../../../core/quality/declared.ts'
import { withRequired } from '../../../core/quality/required.ts'
import { openContactsOffice } from '../../modules/contacts/contacts-office.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { programOf } from '../../setup/program.ts'
import { query } from '../../setup/query.ts'
import { upload } from '../transfer/warehouse.ts'
import { account, giveField } from './giving.ts'

let office: Office
let folder: string
let field: OwnField
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-files-'))
  office = await openContactsOffice({ env: { DATA_DIR: folder } })
  field = await giveField(office, 'file', '盖章协议', { label_en: 'Signed agreement' })
})
afterAll(async () => {
  await office?.close()
  await rm(folder, { recursive: true, force: true })
})

const list = '/contacts/accounts'
const page = async (path: string, who: PersonName = 'emil') =>
  (await office.as(who).get(path)).text()

const pdf = (text: string) => new Blob([`%PDF-1.4\n${text}\n%%EOF`])

/** Sends the form of an account with a file in the field, as a browser does. */
async function send(
  path: string,
  values: Record<string, string>,
  file?: { name: string; content: Blob },
): Promise<Response> {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  form.set(field.field, new File(file ? [file.content] : [], file?.name ?? ''))
  return office.as('emil').post(path, form)
}

async function add(name: string, file: string): Promise<string> {
  const answer = await send(list, { name }, { name: file, content: pdf(name) })
  expect(answer.status, await answer.clone().text()).toBe(303)
  return answer.headers.get('location') ?? ''
}

const linkOf = (html: string, name: string): string =>
  new RegExp(`href="(/files/[0-9a-f-]{36})" download[^>]*>\\s*${name}`).exec(html)?.[1] ?? ''

test('emil adds a file in the form; the record shows it, lin fetches it, a company next door does not', async () => {
  const path = await add('Star River', '协议.pdf')
  const html = await page(path)
  expect(html).toContain('Signed agreement')
  const link = linkOf(html, '协议.pdf')
  const got = await office.as('lin').get(link)
  expect(await got.text()).toContain('Star River')
  expect(got.headers.get('content-disposition')).toContain('attachment')
  expect((await (await office.another()).as('amy').get(link)).status).toBe(404)
  expect(html.split('data-testid="files"')[1]).not.toContain(link)
  expect((await office.as('emil').post(`${link}/remove`, {})).status).toBe(404)
})

test('saving without choosing again keeps it; another one replaces it, the box takes it away, and the history says so', async () => {
  const path = await add('Kept Firm', 'first.pdf')
  const kept = await send(path, { name: 'Kept Firm plc', version: '1' })
  expect(kept.status, await kept.clone().text()).toBe(303)
  const first = linkOf(await page(path), 'first.pdf')
  expect(first).not.toBe('')
  expect(await page(`${path}/edit`)).toContain('first.pdf')

  const again = { name: 'first.pdf', content: pdf('another of the same name') }
  await send(path, { name: 'Kept Firm plc', version: '2' }, again)
  const second = linkOf(await page(path), 'first.pdf')
  expect(second).not.toBe(first)
  expect((await office.as('emil').get(first)).status).toBe(404)

  const gone = { name: 'Kept Firm plc', version: '3', [`${field.field}.remove`]: 'on' }
  expect((await send(path, gone)).status).toBe(303)
  const html = await page(path)
  expect(linkOf(html, 'first.pdf')).toBe('')
  expect((await office.as('emil').get(second)).status).toBe(404)
  expect(html).toContain('first.pdf')
})

test('a file that is no good is refused beside its field, and nothing of the form is kept', async () => {
  const bad = { name: 'run.exe', content: new Blob([Buffer.from('MZ\x90\0binary', 'latin1')]) }
  const answer = await send(list, { name: 'Not kept' }, bad)
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toMatch(new RegExp(`id="form-${field.field}-error"`))
  expect(html).toContain('value="Not kept"')
  expect(await page(`${list}?q=Not kept`)).not.toContain('data-testid="row"')
})

test('who meets a conflict is told that the file has to be chosen again, and what is stored stays', async () => {
  const path = await add('Contested', 'stored.pdf')
  await send(path, { name: 'Contested by Lin', version: '1' })
  const mine = { name: 'newer.pdf', content: pdf('newer') }
  const late = await send(path, { name: 'Contested by Emil', version: '1' }, mine)
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('Signed agreement: the file newer.pdf could not be kept')
  const calm = await send(path, { name: 'Contested by Emil', version: '1' })
  expect(await calm.text()).not.toContain('could not be kept')
  const html = await page(path)
  expect(linkOf(html, 'stored.pdf')).not.toBe('')
  expect(html).not.toContain('newer.pdf')
})

test('nobody points a record at a file by writing its number', async () => {
  const path = await add('Holder', 'held.pdf')
  const id = linkOf(await page(path), 'held.pdf').split('/')[2]
  const answer = await office.as('emil').post(list, { name: 'Thief', [field.field]: `${id} x.pdf` })
  expect(answer.status).toBe(303)
  expect(await page(answer.headers.get('location') ?? '')).not.toContain('x.pdf')
})

test('lists show it and tell the filled from the empty; files say its name and do not take it', async () => {
  const path = await add('Listed Firm', 'listed.pdf')
  const columns = await office.as('emil').get(`${list}?columns=name,${field.field}&q=Listed Firm`)
  expect(linkOf(await columns.text(), 'listed.pdf')).not.toBe('')
  const where = (operator: 'empty' | 'filled') =>
    encodeURIComponent(
      writeWhere({ match: 'all', items: [{ field: field.field, operator, values: [] }] }),
    )
  await office.as('emil').post(list, { name: 'Listed Without' })
  expect(await page(`${list}?q=Listed&where=${where('filled')}`)).toContain('Listed Firm')
  expect(await page(`${list}?q=Listed&where=${where('filled')}`)).not.toContain('Listed Without')
  expect(await page(`${list}?q=Listed&where=${where('empty')}`)).not.toContain('Listed Firm')

  const file = await (await office.as('amy').post('/export/accounts', { reason: 'a test' })).text()
  expect(file).toContain('Signed agreement')
  expect(file).toContain('listed.pdf')
  const { id } = await upload(office.as('amy'), 'accounts', file)
  const check = await page(`/admin/import/${id}`, 'amy')
  expect(check).not.toMatch(new RegExp(`value="${field.field}" selected`))
  const mine = await upload(office.as('amy'), 'accounts', 'Name,Paper\nListed Firm,other.pdf')
  await office
    .as('amy')
    .post(`/admin/import/${mine.id}`, { column: ['name', field.field], key: ['name'] })
  expect(await page(`/admin/import/${mine.id}`, 'amy')).toContain('A table cannot bring a file in')
  expect(path).not.toBe('')
})

test('programs read its id and name, and cannot write it; required, it counts for the quality of data', async () => {
  const path = await add('Program Firm', 'program.pdf')
  const emil = await programOf(office.app, office, 'emil')
  const id = path.split('/').at(-1)
  const { body } = await emil.get(`/accounts/${id}`)
  expect(body.own).toMatchObject({ [field.own.key]: { name: 'program.pdf' } })
  const answer = await emil.patch(`/accounts/${id}`, { own: { [field.own.key]: null } }, 1)
  expect(answer.status).toBe(422)

  const form = { 'label_zh-CN': '盖章协议', label_en: 'Signed agreement', version: '1' }
  const saved = await office
    .as('amy')
    .post(`/admin/fields/${field.own.id}`, { ...form, required: 'on' })
  expect(saved.status).toBe(303)
  expect((await send(list, { name: 'Without paper' })).status).toBe(422)
  expect((await send(path, { name: 'Program Firm plc', version: '1' })).status).toBe(303)
  const rows = await query(
    office,
    (sql) => sql`select from core.attachments where field_id is not null`,
  )
  expect(rows.length).toBeGreaterThan(3)
  const { modules } = office.app.product.registry
  const quality = modules.flatMap((one) => one.quality ?? []).find((one) => one.object === account)
  const counted = await office.inScope('amy', async (scope) =>
    withRequired(scope, quality as Quality).fields.map((one) => one.label.en),
  )
  expect(counted).toContain('Signed agreement')
})
