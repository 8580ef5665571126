import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../setup/office.ts'
import { hiddenOf } from '../../setup/page.ts'
import { query } from '../../setup/query.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const path = '/admin/people/several'
const count = async () =>
  Number((await query(office, (sql) => sql`select count(*) from core.users`))[0]?.count)

test('every line is checked before anybody is added, and then the good ones are, each with a link', async () => {
  const amy = office.as('amy')
  const before = await count()
  const lines = [
    '张梅，mei@harbour.example，销售部',
    'Wang Lei\t138 1234 5678\tservice',
    '李四，不是邮箱，销售部',
    '赵六，zhao@harbour.example，没有这个部门',
    '双双，MEI@harbour.example，销售部',
    '林二，lin@harbour.example，销售部',
    '',
    '只有名字',
  ].join('\n')
  const checked = await amy.post(path, { lines })
  expect(checked.status).toBe(200)
  const page = await checked.text()
  for (const sentence of [
    '2 good, 5 to correct',
    '“不是邮箱” is neither an e-mail address nor a phone number',
    'There is no department “没有这个部门”',
    'Line 1 has the same address',
    '林岚 has this e-mail address already',
    'Give an e-mail address or a phone number',
  ])
    expect(page).toContain(sentence)
  expect(await count()).toBe(before)
  const form = { lines, do: 'add', _once: hiddenOf(page, '_once') }
  const added = await amy.post(path, form)
  expect(added.status).toBe(303)
  const shown = added.headers.get('location') ?? ''
  const linksFor = async (who: typeof amy) => {
    const page = await (await who.get(shown)).text()
    return [...new Set(page.match(/\/welcome\/[\w-]{43}/g))]
  }
  const links = await linksFor(amy)
  expect(links).toHaveLength(2)
  expect(await count()).toBe(before + 2)
  expect((await office.stranger().get(links[0] ?? '')).status).toBe(200)
  const again = await amy.post(path, form)
  expect([again.status, again.headers.get('location')]).toEqual([303, shown])
  expect(await count()).toBe(before + 2)
  expect(await linksFor(amy), 'going back shows them again').toEqual(links)
  await office.stranger().post(links[0] ?? '', { password: 'eleven wet umbrellas in a hall' })
  expect(await linksFor(amy), 'a link that was used is shown no more').toEqual(links.slice(1))
  expect((await office.as('lin').get(shown)).status, 'nor to anybody else').toBe(404)
})

test('nothing and too much are refused with a sentence', async () => {
  const amy = office.as('amy')
  expect((await amy.post(path, { lines: ' \n ' })).status).toBe(422)
  const many = Array.from({ length: 201 }, (_, at) => `N${at},n${at}@harbour.example,sales`)
  const answer = await amy.post(path, { lines: many.join('\n') })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Add at most 200 people')
})
