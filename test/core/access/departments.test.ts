import { afterAll, beforeAll, expect, test } from 'vitest'
import { departmentKey } from '../../../core/access/department-key.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { fieldsOf } from '../../setup/page.ts'
import { query } from '../../setup/query.ts'
import type { Visitor } from '../../setup/visitor.ts'

let office: Office
let amy: Visitor
beforeAll(async () => {
  office = await openOffice()
  amy = office.as('amy')
})
afterAll(() => office.close())

const list = '/admin/departments'

const row = async (id: string) =>
  (
    await query<Record<string, unknown>>(
      office,
      (sql) => sql`select * from core.departments where id = ${id}`,
    )
  )[0] ?? {}

const change = async (id: string, fields: Record<string, string>) => {
  const now = await row(id)
  const form = { name: String(now.name), parent: String(now.parent_id ?? ''), ...fields }
  return amy.post(`${list}/${id}`, { version: String(now.version), ...form })
}

test.each([
  ['华北二组', 'huabeierzu'],
  ['华东 2 组', 'huadong-2-zu'],
  ['After Sales', 'after-sales'],
  ['Ventes à l’étranger', 'ventes-a-l-etranger'],
  ['🦩', 'department'],
  ['销售部', 'xiaoshoubu-2'],
])('the department %s is called %s when nobody says otherwise', (name, key) => {
  expect(departmentKey(name, ['xiaoshoubu'])).toBe(key)
})

test('amy adds a department under another, and its people count for both', async () => {
  const form = { name: '华北组', key: '', parent: office.departments.sales }
  expect((await amy.post(list, form)).status).toBe(303)
  const page = await (await amy.get(list)).text()
  expect(page).toContain('huabeizu')
  expect(page).toMatch(/销售部.*?<code>sales<\/code>/s)
})

test.each([
  [{ name: '', key: 'x' }, 'Fill in “Name”'],
  [{ name: 'X', key: 'no spaces' }, 'A key has small letters'],
  [{ name: 'X', key: 'sales' }, 'The key “sales” is in use'],
  [{ name: ' 销售部 ', key: 'sales-2' }, 'There is a department “销售部” in the same place'],
  [{ name: 'X', parent: '0198c0de-0000-7000-8000-000000000000' }, 'Choose a department'],
])('a department like %j is refused: %s', async (form, sentence) => {
  const answer = await amy.post(list, form)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(sentence)
})

test('a department of another company is no parent here', async () => {
  const valley = await office.another()
  const form = { name: 'X', parent: valley.departments.sales }
  expect((await amy.post(list, form)).status).toBe(422)
  expect(
    (await change(office.departments.service, { parent: valley.departments.sales })).status,
  ).toBe(422)
  expect((await amy.get(`${list}/${valley.departments.sales}`)).status).toBe(404)
})

test('sales cannot be placed below itself or below its own East', async () => {
  for (const parent of [office.departments.sales, office.departments.east]) {
    const answer = await change(office.departments.sales, { parent })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('cannot be placed below itself')
  }
  expect((await row(office.departments.sales)).parent_id).toBeNull()
})

test('of two moves at once that would close a circle, one is refused', async () => {
  const { service, production } = office.departments
  const answers = await Promise.all([
    change(service, { parent: production }),
    change(production, { parent: service }),
  ])
  expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422])
  for (const id of [service, production]) await change(id, { parent: '' })
})

test('a new name keeps the key and whatever else was posted', async () => {
  const now = await row(office.departments.service)
  const poison = Object.fromEntries(Object.keys(now).map((column) => [column, 'poison']))
  const form = { ...poison, name: '售后部', parent: '', version: String(now.version) }
  expect((await amy.post(`${list}/${office.departments.service}`, form)).status).toBe(303)
  const after = await row(office.departments.service)
  const changed = Object.keys(after).filter(
    (key) => key !== 'updated_at' && String(after[key]) !== String(now[key]),
  )
  expect(changed.sort()).toEqual(['name', 'version'])
})

test('who saves a department late sees both sides', async () => {
  const { east } = office.departments
  const form = fieldsOf(await (await amy.get(`${list}/${east}`)).text())
  const fields = { ...form, parent: office.departments.sales }
  expect((await amy.post(`${list}/${east}`, { ...fields, name: '华东一组' })).status).toBe(303)
  const late = await amy.post(`${list}/${east}`, { ...fields, name: '华东大区' })
  expect(late.status).toBe(409)
  const page = await late.text()
  expect(page).toContain('华东一组')
  expect(page).toContain('华东大区')
  expect((await row(east)).name).toBe('华东一组')
})

test('a department with people or others in it is not archived; an empty one is, and comes back', async () => {
  const { service, east, sales } = office.departments
  for (const id of [service, sales]) {
    const answer = await amy.post(`${list}/${id}/archive`)
    expect(answer.headers.get('location')).toBe(`${list}/${id}`)
    expect((await row(id)).archived_at).toBeNull()
  }
  expect(await (await amy.get(`${list}/${sales}`)).text()).toContain('people still work in 销售部')
  await amy.post(`${list}/${east}/archive`)
  expect((await row(east)).archived_at).not.toBeNull()
  expect((await amy.get(`${list}/${east}`)).status).toBe(404)
  const choices = await (await amy.get('/admin/people/new')).text()
  expect(choices).not.toContain(east)
  expect((await amy.post(`${list}/${east}/restore`)).status).toBe(303)
  expect((await row(east)).archived_at).toBeNull()
})

test('an archived department whose name another has taken since waits until that one is renamed', async () => {
  const make = async () =>
    expect((await amy.post(list, { name: '渠道部', key: '' })).status).toBe(303)
  const named = () =>
    query<{ id: string; archived_at: Date | null }>(
      office,
      (sql) => sql`
        select id, archived_at from core.departments where name = '渠道部' order by created_at`,
    )
  await make()
  const old = (await named())[0]?.id ?? ''
  await amy.post(`${list}/${old}/archive`)
  await make()
  await amy.post(`${list}/${old}/restore`)
  expect((await named())[0]?.archived_at).not.toBeNull()
  expect(await (await amy.get(list)).text()).toContain('“渠道部” stays archived')
  await change((await named())[1]?.id ?? '', { name: '直销部' })
  await amy.post(`${list}/${old}/restore`)
  expect(await named()).toEqual([{ id: old, archived_at: null }])
})

test('the same form sent twice makes one department', async () => {
  const once = fieldsOf(await (await amy.get(`${list}/new`)).text())._once ?? ''
  const form = { name: '双胞胎', key: 'twins', _once: once }
  const answers = await Promise.all([amy.post(list, form), amy.post(list, form)])
  expect(answers.map((answer) => answer.status)).toEqual([303, 303])
})

test('nobody without the right finds these pages', async () => {
  for (const path of [list, `${list}/new`, `${list}/${office.departments.east}`])
    expect((await office.as('lin').get(path)).status, path).toBe(404)
  const refused = await office.as('lin').post(`${list}/${office.departments.east}/archive`)
  expect(refused.status).toBe(404)
})
