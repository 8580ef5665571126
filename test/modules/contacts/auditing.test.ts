import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAuditEntries } from '../../../core/records/audit-list.ts'
import { readReferred } from '../../../core/records/referred.ts'
import { accountFields } from '../../../modules/contacts/accounts/account-fields.ts'
import { type AccountInput, createAccount } from '../../../modules/contacts/accounts/accounts.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice } from './contacts-office.ts'

let office: Office
let parent: string
let child: string
beforeAll(async () => {
  office = await openContactsOffice()
  await office.inScope('amy', (scope) =>
    scope.db.execute(sql`
      insert into core.user_roles (company_id, user_id, role)
      values (${scope.company.id}, ${office.people.tara}, 'auditor')`),
  )
  parent = await below('emil', 'Upper Ltd')
  child = await below('emil', 'Lower Ltd', parent)
})
afterAll(() => office?.close())

/** Adds an account below another one. */
const below = (who: PersonName, name: string, parent?: string): Promise<string> =>
  office.inScope(who, (scope) => {
    const empty = Object.fromEntries(accountFields.map(({ field }) => [field, null]))
    return createAccount(scope, office.app.product.registry, {
      values: { ...empty, name } as AccountInput['values'],
      parent: parent ? { id: parent, name: '' } : null,
    })
  })

const none = { q: '', person: '', object: '', record: '', action: '', from: '', to: '', before: '' }

const entryOf = async (who: PersonName, record: string): Promise<string> => {
  const [entry] = await office.inScope(who, (scope) =>
    listAuditEntries(scope, [contacts], { ...none, record, action: 'created' }, 'desc', 1),
  )
  return (await office.as(who).get(`/admin/audit/${entry?.id}`)).text()
}

test('an entry names owner, department and parent to who may see them', async () => {
  const page = await entryOf('amy', child)
  for (const name of ['Upper Ltd', '艾米尔', '销售部']) expect(page).toContain(name)
  for (const id of [parent, office.people.emil, office.departments.sales])
    expect(page.split('class="changes"')[1]).not.toContain(id)
})

test('what the reader may not see stays unnamed, and is not told from what is gone', async () => {
  const page = await entryOf('tara', child)
  expect(page).toContain('艾米尔')
  expect(page).not.toContain('Upper Ltd')
  expect(page).toContain(`gone, or not for you to see (${parent})`)
})

test('a whole page of entries is named by as many queries as one entry', async () => {
  const { registry } = office.app.product
  for (let at = 0; at < 20; at++) await below('lin', `Below ${at}`, parent)
  await office.inScope('amy', async (scope) => {
    const entries = await listAuditEntries(scope, [contacts], none, 'desc', 50)
    let asked = 0
    const db = new Proxy(scope.db, {
      get(target, name) {
        if (name === 'execute' || name === 'select') asked += 1
        const value = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const names = await readReferred(registry, { ...scope, db }, entries)
    expect(names.get(parent)).toBe('Upper Ltd')
    expect(names.get(office.people.lin)).toBe('林岚')
    expect(asked).toBe(2)
  })
})
