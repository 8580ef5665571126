import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTicket } from '../../../modules/service/tickets/opening.ts'
import { readTicket } from '../../../modules/service/tickets/ticket-record.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { hiddenOf } from '../../setup/page.ts'
import { openServiceOffice } from './service-office.ts'

let office: Office
let at: string
beforeAll(async () => {
  office = await openServiceOffice()
})
afterAll(() => office?.close())

/** A ticket of sun's department that nobody owns, so that every colleague there may answer it. */
async function freshTicket(): Promise<string> {
  const { id } = await office.inScope('sun', (scope) =>
    openTicket(scope, office.app.product.registry, {
      ...{ subject: 'Screen stays black', channel: 'mail', text: 'It <b>just</b> stays black.' },
      ...{ fromName: 'Mary Field', fromAddress: 'mary@field.example' },
      place: { ownerId: null, departmentId: office.departments.service },
    }),
  )
  at = `/service/tickets/${id}`
  return id
}

const stored = (id: string) => office.inScope('amy', (scope) => readTicket(scope, id))
const pageOf = async (who: PersonName) => (await office.as(who).get(at)).text()

const send = (who: PersonName, form: Record<string, string>) =>
  office.as(who).post(`${at}/messages`, { _once: crypto.randomUUID(), kind: 'answer', ...form })

test('what a customer wrote is shown as words, an answer as Markdown, a note apart from both', async () => {
  const id = await freshTicket()
  expect(await pageOf('sun')).toContain('It &lt;b&gt;just&lt;/b&gt; stays black.')
  expect((await send('sun', { text: 'Please **hold** the button.' })).status).toBe(303)
  expect((await send('sun', { kind: 'note', text: 'Third one this week' })).status).toBe(303)
  const page = await pageOf('sun')
  expect(page).toContain('<strong>hold</strong>')
  expect(page.indexOf('Third one this week')).toBeLessThan(page.indexOf('stays black.</div>'))
  expect((await stored(id)).stateType).toBe('waiting_customer')
})

test('an empty message is refused beside its field, and one sent twice is there once', async () => {
  const id = await freshTicket()
  const refused = await send('sun', { text: '   ' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Write something first.')
  const form = { _once: crypto.randomUUID(), text: 'We look into it.' }
  const answers = await Promise.all([send('sun', form), send('sun', form)])
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  const [row] = await office.inScope('amy', ({ db }) =>
    db.execute<{ count: number }>(
      sql`select count(*)::int as count from service.messages where ticket_id = ${id} and kind = 'answer'`,
    ),
  )
  expect(row?.count).toBe(1)
})

test('of two who answer at once the second is shown the first answer, keeps the words, and may still send', async () => {
  await freshTicket()
  const seen = hiddenOf(await pageOf('amy'), 'seen')
  await send('sun', { text: 'First answer', seen })
  const late = await send('amy', { text: 'Second answer', seen })
  expect(late.status).toBe(422)
  const page = await late.text()
  expect(page).toContain('孙悦 answered while you were writing')
  expect(page).toContain('First answer')
  expect(page).toContain('Second answer')
  const again = await send('amy', { text: 'Second answer', seen: hiddenOf(page, 'seen') })
  expect(again.status).toBe(303)
})

test('a draft is kept for who began it, tells colleagues that they are at it, and goes when it is sent', async () => {
  await freshTicket()
  const drafted = await office.as('sun').post(`${at}/draft`, { kind: 'note', text: 'Half a thou' })
  expect(drafted.status).toBe(204)
  expect(await pageOf('sun')).toContain('Half a thou')
  const others = await pageOf('amy')
  expect(others).toContain('孙悦 is writing on this ticket right now.')
  expect(others).not.toContain('Half a thou')
  expect(await (await office.as('amy').get(`${at}/writing`)).text()).toContain('孙悦 is writing')
  await send('sun', { kind: 'note', text: 'Half a thought' })
  expect(await (await office.as('amy').get(`${at}/writing`)).text()).not.toContain('孙悦')
})

test('a note calls a colleague by name, who is told if they may see the ticket, and else is not', async () => {
  await freshTicket()
  const told = await send('sun', { kind: 'note', text: '@陈爱米 please look, @艾米尔 too' })
  expect(told.status).toBe(303)
  const [row] = await office.inScope('amy', ({ db, company }) =>
    db.execute<{ people: string[] }>(sql`
      select array_agg(user_id) as people from core.notifications
      where company_id = ${company.id} and kind = 'service.mentioned'`),
  )
  expect(row?.people).toEqual([office.people.amy])
})

test('emil of another department can neither read, write, nor see who is writing', async () => {
  await freshTicket()
  const emil = office.as('emil')
  expect((await emil.get(at)).status).toBe(404)
  expect((await emil.get(`${at}/writing`)).status).toBe(404)
  for (const path of ['messages', 'draft', 'state'])
    expect((await emil.post(`${at}/${path}`, { kind: 'answer', text: 'Hello' })).status).toBe(404)
})

test('a state that is none of the company’s is refused in words, one that is shows at once', async () => {
  const id = await freshTicket()
  const page = await pageOf('sun')
  const solved = /<option value="([^"]+)"[^>]*>Solved/.exec(page)?.[1] ?? ''
  await office.as('sun').post(`${at}/state`, { state: office.company })
  expect((await stored(id)).stateType).toBe('new')
  await office.as('sun').post(`${at}/state`, { state: solved })
  expect((await stored(id)).stateType).toBe('solved')
})

