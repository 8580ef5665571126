import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTicket } from '../../../modules/service/tickets/opening.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { until } from '../../setup/until.ts'
import { openServiceOffice } from './service-office.ts'

let office: Office
beforeAll(async () => {
  office = await openServiceOffice()
  await open('Sun’s own', office.people.sun)
  await open('Nobody’s yet', null)
  await open('Sun’s, silent', office.people.sun, 'waiting_customer', 4)
  await open('Sun’s, just answered', office.people.sun, 'waiting_customer', 1)
})
afterAll(() => office?.close())

/** A ticket of the service department that has been in a state for so many days. */
async function open(subject: string, ownerId: string | null, type = 'open', days = 0) {
  const { registry } = office.app.product
  await office.inScope('amy', async (scope) => {
    const place = { ownerId, departmentId: office.departments.service ?? null }
    const { id } = await openTicket(scope, registry, { subject, channel: 'phone', place })
    await scope.db.execute(sql`
      update service.tickets set state_type = ${type}, state_since = now() - ${days} * interval '1 day'
      where id = ${id}`)
  })
}

const list = '/service/tickets'
const page = async (who: PersonName, path = list) => (await office.as(who).get(path)).text()
const namesOn = (html: string) =>
  [...html.matchAll(/>(Sun’s own|Nobody’s yet|Sun’s, silent|Sun’s, just answered)</g)].map(
    ([, name]) => name,
  )

test('amy adds the queues once; nobody else may', async () => {
  expect(await page('sun', `${list}/views`)).not.toContain('Prepared views')
  expect((await office.as('sun').post(`${list}/views/prepared`)).status).toBe(404)
  expect((await office.as('amy').post('/contacts/accounts/views/prepared')).status).toBe(404)
  expect(await page('amy', `${list}/views`)).toContain('“Waiting for an owner”')
  for (const _ of ['once', 'twice'])
    expect((await office.as('amy').post(`${list}/views/prepared`)).status).toBe(303)
  const [made] = await office.inScope('amy', ({ db }) =>
    db.execute(sql`select count(*)::int as views from core.saved_views`),
  )
  expect(made).toEqual({ views: 4 })
  expect(await page('amy', `${list}/views`)).not.toContain('data-testid="prepared-views"')
})

test('sun’s list opens with hers that wait for us, and each queue shows its own', async () => {
  const shown = await until('the list opens with a queue', async () => {
    const html = await page('sun')
    return html.includes('aria-current="true">Mine, waiting for us<') ? html : undefined
  })
  expect(namesOn(shown)).toEqual(['Sun’s own'])
  const queue = async (name: string) => {
    const at = new RegExp(`<a href="([^"]+)"[^>]*>${name}<`).exec(
      await page('sun', `${list}/views`),
    )
    return namesOn(await page('sun', at?.[1]?.replaceAll('&amp;', '&')))
  }
  expect(await queue('Waiting for an owner')).toEqual(['Nobody’s yet'])
  expect(await queue('Customer silent for 3 days')).toEqual(['Sun’s, silent'])
})

test('each reads their names in their own language, until somebody gives them another', async () => {
  const chinese = { 'accept-language': 'zh-CN' }
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update core.users set locale = 'zh-CN' where id = ${office.people.sun}`),
  )
  const read = async () => (await office.as('sun').get(`${list}/views`, chinese)).text()
  await until('sun reads Chinese', async () => (await read()).includes('今日到期与超时'))
  const all = await page('amy', `${list}/views`)
  const id =
    /views\/edit\?id=([^"]+)"[^>]*aria-label="[^"]*Waiting for an owner/.exec(all)?.[1] ?? ''
  const form = await page('amy', `${list}/views/edit?id=${id}`)
  const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? ''
  const named = await office.as('amy').post(`${list}/views/${id}`, { name: 'Take me', version })
  expect(named.status).toBe(303)
  await until('it has its new name', async () => (await read()).includes('>Take me<'))
  expect(await read()).not.toContain('>待领取</a>')
  expect((await office.as('sun').post(`${list}/views/${id}/delete`)).status).toBe(404)
  expect((await office.as('amy').post(`${list}/views/${id}/delete`)).status).toBe(303)
})
