import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../core/db/id.ts'
import { keysOf } from '../../../core/records/keys.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { accounts } from '../../../modules/contacts/schema.ts'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice } from './contacts-office.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice({ locale: 'zh-CN' })
  await office.inScope('amy', (scope) =>
    scope.db.execute(sql`
      update core.users set locale = 'zh-CN' where company_id = ${scope.company.id}`),
  )
})
afterAll(() => office?.close())

const list = '/contacts/accounts'
const read = async (path: string) => (await office.as('emil').get(path)).text()

test('what is wrong with a field is said without its name twice, with a cure that fits it', async () => {
  const wrong = { name: '星河', creditCode: '91310000MA1FL0A12Y', foundedYear: '前年' }
  const answer = await office.as('emil').post(list, wrong)
  const text = await answer.text()
  expect(answer.status).toBe(422)
  expect(text).toContain('统一社会信用代码：')
  expect(text).not.toContain('统一社会信用代码：统一社会信用代码')
  expect(text).toContain('成立年份：这不是年份，请填写四位数字，例如 2008。')
  expect(text).not.toContain('1.2万')
})

test('the stock code, the day of listing and the revenue can be columns of the list', async () => {
  const form = {
    name: '平安银行',
    stockCode: '000001.SZ',
    listedOn: '1991-04-03',
    foundedYear: '1987',
    revenue: '1.2亿',
  }
  expect((await office.as('emil').post(list, form)).status).toBe(303)
  expect(await read(list)).not.toContain('000001.SZ')
  const column = ['stockCode', 'listedOn', 'foundedYear', 'revenue']
  await office.as('emil').post(`${list}/columns`, { column, order: column })
  const text = await read(list)
  for (const shown of ['000001.SZ', '1991-04-03', '1987', '¥120,000,000.00'])
    expect(text).toContain(shown)
})

test('numbers on Today are grouped, and a record tells its days in one way', async () => {
  await office.inScope('amy', (scope) =>
    insertMany(
      scope,
      accounts,
      Array.from({ length: 1_234 }, (_, at) => {
        const name = `Firm ${at}`
        return { id: newId(), name, ...keysOf(name, []) }
      }),
    ),
  )
  expect(await read('/')).toMatch(/1,234 个客户还没有负责人/)
  const [, path = ''] =
    /href="(\/contacts\/accounts\/[0-9a-f-]{36})"/.exec(await read(`${list}?q=平安银行`)) ?? []
  const page = await read(path)
  expect(page).toContain('1991年4月3日')
  expect(page).toMatch(/创建时间<\/dt><dd[^>]*>\d{4}年\d+月\d+日/)
})
