import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOperator } from '../../../core/access/operator.ts'
import { attach } from '../../../core/attachments/attachments.ts'
import { sweepFiles } from '../../../core/attachments/sweeping.ts'
import { openContactsOffice, switchOn } from '../../modules/contacts/contacts-office.ts'
import { makeAccount } from '../../modules/contacts/make.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { query } from '../../setup/query.ts'

let office: Office
let folder: string
let account: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'))
  office = await openContactsOffice({ env: { DATA_DIR: folder } })
  const { registry } = office.app.product
  account = await office.inScope('emil', (scope) =>
    makeAccount(scope, registry, { name: 'Harbour Tools' }),
  )
})
afterAll(async () => {
  await office?.close()
  await rm(folder, { recursive: true, force: true })
})

const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(40, 7)])

const send = (who: PersonName, name: string, content: Uint8Array | string, record = account) => {
  const form = new FormData()
  form.set('object', 'contacts.account')
  form.set('record', record)
  form.set('file', new File([content as BlobPart], name, { type: 'text/html' }))
  return office.as(who).post('/files', form)
}
const page = async (who: PersonName = 'emil') =>
  (await office.as(who).get(`/contacts/accounts/${account}`)).text()
const idOf = (html: string, name: string): string => {
  const list = html.split('data-testid="files"')[1] ?? ''
  return new RegExp(`/files/([0-9a-f-]{36})"[^>]*>(?:(?!</a>).)*${name}`).exec(list)?.[1] ?? ''
}
const onDisk = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())

test('an empty file is called empty, and is not taken for none', async () => {
  const refused = await send('emil', '空.png', '')
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('This file is empty')
  const none = await send('emil', '', '')
  expect([none.status, await none.text()]).toEqual([
    422,
    expect.stringContaining('Choose a file first'),
  ])
  expect(await page()).not.toContain('空.png')
})

test('emil attaches a picture; lin gets the same bytes as a download, whatever it was called', async () => {
  expect((await send('emil', '报价 "终稿".png', png)).status).toBe(303)
  const html = await page('lin')
  expect(html).toContain('attached')
  const id = /\/files\/([0-9a-f-]{36})/.exec(html)?.[1] ?? ''
  const got = await office.as('lin').get(`/files/${id}`)
  expect(Buffer.from(await got.arrayBuffer())).toEqual(png)
  const headers = Object.fromEntries(got.headers)
  expect(headers).toMatchObject({
    'content-type': 'image/png',
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
  expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''%E6%8A%A5/)
  expect(headers['content-disposition']).not.toMatch(/["\r\n]/)
  const [row] = await query(office, (sql) => sql`select sha256, stored_as from core.attachments`)
  expect(row?.sha256).toBe(createHash('sha256').update(png).digest('hex'))
  const names = (await onDisk()).map(({ name }) => name)
  expect(names).toEqual([row?.stored_as])
  expect(html, 'where it lies is nobody’s business').not.toContain(row?.stored_as)
})

test.each([
  ['page.png', '<!DOCTYPE html><script>alert(1)</script>'],
  ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['polyglot.txt', 'GIF <html><script>alert(1)</script>'],
  ['setup.pdf', Buffer.from('MZ\x90\0\x03', 'latin1')],
  ['tool.png', Buffer.from('\x7fELF\x02', 'latin1')],
  ['run.pHaR', 'anything'],
  ['invoice.pdf.exe', '%PDF-1.7'],
  ['invoice.exe . ', '%PDF-1.7'],
])('%s is not taken, and nothing of it is kept', async (name, content) => {
  const before = (await onDisk()).length
  const answer = await send('emil', name, content)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('cannot be attached')
  expect((await onDisk()).length).toBe(before)
})

test('bytes decide what a file is; names lose what could deceive', async () => {
  for (const [name, content] of [
    ['../../etc/passwd', 'plain words'],
    ['half\u202egnp.txt', 'plain words'],
    [`${'长'.repeat(300)}.txt`, 'plain words'],
    ['picture.txt', png],
    ['CON', Buffer.from([0, 1, 2, 3])],
  ] as const)
    expect((await send('emil', name, content)).status, name).toBe(303)
  const rows = await query(
    office,
    (sql) => sql`select file_name as name, type from core.attachments order by id desc limit 5`,
  )
  const [con, picture, long, turned, path] = rows
  expect(con?.type).toBe('application/octet-stream')
  expect(picture?.type).toBe('image/png')
  expect([...(long?.name ?? '')]).toHaveLength(150)
  expect(long?.name).toMatch(/\.txt$/)
  expect(turned?.name).toBe('halfgnp.txt')
  expect(path?.name).toBe('passwd')
})

test('an empty choice and a file that is too large are said beside the field', async () => {
  const form = new FormData()
  form.set('object', 'contacts.account')
  form.set('record', account)
  const none = await office.as('emil').post('/files', form)
  expect(none.status).toBe(422)
  expect(await none.text()).toContain('attach-file-error')
  const large = await send('emil', 'large.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 97))
  expect([413, 422]).toContain(large.status)
})

test('who may not see the record has no file of it, nor adds or removes any', async () => {
  const id = idOf(await page(), 'passwd')
  expect(id).not.toBe('')
  const valley = await office.another()
  await switchOn(valley)
  for (const visitor of [office.as('sun'), office.as('tara'), valley.as('amy')]) {
    expect((await visitor.get(`/files/${id}`)).status).toBe(404)
    expect((await visitor.post(`/files/${id}/remove`)).status).toBe(404)
  }
  expect((await send('sun', 'note.txt', 'words')).status).toBe(404)
  expect((await office.stranger().get(`/files/${id}`)).status).toBe(302)
  expect((await office.as('emil').get('/files/no-id')).status).toBe(404)
})

test('a removed file is there for nobody, and its bytes go in the night', async () => {
  const id = idOf(await page(), 'halfgnp')
  const before = (await onDisk()).length
  expect((await office.as('emil').post(`/files/${id}/remove`)).status).toBe(303)
  expect((await office.as('emil').get(`/files/${id}`)).status).toBe(404)
  expect(await page()).toContain('which was removed later')
  const sweep = () =>
    asOperator(office.app.product, office.company, 'test', (scope) =>
      sweepFiles({ DATA_DIR: folder }, scope),
    )
  await sweep()
  expect((await onDisk()).length, 'an hour has not passed').toBe(before)
  const old = new Date(Date.now() - 2 * 60 * 60 * 1000)
  for (const { parentPath, name } of await onDisk()) await utimes(join(parentPath, name), old, old)
  await sweep()
  expect((await onDisk()).length).toBe(before - 1)
  expect((await office.as('emil').get(`/files/${idOf(await page(), 'passwd')}`)).status).toBe(200)
  const trail = await query(
    office,
    (sql) => sql`select action, before from core.audit where record_id = ${id} order by id`,
  )
  expect(trail.map(({ action }) => action)).toEqual(['attached', 'removed'])
  expect(trail[1]?.before).toMatchObject({ fileName: 'halfgnp.txt' })
})

test('a company that has no room is told so, and keeps nothing of the file', async () => {
  const about = { object: 'contacts.account', recordId: account }
  const before = (await onDisk()).length
  const problem = await office.inScope('emil', (scope) =>
    attach({ DATA_DIR: folder }, scope, about, new File(['words'], 'note.txt'), { quota: 100 }),
  )
  expect(problem).toBe('full')
  expect((await onDisk()).length).toBe(before)
})
