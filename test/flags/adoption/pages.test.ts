import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOperator } from '../../../core/access/operator.ts'
import { openPool, type Pool } from '../../../core/db/connection.ts'
import { measureAdoption } from '../../../flags/adoption/measuring.ts'
import { openModule } from '../../../flags/audience.ts'
import { metricOf } from '../../../flags/evidence/metrics.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import type { PersonName } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'

let office: Office
let eyes: Pool
beforeAll(async () => {
  office = await openOffice()
  eyes = openPool(office.database.admin, 1)
  const everyone = { kind: 'everyone', variant: 'write' } as const
  await office.inScope('amy', (scope) => openModule(scope, contacts, [everyone], 'for this test'))
  const early = new Date(Date.now() - 90 * 86_400_000)
  await eyes`update flags.changes set at = ${early}`
  await eyes`update core.users set created_at = ${early}`
  const { product } = office.app
  await asOperator(product, office.company, 'test', (scope) =>
    measureAdoption(scope, product.registry.modules),
  )
})
afterAll(async () => {
  await eyes.end()
  await office.close()
})

const page = async (who: PersonName, path: string) => {
  const answer = await office.as(who).get(`/rollout/adoption${path}`)
  return { status: answer.status, html: await answer.text() }
}

test('Amy, the administrator, sees what five people amount to, but no department of fewer than four and nobody by name', async () => {
  const { status, html } = await page('amy', '')
  expect(status).toBe(200)
  expect(html).toContain('5 people')
  expect(html.split('not shown').length - 1).toBe(3)
  for (const name of ['林岚', '艾米尔', '孙悦']) expect(html).not.toContain(name)
  for (const path of [`/departments/${office.departments.sales}`, `/people/${office.people.emil}`])
    expect((await page('amy', path)).status).toBe(404)
})

test('Lin, who leads sales, sees Emil by name, and nothing at all of service', async () => {
  const { html } = await page('lin', '')
  expect(html).toContain('2 people')
  expect(html).toContain('销售部')
  expect(html).not.toContain('客服部')
  const department = await page('lin', `/departments/${office.departments.sales}`)
  expect(department.html).toContain('艾米尔')
  expect((await page('lin', `/people/${office.people.emil}`)).status).toBe(200)
  expect((await page('lin', `/people/${office.people.sun}`)).status).toBe(404)
  expect((await page('lin', `/departments/${office.departments.service}`)).status).toBe(404)
})

test('Emil sees what is recorded of himself with its purpose, and of nobody else', async () => {
  const { html } = await page('emil', '/me')
  expect(html).toContain('0 of 100')
  expect(html).toContain('not to discipline or pay')
  expect((await page('emil', '')).status).toBe(404)
  expect((await page('emil', `/people/${office.people.lin}`)).status).toBe(404)
  expect((await page('emil', '/people/nobody')).status).toBe(404)
})

test('as the champion of sales he sees his colleagues there, and still nobody of service', async () => {
  await eyes`update core.users set champion_since = now() where id = ${office.people.emil}`
  expect((await page('emil', `/people/${office.people.lin}`)).status).toBe(200)
  expect((await page('emil', `/people/${office.people.sun}`)).status).toBe(404)
  const way = `/departments/${office.departments.sales}`
  expect((await page('emil', '/me')).html).toContain(`href="/rollout/adoption${way}"`)
  const department = await page('emil', way)
  expect(department.html).toContain('林岚')
  // Nothing leads on to the page of all departments, which is not for champions.
  expect(department.html).not.toContain('href="/rollout/adoption"')
  await eyes`update core.users set champion_since = null where id = ${office.people.emil}`
})

test('who is no champion is led to nobody else’s page', async () => {
  expect((await page('emil', '/me')).html).not.toContain('/rollout/adoption/departments/')
  expect((await page('emil', `/departments/${office.departments.sales}`)).status).toBe(404)
})

test('what is expected changes with a reason, as a new version, and not twice from one form', async () => {
  const { html } = await page('amy', '/agreement')
  const fields = Object.fromEntries(
    [...html.matchAll(/<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"/g)].map(
      ([, name, value]) => [name, value],
    ),
  )
  const post = (more: Record<string, string>) =>
    office.as('amy').post('/rollout/adoption/agreement', { ...fields, ...more } as never)
  const refused = await post({ weight_regular: '50', reason: '' })
  expect(refused.status).toBe(422)
  const said = await refused.text()
  expect(said).toContain('have to add up to 100')
  expect(said).toContain('value="50"')
  expect((await post({ weekly_contacts_member: '8', reason: 'Agreed with sales' })).status).toBe(
    303,
  )
  expect((await post({ weekly_contacts_member: '9', reason: 'Once more' })).status).toBe(409)
  const kept =
    await eyes`select version, agreement->'weekly'->'contacts'->'member' as weekly from flags.adoption_agreements`
  expect(kept).toEqual([{ version: 1, weekly: 8 }])
  expect((await page('emil', '/agreement')).status).toBe(404)
})

test('gates read the index of all five, and of a department of two no more than that it is too small', async () => {
  const read = (code: string, where = {}) => {
    const { product } = office.app
    return office.inScope('amy', async (scope) => metricOf(code)?.read?.(scope, where, product))
  }
  expect(await read('adoption.index')).toMatchObject({ state: 'ok', value: 0, n: 5 })
  expect(await read('adoption.adopters')).toMatchObject({ state: 'ok', value: 0, n: 5 })
  expect(await read('adoption.observed')).toMatchObject({ state: 'ok', value: 100, n: 5 })
  const sales = { department: office.departments.sales }
  expect(await read('adoption.index', sales)).toEqual({ state: 'suppressed' })
  const east = { department: office.departments.east }
  expect(await read('adoption.index', east)).toEqual({ state: 'insufficient' })
})
