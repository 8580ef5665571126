import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Office } from '../../setup/office.ts'
import { query } from '../../setup/query.ts'
import { openServiceOffice } from './service-office.ts'

let office: Office
let page: string
beforeAll(async () => {
  office = await openServiceOffice()
  const made = await office.as('amy').post('/service/web-forms', {
    ...{ name: '联系我们', language: 'zh-CN', consent: '我同意用于答复' },
    ...{ intro: '', thanks: '', department: office.departments.service },
  })
  const html = await (await office.as('amy').get(made.headers.get('location') ?? '')).text()
  page = /\/portal\/forms\/[\w-]{22}/.exec(html)?.[0] ?? ''
})
afterAll(() => office?.close())

const tickets = () =>
  query(
    office,
    (sql) => sql`
    select name, channel, from_name, from_address, department_id, owner_id from service.tickets order by id`,
  )
const entries = () => query(office, (sql) => sql`select consent from service.form_entries`)
const typed = {
  ...{ name: '张三', email: 'Zhang@Customer.example', subject: '发货', text: '什么时候发货？' },
  ...{ agree: 'yes', _once: 'a6f5b5a2-8a0c-4ad5-9a3a-1b2c3d4e5f60' },
}

test('a stranger sees the form in its language, and needs to sign in nowhere', async () => {
  const answer = await office.stranger().get(page)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('我同意用于答复')
  expect((await office.stranger().get('/portal/forms/no-such-form')).status).toBe(404)
  expect((await office.as('sun').get('/service/web-forms')).status).toBe(404)
})

test('what was sent in twice is one ticket of the department’s, with the words agreed to', async () => {
  for (let copy = 0; copy < 2; copy++) {
    const answer = await office.stranger().post(page, typed)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('工单号')
  }
  expect(await tickets()).toEqual([
    {
      ...{ name: '发货', channel: 'form', from_name: '张三', owner_id: null },
      ...{ from_address: 'zhang@customer.example', department_id: office.departments.service },
    },
  ])
  expect(await entries()).toEqual([{ consent: '我同意用于答复' }])
})

test('without consent, or with a wrong address, nothing is kept and what was typed stays', async () => {
  const answer = await office
    .stranger()
    .post(page, { ...typed, agree: '', email: 'nonsense', _once: '' })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('请勾选同意')
  expect(html).toContain('什么时候发货？')
  expect(await tickets()).toHaveLength(1)
})

test('a program that fills in what nobody sees is thanked, and leaves nothing', async () => {
  const answer = await office
    .stranger()
    .post(page, { ...typed, website: 'https://spam.example', _once: '' })
  expect(answer.status).toBe(200)
  expect(await tickets()).toHaveLength(1)
})

test('who sends too much waits, and a closed form takes nothing', async () => {
  const statuses = []
  for (let at = 0; at < 6; at++)
    statuses.push((await office.stranger().post(page, { ...typed, _once: '' })).status)
  expect(statuses.at(-1)).toBe(429)
  const [form] = await query(office, (sql) => sql`select id from service.web_forms`)
  await office.as('amy').post(`/service/web-forms/${form?.id}/close`)
  const count = (await tickets()).length
  expect((await office.stranger().post(page, { ...typed, _once: '' })).status).toBe(410)
  expect(await tickets()).toHaveLength(count)
})