const numberOf = async (id: string) => (await stored(id)).values.number

test('two tickets are linked by number and parted again; one out of reach cannot be named', async () => {
  const [first, second] = [await freshTicket(), await freshTicket()]
  const [sun, page] = [office.as('sun'), `/service/tickets/${first}`]
  await sun.post(`${page}/links`, { number: (await numberOf(second)).toLowerCase() })
  expect(await (await sun.get(page)).text()).toContain(`href="/service/tickets/${second}"`)
  const link = /ticket-links\/([^/]+)\/remove/.exec(await pageOf('sun'))?.[1]
  expect((await office.as('emil').post(`/service/ticket-links/${link}/remove`, {})).status).toBe(
    404,
  )
  await sun.post(`/service/ticket-links/${link}/remove`, {})
  expect(await (await sun.get(page)).text()).not.toContain(`href="/service/tickets/${second}"`)
  const amys = await office.inScope('amy', (scope) =>
    openTicket(scope, office.app.product.registry, { subject: 'Secret', channel: 'phone' }),
  )
  await sun.post(`${page}/links`, { number: amys.number })
  expect(await (await sun.get(page)).text()).not.toContain('Secret')
})

test('a merged ticket is closed and leads to the other, which holds every message', async () => {
  const [first, second] = [await freshTicket(), await freshTicket()]
  at = `/service/tickets/${first}`
  await send('sun', { text: 'Only said on the first' })
  const itself = await office.as('sun').post(`${at}/merge`, { number: await numberOf(first) })
  expect(itself.status).toBe(422)
  const number = await numberOf(second)
  const shown = await office.as('sun').post(`${at}/merge`, { number, into: first })
  expect(shown.status).toBe(200)
  expect(await shown.text()).toContain(`Merge into ${number}`)
  expect((await stored(first)).stateType).not.toBe('closed')
  const merged = await office.as('sun').post(`${at}/merge`, {
    ...{ number, into: second, _once: crypto.randomUUID() },
  })
  expect(merged.headers.get('location')).toBe(`/service/tickets/${second}`)
  expect((await stored(first)).stateType).toBe('closed')
  expect(await pageOf('sun')).not.toContain('Only said on the first')
  at = `/service/tickets/${second}`
  expect(await pageOf('sun')).toContain('Only said on the first')
  expect((await stored(second)).firstResponseAt).not.toBeNull()
})

test('a ticket that was merged away says so at its top, leads there, and is answered no more', async () => {
  const [first, second] = [await freshTicket(), await freshTicket()]
  const [away, number] = [`/service/tickets/${first}`, await numberOf(second)]
  const sun = office.as('sun')
  const merge = (path: string, number: string, into: string) =>
    sun.post(`${path}/merge`, { number, into, _once: crypto.randomUUID() })
  await merge(away, number, second)
  at = away
  const page = await pageOf('sun')
  const [, banner = ''] = page.split('data-testid="merged-away"')
  expect(banner.split('</div>')[0]).toContain(`href="/service/tickets/${second}"`)
  expect(banner).toContain(`merged into ${number}`)
  expect(page).not.toContain('data-testid="compose-form"')
  expect(page).not.toContain(`${at}/merge"`)
  const late = await send('sun', { text: 'Written while a colleague merged it' })
  expect(late.status).toBe(422)
  const kept = await late.text()
  for (const words of ['Copy what you wrote', 'Written while a colleague merged it'])
    expect(kept).toContain(words)
  expect((await merge(away, number, second)).headers.get('location')).toBe(
    `/service/tickets/${second}`,
  )
  await freshTicket()
  const behind = await merge(at, await numberOf(first), first)
  expect(behind.status).toBe(422)
  expect(await behind.text()).toContain(`merged into ${number} itself`)
})

