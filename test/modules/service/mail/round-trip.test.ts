import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { collectJob } from '../../../../modules/service/incoming/fetching.ts'
import { addMessage } from '../../../../modules/service/tickets/conversing.ts'
import type { Office } from '../../../setup/office.ts'
import { query } from '../../../setup/query.ts'
import { until } from '../../../setup/until.ts'
import { openServiceOffice } from '../service-office.ts'
import { fetchNow, mailboxForm, openPostOffice, type PostOffice } from './post-office.ts'

let office: Office
let post: PostOffice
let folder: string
let mailbox: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mail-'))
  post = await openPostOffice()
  office = await openServiceOffice({
    env: { DATA_DIR: folder, ALLOW_PRIVATE_HOSTS: '127.0.0.1' },
  })
  const made = await office.as('amy').post('/service/mailboxes', mailboxForm(post))
  expect(made.status).toBe(303)
  mailbox = made.headers.get('location')?.split('/').at(-1) ?? ''
})
afterAll(async () => {
  await office?.close()
  await post?.close()
  await rm(folder, { recursive: true, force: true })
})

type Headers = { from?: string; id?: string; subject?: string; more?: string[] }
const zhang = '张三 <zhang@customer.example>'

const letter = (text: string, { from = zhang, id, subject = '订单', more = [] }: Headers = {}) =>
  [
    `From: ${from}`,
    'To: help@harbour.example',
    `Subject: ${subject}`,
    ...(id ? [`Message-ID: <${id}>`] : []),
    'Content-Type: text/plain; charset=utf-8',
    ...more,
    '',
    text,
  ].join('\r\n')

const receive = async (...mails: (string | Buffer)[]): Promise<string> => {
  for (const mail of mails) post.deliver(mail)
  return fetchNow(office, post, mailbox)
}

const tickets = () =>
  query(
    office,
    (sql) => sql`
    select id, number, name, channel, from_name, from_address, state_type, owner_id, department_id
    from service.tickets order by id`,
  )
const messagesOf = (ticket: string) =>
  query(
    office,
    (sql) => sql`
    select kind, text, from_address, delivery, author_id from service.messages
    where ticket_id = ${ticket} order by id`,
  )
const aside = () =>
  query(
    office,
    (sql) => sql`
    select id, reason, from_address, subject from service.mails where state = 'aside' order by id`,
  )

const answer = (ticket: string, text: string) =>
  office.inScope('sun', (scope) =>
    addMessage(scope, office.app.product.registry, ticket, {
      ...{ kind: 'answer', text, channel: 'mail' },
    }),
  )

test('zhang writes in GBK; it becomes one ticket of nobody’s, however often it comes', async () => {
  const word = `=?gb2312?B?${iconv.encode('订单没到', 'gbk').toString('base64')}?=`
  const first = letter('你好，我的订单没有到。', { id: 'first@customer.example', subject: word })
  const page = await receive(first)
  expect(page).toMatch(/\d new mail/)
  await receive(first)
  expect(await tickets()).toMatchObject([
    {
      ...{ name: '订单没到', channel: 'mail', state_type: 'new', owner_id: null },
      ...{ from_name: '张三', from_address: 'zhang@customer.example', department_id: null },
    },
  ])
  const [ticket] = await tickets()
  expect(await messagesOf(ticket?.id)).toMatchObject([
    { kind: 'customer', text: '你好，我的订单没有到。' },
  ])
})

test('sun answers; zhang gets a mail that leads back, and his reply joins the ticket', async () => {
  const [ticket] = await tickets()
  await answer(ticket?.id, '今天**已发货**。')
  const sent = await until('the answer is sent', async () => post.posted[0])
  expect(sent.to).toEqual(['zhang@customer.example'])
  const page = await (await office.as('amy').get(`/service/tickets/${ticket?.id}`)).text()
  expect(page, 'nobody is told that nothing is sent').not.toContain('data-testid="unsent"')
  const raw = sent.raw.replaceAll('\r\n ', ' ')
  expect(raw).toMatch(/^In-Reply-To: <first@customer.example>$/m)
  expect(raw).toContain('<strong>')
  await until('it is marked', async () =>
    (await messagesOf(ticket?.id)).some(({ delivery }) => delivery === 'sent'),
  )
  const id = /^Message-ID: (<.*>)$/im.exec(raw)?.[1] ?? ''
  await receive(letter('收到了，谢谢', { id: 'second@x', more: [`In-Reply-To: ${id}`] }))
  expect(await tickets()).toHaveLength(1)
  expect((await tickets())[0]?.state_type).toBe('waiting_us')
  expect((await messagesOf(ticket?.id)).map(({ kind }) => kind)).toEqual([
    ...['customer', 'answer', 'customer'],
  ])
  const token = id.split('.')[1]
  await receive(letter('还有一件事', { subject: `Re: 订单 [#${ticket?.number} ${token}]` }))
  expect(await messagesOf(ticket?.id), 'the subject leads back as well').toHaveLength(4)
})

