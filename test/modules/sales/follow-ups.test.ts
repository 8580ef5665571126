import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Office } from '../../setup/office.ts'
import { importText, undoImport } from './importing.ts'
import { openSalesOffice } from './sales-office.ts'

let office: Office
beforeAll(async () => {
  office = await openSalesOffice()
  await importText(office, 'accounts', 'Name\nAcme\nBolt\n')
  await importText(
    office,
    'contacts',
    'Name,E-mail,Account\nAda,ada@acme.example,Acme\nAda,ada@bolt.example,Bolt\nBen,,Bolt\n',
  )
  await importText(office, 'leads', 'Name\nCrane\n')
  await importText(office, 'deals', 'Reference,Name,Account\nD-1,Line,Acme\nD-2,Line,Bolt\n')
})
afterAll(() => office?.close())

const head = 'Account,Contact,Lead,Deal,When,How,What happened,Who,Where\n'
const told = [
  'Acme,,,,2026-03-02 10:05,Visit,Saw the line,,Leeds',
  'Bolt,Ada,,,2026/3/3,Call,Asked for a price,lin@harbour.example,',
  ',Ben,,,2026-03-04 09:00:30,E-mail,Sent the price,,',
  ',,Crane,,2026-03-05,,Left a card,,',
  'Acme,,,Line,2026-03-06,Meeting,Agreed on the line,emil@harbour.example,',
  ',,,D-2,2026-03-07,Chat,Asked when,,',
]

const rows = () =>
  office.inScope('amy', async ({ db }) => [
    ...(await db.execute<{ body: string }>(sql`
      select a.object, a.kind, a.body, a.place, u.name as who,
        coalesce(c.name, d.reference, l.name, p.email) as about
      from contacts.activities a join core.users u on u.id = a.owner_id
      left join contacts.accounts c on c.id = a.record_id
      left join contacts.people p on p.id = a.record_id
      left join sales.deals d on d.id = a.record_id left join sales.leads l on l.id = a.record_id
      where a.archived_at is null order by a.happened_at`)),
  ])

test('follow-ups come in on whatever they were about; what cannot be told is handed back', async () => {
  const { created, rejected } = await importText(
    office,
    'follow-ups',
    `${head}${told.join('\n')}\n${[
      ',Ada,,,2026-03-03,Call,Which of them,,',
      'Nobody,,,,2026-03-03,Call,Out of reach,,',
      ',,,,2026-03-03,Call,About nothing,,',
      'Acme,,,,2999-03-03,Call,To come,,',
      'Acme,,,,2026-03-03,Call,By a stranger,xu@nowhere.example,',
    ].join('\n')}\n`,
  )
  expect({ created, rejected }).toEqual({ created: 6, rejected: 5 })
  const names = { lin: 'lin', emil: 'emil' } as Record<string, string>
  for (const name of ['lin', 'emil'] as const)
    names[name] = await office.inScope(name, async ({ user }) => user.name)
  expect(await rows()).toMatchObject([
    { object: 'contacts.account', kind: 'visit', place: 'Leeds', about: 'Acme', who: names.lin },
    { object: 'contacts.person', kind: 'call', about: 'ada@bolt.example', who: names.lin },
    { object: 'contacts.person', kind: 'mail', body: 'Sent the price' },
    { object: 'sales.lead', kind: 'other', about: 'Crane' },
    { object: 'sales.deal', kind: 'meeting', about: 'D-1', who: names.emil },
    { object: 'sales.deal', kind: 'chat', about: 'D-2', who: names.lin },
  ])
  const again = await importText(office, 'follow-ups', `${head}${told.join('\n')}\n`)
  expect({ created: again.created, skipped: again.skipped }).toEqual({ created: 0, skipped: 6 })
})

test('leads and deals are found by what was written when they were followed up', async () => {
  for (const [query, title, name] of [
    ['left a card', 'Follow-ups on leads', 'Crane'],
    ['agreed on', 'Follow-ups on deals', 'Line'],
  ] as const) {
    const page = await (await office.as('amy').get(`/search?q=${query}`)).text()
    for (const words of [title, name]) expect(page, query).toContain(words)
  }
})