test('where nothing can be sent, sun is told so before she writes, and the button promises nothing', async () => {
  const opened = (opening: { channel: 'phone' | 'mail'; fromAddress?: string }) =>
    office.inScope('sun', async (scope) => {
      const about = { subject: 'It rattles', fromName: 'Mary Field', ...opening }
      at = `/service/tickets/${(await openTicket(scope, office.app.product.registry, about)).id}`
    })
  for (const [opening, why] of [
    [{ channel: 'phone' }, 'no e-mail address of the customer is known'],
    [{ channel: 'phone', fromAddress: 'mary@field.example' }, 'did not come by e-mail (Phone)'],
    [{ channel: 'mail', fromAddress: 'mary@field.example' }, 'no mailbox is connected'],
  ] as const) {
    await opened(opening)
    const [, form = ''] = (await pageOf('sun')).split('data-testid="compose-form"')
    const composer = form.split('</form>')[0]
    expect(composer).toContain(why)
    expect(composer).toContain('Note it on the ticket')
    expect(composer).not.toMatch(/Send\s*</)
  }
})

const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(40, 7)])

const sendFile = (who: PersonName, kind: string, name: string, content: string | Buffer) => {
  const form = new FormData()
  for (const [key, value] of Object.entries({ _once: crypto.randomUUID(), kind, text: name }))
    form.set(key, value)
  form.set('file', new File([content as BlobPart], name))
  return office.as(who).post(`${at}/messages`, form)
}

test('a picture with an answer is shown small, other files by name; a page that calls itself a picture is refused', async () => {
  await freshTicket()
  expect((await sendFile('sun', 'answer', 'plan.png', png)).status).toBe(303)
  expect((await sendFile('sun', 'note', 'list.txt', 'one, two')).status).toBe(303)
  expect((await sendFile('sun', 'note', 'x.png', '<svg onload="alert(1)"/>')).status).toBe(422)
  const page = await pageOf('sun')
  const picture = /<img src="(\/files\/[^"]+\/picture)" alt="plan.png"/.exec(page)?.[1] ?? ''
  expect((await office.as('sun').get(picture)).headers.get('content-type')).toBe('image/png')
  expect((await office.as('emil').get(picture)).status).toBe(404)
  const text = /href="(\/files\/[^"]+)" download[^>]*>(?:(?!<\/a>).)*list\.txt/.exec(page)?.[1]
  expect((await office.as('sun').get(`${text}/picture`)).status, 'no picture').toBe(404)
})

test('several files go with one answer; when one of them is not taken, it is named and nothing is kept', async () => {
  await freshTicket()
  const send = (...files: [name: string, content: string | Buffer][]) => {
    const form = new FormData()
    for (const [key, value] of Object.entries({ kind: 'answer', text: 'With files.' }))
      form.set(key, value)
    for (const [name, content] of files) form.append('file', new File([content as BlobPart], name))
    return office.as('sun').post(`${at}/messages`, form)
  }
  const refused = await send(['plan.png', png], ['x.png', '<svg onload="alert(1)"/>'])
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('“x.png”: ')
  expect(await pageOf('sun')).not.toMatch(/plan\.png|With files/)
  const many = Array.from({ length: 21 }, (_, at) => [`${at}.txt`, 'one'] as [string, string])
  expect((await send(...many)).status).toBe(422)
  expect((await send(['plan.png', png], ['list.txt', 'one, two'])).status).toBe(303)
  const [said = ''] = (await pageOf('sun')).split('data-testid="conversation"').slice(1)
  for (const name of ['plan.png', 'list.txt']) expect(said).toContain(name)
})