test('a stranger who names the ticket, its number or a forged token begins a ticket of their own', async () => {
  const [ticket] = await tickets()
  const before = (await messagesOf(ticket?.id)).length
  const id = /^Message-ID: (<.*>)$/im.exec(post.posted[0]?.raw ?? '')?.[1] ?? ''
  const forged = id.replace(/\.(.)/, (_, letter) => `.${letter === 'b' ? 'c' : 'b'}`)
  const from = 'Mallory <mallory@evil.example>'
  const more = (reference: string) => [`In-Reply-To: ${reference}`]
  await receive(
    letter('one', { from, more: more(forged) }),
    letter('two', { from, more: more('<first@customer.example>') }),
    letter('three', { from, subject: `Re: [#${ticket?.number} abcdefghijkmnpqr]` }),
    letter('four', { from: '孙悦 <sun@harbour.example>', more: more(forged) }),
  )
  expect(await messagesOf(ticket?.id)).toHaveLength(before)
  const all = await tickets()
  expect(all).toHaveLength(5)
  const [fourth] = await messagesOf(all.at(-1)?.id)
  expect(fourth, 'who writes as sun is no colleague by that').toMatchObject({
    ...{ kind: 'customer', author_id: null },
  })
})

test('zhang’s second mail before any answer goes back to his first', async () => {
  await receive(letter('发票问题', { id: 'invoice@customer.example', subject: '发票' }))
  const count = (await tickets()).length
  await receive(letter('补充一张图', { more: ['References: <invoice@customer.example>'] }))
  expect(await tickets()).toHaveLength(count)
})

test('a mail whose sender the own server doubts joins nothing by its address, and says so', async () => {
  const count = (await tickets()).length
  const references = 'References: <invoice@customer.example>'
  const checked = (server: string) =>
    `Authentication-Results: ${server}; spf=fail; dkim=none; dmarc=fail header.from=customer.example`
  await receive(
    letter('forged', { subject: '改账户', more: [references, checked('127.0.0.1')] }),
    letter('said by a stranger', { more: [references, checked('mx.evil.example')] }),
  )
  const [made, ...others] = (await tickets()).slice(count)
  expect(others, 'a stranger’s word counts for nothing').toEqual([])
  expect(made).toMatchObject({ name: '改账户', from_address: 'zhang@customer.example' })
  const page = await (await office.as('amy').get(`/service/tickets/${made?.id}`)).text()
  expect(page).toContain('Sender not verified')
})

test('programs, loops and bounces make no ticket and get no answer, but are shown; the rest goes on', async () => {
  const count = (await tickets()).length
  const posted = post.posted.length
  await receive(
    letter('away', { more: ['Auto-Submitted: auto-replied'] }),
    letter('news', { from: 'news@list.example', more: ['List-Id: <news.list.example>'] }),
    letter('again', { from: 'help@harbour.example' }),
    Buffer.from([0, 1, 2, 255, 254, 10, 13]),
    'Subject: nobody\r\n\r\nno sender',
    letter('a real question', { from: 'wang@customer.example', subject: '真问题' }),
  )
  expect((await tickets()).slice(count)).toMatchObject([{ name: '真问题' }])
  expect((await aside()).map(({ reason }) => reason)).toEqual([
    ...['auto-reply', 'bulk', 'loop', 'broken', 'broken'],
  ])
  expect(post.posted).toHaveLength(posted)
  const page = await (await office.as('amy').get('/service/mails')).text()
  expect(page).toContain('A newsletter or a list')
  expect((await office.as('sun').get('/service/mails')).status).toBe(404)
})

