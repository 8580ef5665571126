import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Site } from '../../../core/http/site.ts'
import { defineModule, type Event } from '../../../core/module.ts'
import { moveToArchive } from '../../../core/records/archiving.ts'
import { assign } from '../../../core/records/assigning.ts'
import type { Scope } from '../../../core/scope.ts'
import { openModule } from '../../../flags/audience.ts'
import { accountKind } from '../../../modules/contacts/kinds.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import { writeAccounts } from '../../../modules/contacts/transfers/accounts.ts'
import { writePeople } from '../../../modules/contacts/transfers/people.ts'
import type { Office } from '../../setup/office.ts'
import { until } from '../../setup/until.ts'
import { openContactsOffice } from './contacts-office.ts'

const during: Event[] = []
const after: Event[] = []
/** By which job each was told. */
const deliveries: string[] = []

/** A later module that wants to know of everything that happens to accounts and contacts. */
const diary = defineModule({
  id: 'diary',
  title: { en: 'Diary', 'zh-CN': '日志' },
  about: { en: 'Notes what happens.', 'zh-CN': '记录发生的事。' },
  icon: 'file-text',
  flag: 'module.diary',
  needs: ['contacts'],
  permissions: [],
  tables: [],
  routes: new Hono<Site>(),
  navigation: [],
  listeners: ['account.created', 'account.changed', 'account.assigned', 'person.created'].map(
    (event) => ({
      event: `contacts.${event}`,
      during: async (_: unknown, told: Event) => {
        during.push(told)
      },
      after: async ({ requestId }: Scope, told: Event) => {
        after.push(told)
        deliveries.push(requestId)
      },
    }),
  ),
})

let office: Office
beforeAll(async () => {
  office = await openContactsOffice({ modules: [contacts, diary] })
  await office.inScope('amy', (scope) =>
    openModule(scope, diary, [{ kind: 'everyone', variant: 'write' }], 'for this test'),
  )
})
afterAll(() => office?.close())
beforeEach(() => {
  during.length = 0
  after.length = 0
  deliveries.length = 0
})

const names = (told: readonly Event[]) => told.map(({ name }) => name)

const registry = () => office.app.product.registry

const importAccounts = (...rows: { name: string; industry?: string }[]) =>
  office.inScope('amy', (scope) => writeAccounts(scope, registry(), rows, { mode: 'both' }))

test('what a file makes and changes is heard of as if somebody had typed it, and once', async () => {
  await importAccounts({ name: 'One' }, { name: 'Two' })
  await importAccounts({ name: 'One', industry: 'Steel' }, { name: 'Two' })
  await office.inScope('amy', (scope) =>
    writePeople(scope, registry(), [{ name: 'Ada', account: 'One' }], { mode: 'both' }),
  )
  const told = [
    'contacts.account.created',
    'contacts.account.created',
    'contacts.account.changed',
    'contacts.person.created',
  ]
  expect(names(during)).toEqual(told)
  expect(during.every(({ payload }) => payload.imported === true)).toBe(true)
  await until('all is heard of after the commit too', async () => after.length >= told.length)
  expect(after.map(({ id }) => id).sort()).toEqual(during.map(({ id }) => id).sort())
})

test('a whole batch waits in the queue as one job', async () => {
  await office.inScope('amy', async (scope) => {
    const rows = Array.from({ length: 50 }, (_, at) => ({ name: `Batch ${at}` }))
    await writeAccounts(scope, registry(), rows, { mode: 'both' })
  })
  await until('each was told', async () => after.length >= 50)
  expect(new Set(deliveries).size).toBe(1)
})

test('what is given to sun in one go is heard of one by one; what nobody listens to is not', async () => {
  await importAccounts({ name: 'Given' }, { name: 'Given too' })
  const ids = during.splice(0).map(({ payload }) => String(payload.id))
  const { people, departments } = office
  const place = {
    owner: { id: people.sun, name: 'sun' },
    department: { id: departments.service, name: 'service' },
  }
  await office.inScope('amy', (scope) => assign(scope, registry(), accountKind, ids, place))
  expect(names(during)).toEqual(['contacts.account.assigned', 'contacts.account.assigned'])
  expect(during.map(({ payload }) => payload)).toEqual(ids.map((id) => ({ id })))
  await office.inScope('amy', (scope) =>
    moveToArchive(scope, registry(), accountKind, ids, 'archived'),
  )
  expect(during).toHaveLength(2)
})
