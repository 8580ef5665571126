import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { disablePerson, enablePerson } from '../../../core/access/change-person.ts'
import { begin, ended } from '../../core/transfer/warehouse.ts'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice } from './contacts-office.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice({ locale: 'zh-CN' })
})
afterAll(() => office?.close())

const bring = async (rows: string[], kind = 'accounts') =>
  ended(office, await begin(office.as('amy'), kind, rows.join('\n')))

const stored = (name: string) =>
  office.inScope('amy', async ({ db, company }) => {
    const [row] = await db.execute<{ id: string; by: string | null; at: Date; changed: Date }>(sql`
      select id, created_by as by, created_at as at, updated_at as changed from contacts.accounts
      where company_id = ${company.id} and name = ${name}`)
    return row
  })

const page = async (name: string) =>
  (await office.as('amy').get(`/contacts/accounts/${(await stored(name))?.id}`)).text()

test('a record keeps when it was made and changed, in whichever form the file writes it', async () => {
  const rows = [
    '客户名称,创建时间,修改时间',
    'Iso,2019-03-02 14:05,2021-06-01T08:00:00Z',
    'Han,2019年3月2日,2021/6/1 9:30:15',
    'Plain,,',
  ]
  expect(await bring(rows)).toMatchObject({ created: 3, rejected: 0 })
  expect(await stored('Iso')).toMatchObject({
    at: new Date('2019-03-02T06:05:00Z'),
    changed: new Date('2021-06-01T08:00:00Z'),
  })
  expect(await stored('Han')).toMatchObject({
    at: new Date('2019-03-01T16:00:00Z'),
    changed: new Date('2021-06-01T01:30:15Z'),
  })
  expect(await page('Iso')).toContain('原创建于2019年3月2日')
  expect(await page('Plain')).toContain('导入了这条记录')
  expect(await page('Plain')).not.toContain('原创建')
})

test('an author is the colleague of that e-mail or name, even one who has left; a stranger stays in the history', async () => {
  await office.inScope('amy', (scope) => disablePerson(scope, office.people.emil))
  const rows = [
    'Name,Created on,Created by',
    'By mail,2019-03-02,lin@harbour.example',
    'By name,2019-03-02,林岚',
    'By one who left,2019-03-02,emil@harbour.example',
    'By a stranger,2019-03-02,张三',
  ]
  expect(await bring(rows)).toMatchObject({ created: 4, rejected: 0 })
  await office.inScope('amy', (scope) => enablePerson(scope, office.people.emil))
  const { lin, emil } = office.people
  for (const [name, by] of [
    ['By mail', lin],
    ['By name', lin],
    ['By one who left', emil],
    ['By a stranger', null],
  ] as const)
    expect(await stored(name), name).toMatchObject({ by })
  expect(await page('By a stranger')).toContain('原由张三创建于2019年3月2日')
  expect(await page('By mail')).toContain('原由林岚创建于2019年3月2日')
})

test('nothing comes from the future, and a record that is there keeps its own dates', async () => {
  const next = new Date().getFullYear() + 1
  expect(await bring(['Name,Created on', `Tomorrow,${next}-05-05`])).toMatchObject({
    created: 0,
    rejected: 1,
  })
  await bring(['Name,Created on', 'Known,2019-03-02'])
  expect(await bring(['Name,Created on', 'Known,2010-01-01'])).toMatchObject({
    updated: 0,
    skipped: 1,
  })
  expect(await stored('Known')).toMatchObject({ at: new Date('2019-03-01T16:00:00Z') })
})

test('contacts keep theirs too, and an export names author and dates as a file brings them', async () => {
  await bring(['姓名,创建时间,创建人', '王伟,2018-01-01 10:00,李四'], 'contacts')
  const file = await office.as('amy').post('/export/contacts', { filters: '', format: 'csv' })
  const text = await file.text()
  const [header = '', row = ''] = text.split('\r\n')
  expect(header).toContain('创建时间,创建人,更新时间')
  expect(row).toContain('2018-01-01 10:00:00,李四,2018-01-01 10:00:00')
  expect(await bring([text], 'contacts')).toMatchObject({ created: 0, updated: 0, skipped: 1 })
})