test('amy makes a ticket of a mail that was set aside, and lets another go', async () => {
  const count = (await tickets()).length
  const [, news, loop] = await aside()
  const taken = await office.as('amy').post(`/service/mails/${news?.id}/take`)
  expect(taken.status).toBe(303)
  await until('it is a ticket', async () => (await tickets()).length > count)
  await office.as('amy').post(`/service/mails/${loop?.id}/drop`)
  const left = (await aside()).map(({ id }) => id)
  expect(left).not.toContain(news?.id)
  expect(left).not.toContain(loop?.id)
})

test('a file of 25 MB comes along, a program does not, and the ticket says so', async () => {
  const big = Buffer.alloc(25 * 1024 * 1024, 7)
  const part = (name: string, bytes: Buffer) =>
    [
      '--x',
      `Content-Type: application/octet-stream; name="${name}"`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename="${name}"`,
      '',
      bytes.toString('base64').replaceAll(/.{76}/g, '$&\r\n'),
    ].join('\r\n')
  await receive(
    [
      `From: ${zhang}`,
      'Subject: big',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x\r\nContent-Type: text/plain\r\n\r\nsee files',
      part('drawing.bin', big),
      part('setup.exe', Buffer.from('MZ')),
      '--x--',
    ].join('\r\n'),
  )
  const ticket = (await tickets()).at(-1)
  const files = await query(
    office,
    (sql) => sql`
    select file_name, bytes from core.attachments where record_id = ${ticket?.id}`,
  )
  expect(files).toEqual([{ file_name: 'drawing.bin', bytes: big.length }])
  const [message] = await messagesOf(ticket?.id)
  expect(message?.text).toContain('“setup.exe” was not kept: programs')
})

test('a mail with HTML keeps its order and its own pictures, nothing from elsewhere, and its text', async () => {
  const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(40, 7)])
  const html = [
    '<p>见图<script>alert(1)</script><img src="cid:plan@x" alt="图纸" onerror="alert(2)"></p>',
    '<img src="https://tracker.example/pixel.gif"><img src="data:image/svg+xml,<svg/onload=alert(3)>">',
    '<form action="https://evil.example"><input name="password"></form><base href="https://evil.example/">',
    '<a href="javascript:alert(4)" style="position:fixed">这里</a>',
  ].join('')
  const part = (type: string, content: string | Buffer, ...more: string[]) => [
    ...['--y', `Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', ...more, ''],
    Buffer.from(content).toString('base64'),
  ]
  await receive(
    [
      ...[`From: ${zhang}`, 'Subject: drawn', 'Content-Type: multipart/related; boundary=y', ''],
      ...part('text/html; charset=utf-8', html),
      ...part('image/png; name=plan.png', png, 'Content-ID: <plan@x>'),
      '--y--',
    ].join('\r\n'),
  )
  const ticket = (await tickets()).at(-1)
  const page = await (await office.as('amy').get(`/service/tickets/${ticket?.id}`)).text()
  const letter = /data-testid="letter">(.*?)<\/div>/s.exec(page)?.[1] ?? ''
  const picture = /<img src="(\/files\/[^"]+\/picture)" alt="图纸"/.exec(letter)?.[1] ?? ''
  expect(letter).not.toMatch(/alert|script|onerror|form|input|base|style|tracker|evil|data:/)
  expect(page).toContain('2 pictures from elsewhere were not loaded')
  expect(page, 'the text stands below').toMatch(/Text only<\/summary>.*见图/s)
  const shown = await office.as('amy').get(picture)
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(png)
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    ...{ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' },
    ...{ 'content-disposition': 'inline' },
    'content-security-policy': "default-src 'none'; sandbox",
  })
  const again = await office
    .as('amy')
    .get(picture, { 'If-None-Match': shown.headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
  expect((await office.stranger().get(picture)).headers.get('location')).toContain('/login')
})

test('twenty mails in a row are taken, what follows is a flood', async () => {
  const from = 'loud@customer.example'
  const all = Array.from({ length: 22 }, (_, at) => letter(`mail ${at}`, { from }))
  await receive(...all)
  const flood = (await aside()).filter(({ reason }) => reason === 'flood')
  expect(flood.map(({ from_address }) => from_address)).toEqual([from, from])
})