test('files go along into the other ticket, with their line in its history', async () => {
  const [first, second] = [await freshTicket(), await freshTicket()]
  at = `/service/tickets/${first}`
  await sendFile('sun', 'answer', 'plan.png', png)
  await office.as('sun').post(`${at}/merge`, {
    ...{ number: await numberOf(second), into: second, _once: crypto.randomUUID() },
  })
  expect(await pageOf('sun')).not.toContain('plan.png')
  at = `/service/tickets/${second}`
  const page = await pageOf('sun')
  expect(page.split('data-testid="files"')[1]).toContain('plan.png')
  expect(page).toContain('attached plan.png')
  const file = /action="(\/files\/[^"]+\/remove)"/.exec(page)?.[1] ?? ''
  expect((await office.as('sun').post(file)).headers.get('location')).toBe(at)
  expect(await pageOf('sun')).toContain('attached plan.png, which was removed later')
})

test('a message that is split off keeps its files, and so does the ticket it was part of', async () => {
  await freshTicket()
  await sendFile('sun', 'customer', 'plan.png', png)
  const message = /messages\/([^/"]+)\/split"/.exec(await pageOf('sun'))?.[1] ?? ''
  const made = await office.as('sun').post(`/service/messages/${message}/split`, {
    ...{ subject: 'The plan', _once: crypto.randomUUID() },
  })
  const before = at
  at = made.headers.get('location') ?? ''
  const [old, own] = [
    await (await office.as('sun').get(before)).text(),
    await (await office.as('sun').get(at)).text(),
  ].map((page) => /<img src="(\/files\/[^"]+\/picture)" alt="plan.png"/.exec(page)?.[1] ?? '')
  expect(own).not.toBe(old)
  for (const picture of [old, own])
    expect((await office.as('sun').get(picture ?? '')).status).toBe(200)
  await office.as('sun').post(`${old?.replace('/picture', '')}/remove`)
  expect((await office.as('sun').get(own ?? '')).status, 'its own copy stays').toBe(200)
})

test('a message becomes a ticket of its own, once, for the same requester', async () => {
  const id = await freshTicket()
  const message = /messages\/([^/"]+)\/split"/.exec(await pageOf('sun'))?.[1] ?? ''
  const [form, split] = [
    { subject: 'And the invoice?', _once: crypto.randomUUID() },
    `/service/messages/${message}/split`,
  ]
  const [one, two] = [
    await office.as('sun').post(split, form),
    await office.as('sun').post(split, form),
  ]
  expect(one?.headers.get('location')).toBe(two?.headers.get('location'))
  const made = await stored(one?.headers.get('location')?.split('/').at(-1) ?? '')
  expect(made.values).toMatchObject({ name: 'And the invoice?', fromAddress: 'mary@field.example' })
  expect(made.id).not.toBe(id)
  expect((await office.as('sun').get(split)).status).toBe(200)
  expect((await office.as('emil').get(split)).status).toBe(404)
})

test('what is to be seen to is ticked off by name, and by nobody who cannot change the ticket', async () => {
  await freshTicket()
  const sun = office.as('sun')
  const twice = { text: 'Call back', _once: crypto.randomUUID() }
  for (const _ of [1, 2]) await sun.post(`${at}/checklist`, twice)
  const line = /checkpoints\/([^/]+)\/done/.exec(await pageOf('sun'))?.[1]
  expect((await office.as('emil').post(`/service/checkpoints/${line}/done`, {})).status).toBe(404)
  await sun.post(`/service/checkpoints/${line}/done`, {})
  expect(await pageOf('amy')).toContain('1/1')
  await sun.post(`/service/checkpoints/${line}/open`, {})
  expect(await pageOf('amy')).toContain('0/1')
  await sun.post(`/service/checkpoints/${line}/remove`, {})
  expect(await pageOf('amy')).not.toContain('Call back')
})

test('a ticket is found by the words of its conversation, in Chinese too, and not by who may not see it', async () => {
  await freshTicket()
  await send('sun', { kind: 'customer', text: '上周订的压辊还没收到，仓库说已发出' })
  const id = at.split('/').at(-1) ?? ''
  const found = async (who: PersonName, words: string) =>
    (await office.as(who).get(`/search?q=${encodeURIComponent(words)}`)).text()
  expect(await found('sun', '压辊')).toContain(id)
  expect(await found('sun', '仓库说已发')).toContain(id)
  expect(await found('sun', '压力')).not.toContain(id)
  expect(await found('emil', '压辊')).not.toContain(id)
})