test('what goes out comes in again and changes nothing', async () => {
  const before = await rows()
  const answer = await office.as('lin').post('/export/follow-ups', { format: 'csv' })
  const file = await answer.text()
  expect(file).toContain('Saw the line')
  const { created, skipped, rejected } = await importText(office, 'follow-ups', file)
  // Of two deals with one name the account tells which.
  expect({ created, skipped, rejected }).toEqual({ created: 0, skipped: 6, rejected: 0 })
  expect(await rows()).toEqual(before)
})

test('the figure of a person in the report opens just the follow-ups that it counts', async () => {
  const lin = office.as('lin')
  const report = await (
    await lin.get('/sales/reports/activity?span=own&from=2026-03-03&to=2026-03-31')
  ).text()
  const href = /href="(\/sales\/follow-ups[^"]*)">4</.exec(report)?.[1]?.replaceAll('&amp;', '&')
  expect(href).toBeDefined()
  const list = await (await lin.get(String(href))).text()
  for (const text of ['Asked for a price', 'Sent the price', 'Left a card', 'Asked when'])
    expect(list).toContain(text)
  for (const text of ['Saw the line', 'Agreed on the line']) expect(list).not.toContain(text)
  const targets = await (await lin.get('/sales/targets?measure=activities&year=2026')).text()
  const period = '2026-01-01..2026-03-31'
  expect(targets).toContain(
    `href="/sales/follow-ups?whose=${office.people.emil}&amp;period=${period}">1 /`,
  )
  const his = await lin.get(`/sales/follow-ups?owner=${office.people.emil}&period=${period}`)
  expect((await his.text()).match(/data-testid="row"/g)).toHaveLength(1)
  expect(await (await lin.get('/sales/follow-ups?state=visit')).text()).toContain('Saw the line')
  expect(await (await lin.get('/sales/follow-ups?q=nothing')).text()).toContain('No follow-up fits')
})

test('of a follow-up on a record out of reach its author reads nothing and no word finds it', async () => {
  const emil = office.as('emil')
  const page = await (await emil.get('/sales/follow-ups')).text()
  const [deal] = await office.inScope('amy', async ({ db }) =>
    db.execute<{ owner: string | null }>(
      sql`select owner_id as owner from sales.deals where reference = 'D-1'`,
    ),
  )
  expect(deal?.owner).toBeNull()
  expect(page).not.toContain('Saw the line')
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update sales.deals set owner_id = ${office.people.lin},
      department_id = (select department_id from core.users where id = ${office.people.lin})
      where reference = 'D-1'`),
  )
  const now = await (await emil.get('/sales/follow-ups')).text()
  expect(now).not.toContain('Agreed on the line')
  expect(await (await emil.get('/sales/follow-ups?q=Agreed')).text()).toContain('No follow-up fits')
  expect((await emil.get('/export/follow-ups')).status).toBe(404)
  const { rejected } = await importText(
    office,
    'follow-ups',
    `${head},,,D-1,2026-04-01,Call,Mine now,,\n`,
    'emil',
  )
  expect(rejected).toBe(1)
})

test('undone, an import takes its follow-ups out of the timelines, but for what is talked about', async () => {
  const before = await rows()
  const { id } = await importText(
    office,
    'follow-ups',
    `${head}Acme,,,,2026-05-01,Call,To be undone,,\nAcme,,,,2026-05-02,Call,Talked about,,\n`,
  )
  const lin = office.as('lin')
  const [kept] = await office.inScope('amy', async ({ db }) =>
    db.execute<{ id: string; record: string }>(sql`
      select id, record_id as record from contacts.activities where body = 'Talked about'`),
  )
  const page = () => lin.get(`/contacts/accounts/${kept?.record}`).then((answer) => answer.text())
  expect(await page()).toContain('To be undone')
  await lin.post(`/contacts/activities/${kept?.id}/comments`, { body: 'Well done' })
  expect(await undoImport(office, id)).toMatchObject({ removed: 1, restored: 0, left: 1 })
  expect(await page()).not.toContain('To be undone')
  expect((await rows()).map(({ body }) => body)).toEqual([
    ...before.map(({ body }) => body),
    'Talked about',
  ])
})