test('an answer that the server will not take now waits and is sent later, once; for good, sun hears of it', async () => {
  const [ticket] = await tickets()
  post.refuse(451)
  await answer(ticket?.id, 'first try')
  const waiting = () =>
    query(
      office,
      (sql) => sql`
      select id, attempts, state, fault from service.outgoing_mails order by id desc limit 1`,
    )
  await until('it was tried', async () => (await waiting())[0]?.fault !== null)
  expect(await waiting()).toMatchObject([{ attempts: 1, state: 'waiting' }])
  post.refuse(undefined)
  const before = post.posted.length
  await query(
    office,
    (sql) => sql`
    update graphile_worker._private_jobs set run_at = now() where key like 'service.send-mail%'`,
  )
  await until('it is sent', async () => (await waiting())[0]?.state === 'sent')
  expect(post.posted.slice(before).map(({ raw }) => /first try/.test(raw))).toEqual([true])
  post.refuse(550)
  await answer(ticket?.id, 'never taken')
  await until('it is given up', async () => (await waiting())[0]?.state === 'failed')
  const told = await (await office.as('sun').get('/notifications')).text()
  expect(told).toContain('could not send an answer by mail')
  const [failed] = await waiting()
  post.refuse(undefined)
  await office.as('amy').post(`/service/outgoing-mails/${failed?.id}/again`)
  await until('amy had it sent', async () => (await waiting())[0]?.state === 'sent')
})

test('who dies after a mail was taken and before that is noted has it sent once more, as the same mail', async () => {
  const [ticket] = await tickets()
  await answer(ticket?.id, 'killed in between')
  const idsOf = () =>
    post.posted
      .filter(({ raw }) => raw.includes('killed in between'))
      .map(({ raw }) => /^Message-ID: (<.*>)$/im.exec(raw.replaceAll('\r\n ', ' '))?.[1])
  const state = async () => {
    const [row] = await query(
      office,
      (sql) => sql`select state from service.outgoing_mails order by id desc limit 1`,
    )
    return row?.state
  }
  await until('it is noted', async () => (await state()) === 'sent')
  // As the process leaves it that is killed: claimed, and nothing known of what came of it.
  await query(
    office,
    (sql) => sql`
    update service.outgoing_mails set state = 'waiting', sent_at = null,
      claimed_at = now() - interval '6 minutes', next_at = now() - interval '7 minutes'
    where id = (select id from service.outgoing_mails order by id desc limit 1)`,
  )
  await office.inScope('amy', (scope) => collectJob.run(scope, {}, office.app.product.registry))
  await until('it is sent again', async () => (await state()) === 'sent')
  const [first, second, ...more] = idsOf()
  expect(second).toBe(first)
  expect(more).toEqual([])
})

test('an answer is kept with its mail or not at all', async () => {
  const [ticket] = await tickets()
  const count = async () =>
    (await query(office, (sql) => sql`select from service.outgoing_mails`)).length
  const before = await count()
  const failing = office.inScope('sun', async (scope) => {
    await addMessage(scope, office.app.product.registry, ticket?.id, {
      ...{ kind: 'answer', text: 'undone', channel: 'mail' },
    })
    throw new Error('the rest failed')
  })
  await expect(failing).rejects.toThrow('the rest failed')
  expect(await count()).toBe(before)
})

test('the password stands nowhere to be read, and a new server does not get it', async () => {
  const rows = await query(office, (sql) => sql`select password from service.mailboxes`)
  expect(rows[0]?.password).toMatch(/^[0-9a-f]{8}\./)
  const edit = await (await office.as('amy').get(`/service/mailboxes/${mailbox}/edit`)).text()
  expect(edit).not.toContain('nine letters')
  const version = /name="version" value="(\d+)"/.exec(edit)?.[1] ?? ''
  const form = mailboxForm(post, { version, smtpHost: 'evil.example', password: '' })
  const refused = await office.as('amy').post(`/service/mailboxes/${mailbox}`, form)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Type the password again')
  const trail = await query(
    office,
    (sql) => sql`
    select before, after from core.audit where object = 'service.mailbox'`,
  )
  expect(JSON.stringify(trail)).not.toContain('nine letters')
})
