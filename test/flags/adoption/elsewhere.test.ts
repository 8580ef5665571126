import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readElsewhere } from '../../../flags/adoption/elsewhere.ts'
import { openModule } from '../../../flags/audience.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import type { PersonName } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { query } from '../../setup/query.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  const { sales: department } = office.departments
  await office.inScope('amy', (scope) =>
    openModule(
      scope,
      contacts,
      [{ kind: 'department', department, variant: 'write' }],
      'for this test',
    ),
  )
})
afterAll(() => office.close())

const home = async (name: PersonName) => (await office.as(name).get('/')).text()
const say = (name: PersonName, answer: string) =>
  office.as(name).post('/rollout/adoption/elsewhere', { answer })
const known = () =>
  office.inScope('amy', (scope) => readElsewhere(scope, new Date(Date.now() - 28 * 86_400_000)))

test('nobody is asked about a week before they have been here for one', async () => {
  expect(await home('emil')).not.toContain('Outside the CRM')
  await query(office, (sql) => sql`update core.users set created_at = now() - interval '7 days'`)
})

test('who has a module is asked once a week; who has none is not', async () => {
  expect(await home('emil')).toContain('Outside the CRM')
  expect(await home('sun')).not.toContain('Outside the CRM')
  expect((await say('sun', 'none')).status).toBe(404)
})

test('one tap answers it, a second one changes the answer, and something else is none', async () => {
  expect((await say('emil', 'none')).status).toBe(303)
  expect(await home('emil')).not.toContain('Outside the CRM')
  await say('emil', 'some')
  expect((await say('emil', 'never')).status).toBe(400)
  expect(await known()).toEqual([{ person: office.people.emil, of: 1, good: 0.5 }])
})

test('the audit trail, which others read, knows nothing of it', async () => {
  const traces = await office.inScope('amy', ({ db, company }) =>
    db.execute(sql`select from core.audit where company_id = ${company.id}
      and after::text like '%some%'`),
  )
  expect(traces).toEqual([])
})

test('of two answers at once there is one', async () => {
  await Promise.all([say('lin', 'most'), say('lin', 'none')])
  expect((await known()).find(({ person }) => person === office.people.lin)?.of).toBe(1)
})
