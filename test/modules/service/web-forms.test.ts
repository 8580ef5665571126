import { afterAll, beforeAll, expect, test } from 'vitest'
import { webFormText } from '../../../modules/service/webforms/messages.ts'
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

/** Makes a form with the words of consent that we propose. @returns its address */
async function usualForm(): Promise<string> {
  const made = await office.as('amy').post('/service/web-forms', {
    ...{ name: '售后服务', language: 'zh-CN', consent: webFormText('zh-CN').consentUsual },
    ...{ intro: '请写明型号。', thanks: '', department: '' },
  })
  const html = await (await office.as('amy').get(made.headers.get('location') ?? '')).text()
  return /\/portal\/forms\/[\w-]{22}/.exec(html)?.[0] ?? ''
}

test('mary chooses English: all that the company did not write itself is English, and she agrees to what she read', async () => {
  const [form, mary] = [await usualForm(), office.stranger()]
  expect(await (await mary.get(form)).text(), 'as it was made').toMatch(
    /<html lang="zh-CN"[\s\S]*提交/,
  )
  const english = await (await mary.get(`${form}?lang=en`)).text()
  const { consentUsual, visitor } = webFormText('en')
  for (const words of [consentUsual, visitor.yourName, visitor.emailHint, visitor.agree])
    expect(english).toContain(words)
  expect(english).toMatch(/<html lang="en"/)
  expect(english).toMatch(/<h1 lang="zh-CN">售后服务/)
  expect(english).toContain('请写明型号。')
  const [, own = ''] = english.split('请写明型号。')
  expect(own.split('<footer>')[0], 'nothing else is Chinese').not.toMatch(/\p{Script=Han}/u)
  const action = /action="([^"]+)"/.exec(english)?.[1] ?? ''
  const refused = await office.stranger().post(action, { ...typed, agree: '', _once: '' })
  expect(await refused.text(), 'without a cookie too').toContain(visitor.mustAgree)
  const sent = await mary.post(action, { ...typed, _once: crypto.randomUUID() })
  expect(await sent.text()).toContain(visitor.thanks)
  expect((await entries()).at(-1)).toEqual({ consent: consentUsual })
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
