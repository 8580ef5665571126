import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordAudit } from '../../../core/records/audit.ts'
import { type Office, openOffice } from '../../setup/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await office.inScope('emil', async (scope) => {
    for (let n = 1; n <= 120; n++)
      await recordAudit(scope, {
        action: 'changed',
        object: 'boats.boat',
        recordId: `boat-${n}`,
        before: { name: `Boat ${n}` },
        after: { name: `<b>Boat ${n}!</b>` },
      })
  })
})
afterAll(() => office.close())

const rowsOf = (page: string) =>
  [...page.matchAll(/\/admin\/audit\/([0-9a-f-]{36})/g)].map((m) => m[1])

test('the whole trail can be paged through, each entry once, newest first', async () => {
  const amy = office.as('amy')
  const seen: (string | undefined)[] = []
  for (let at: string | undefined = '/admin/audit?object=boats.boat'; at; ) {
    const page: string = await (await amy.get(at)).text()
    seen.push(...rowsOf(page))
    const next: string | undefined = /<a[^>]*href="([^"]+)"[^>]*rel="next"/.exec(page)?.[1]
    at = next?.replaceAll('&amp;', '&')
  }
  expect(new Set(seen).size).toBe(120)
  expect(seen).toEqual([...seen].sort().reverse())
})

test('person, object, action, days and words narrow it', async () => {
  const amy = office.as('amy')
  const total = async (query: string) => {
    const page = await (await amy.get(`/admin/audit?${query}`)).text()
    return Number(/data-testid="total"[^>]*>\s*(\d+)/.exec(page)?.[1] ?? 0)
  }
  expect(await total(`person=${office.people.emil}`)).toBe(120)
  expect(await total(`person=${office.people.sun}`)).toBe(0)
  expect(await total('object=boats.boat&action=changed')).toBe(120)
  expect(await total('object=boats.boat&action=created')).toBe(0)
  expect(await total('object=boats.boat&record=boat-7')).toBe(1)
  expect(await total('object=boats.boat&q=boat%20120')).toBe(1)
  expect(await total('object=boats.boat&to=2020-01-01')).toBe(0)
  expect(await total('object=boats.boat&from=2020年1月1日')).toBe(120)
  expect(await total("object=boats.boat&q=%25'%5C%00&person=x&before=y&from=z")).toBe(0)
})

test('one entry tells before and after, and what was typed stays text', async () => {
  const amy = office.as('amy')
  const list = await (await amy.get('/admin/audit?record=boat-7')).text()
  const page = await (await amy.get(`/admin/audit/${rowsOf(list)[0]}`)).text()
  expect(page).toContain('Boat 7')
  expect(page).toContain('&lt;b&gt;Boat 7!&lt;/b&gt;')
  expect(page).not.toContain('<b>Boat')
})

test('a title in several languages is read in the reader’s, else in the other; never as it is stored', async () => {
  const told = (title: object, before: object | undefined = undefined) =>
    office.inScope('emil', (scope) =>
      recordAudit(scope, {
        ...{ action: 'changed', object: 'boats.tour', recordId: Object.keys(title).join('-') },
        ...(before ? { before: { title: before } } : {}),
        after: { title },
      }),
    )
  await told({ 'zh-CN': '找到公海' })
  await told({ 'zh-CN': '分配线索', en: 'Hand out leads' }, { 'zh-CN': '线索', en: 'Leads' })
  const list = await (await office.as('amy').get('/admin/audit?object=boats.tour')).text()
  expect(list).toContain('找到公海')
  expect(list).toContain('Hand out leads')
  expect(list).not.toContain('分配线索')
  const pages = await Promise.all(
    rowsOf(list).map(async (id) => (await office.as('amy').get(`/admin/audit/${id}`)).text()),
  )
  for (const page of [list, ...pages]) expect(page).not.toMatch(/\{(&quot;|")zh-CN/)
  expect(pages.join()).toContain('Leads')
})

test('another company’s entry is as little there as one that never was', async () => {
  const valley = await office.another()
  const page = await (await valley.as('amy').get('/admin/audit')).text()
  expect(page).not.toContain('boat-')
  const list = await (await office.as('amy').get('/admin/audit?record=boat-7')).text()
  expect((await valley.as('amy').get(`/admin/audit/${rowsOf(list)[0]}`)).status).toBe(404)
})

test('it cannot be written to, and only who may read it finds it', async () => {
  expect((await office.as('amy').post('/admin/audit')).status).toBe(404)
  expect((await office.as('emil').get('/admin/audit')).status).toBe(404)
  await expect(
    office.inScope('amy', ({ db }) => db.execute('delete from core.audit')),
  ).rejects.toThrow()
})
