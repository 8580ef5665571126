import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { within } from '../../../core/access/within.ts'
import { readListState } from '../../../core/lists/state.ts'
import { compactTallies, readTotal } from '../../../core/lists/totals.ts'
import { accountKind } from '../../../modules/contacts/kinds.ts'
import { accounts, tallies } from '../../../modules/contacts/schema.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice } from './contacts-office.ts'
import { makeAccount } from './make.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
})
afterAll(() => office?.close())

const readers: readonly PersonName[] = ['amy', 'lin', 'emil', 'sun']
const views = ['', 'owner=me', 'owner=none', 'archived=1', 'owner=none&archived=1']

test('whatever happens to accounts, each reader’s totals are what a count would give', async () => {
  const { registry } = office.app.product
  const act = fc.constantFrom('add', 'move', 'archive', 'restore', 'delete', 'compact')
  const places = [
    { ownerId: office.people.emil, departmentId: office.departments.sales },
    { ownerId: office.people.sun, departmentId: office.departments.service },
    { ownerId: null, departmentId: office.departments.east },
    { ownerId: null, departmentId: null },
  ]
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(act, fc.nat(3)), { maxLength: 12 }), async (acts) => {
      for (const [what, at] of acts)
        await office.inScope('amy', async (scope) => {
          const place = places[at] as (typeof places)[number]
          if (what === 'add') await makeAccount(scope, registry, { name: 'firm' }, place)
          if (what === 'compact') await compactTallies(scope, tallies)
          const some = sql`company_id = ${scope.company.id} and id in (select id
            from contacts.accounts where company_id = ${scope.company.id} order by id limit ${at})`
          const change = {
            move: sql`update contacts.accounts set owner_id = ${place.ownerId},
              department_id = ${place.departmentId} where ${some}`,
            archive: sql`update contacts.accounts set archived_at = now() where ${some}`,
            restore: sql`update contacts.accounts set archived_at = null where ${some}`,
            delete: sql`delete from contacts.accounts where ${some}`,
          }[what as 'move']
          if (change) await scope.db.execute(change)
        })
      for (const who of readers)
        for (const view of views) expect(await totals(who, view)).toEqual(await counted(who, view))
    }),
    { numRuns: 12 },
  )
})

const totals = (who: PersonName, view: string) =>
  office.inScope(who, async (scope) => {
    const state = readListState(new URLSearchParams(view), accountKind)
    return (await readTotal(scope, accountKind, state, { kind: 'all' }))?.count
  })

const counted = (who: PersonName, view: string) =>
  office.inScope(who, async (scope) => {
    const owner = new URLSearchParams(view).get('owner')
    const [row] = await scope.db.execute<{ count: number }>(sql`
      select count(*)::int as count from ${accounts} where company_id = ${scope.company.id}
        and archived_at is ${view.includes('archived') ? sql`not null` : sql`null`}
        ${owner === 'me' ? sql`and owner_id = ${scope.user.id}` : sql``}
        ${owner === 'none' ? sql`and owner_id is null` : sql``}
        and ${within(scope, accountKind.view, accounts)}`)
    return row?.count
  })

test('two people add at once, and neither waits for the other’s total', async () => {
  const { registry } = office.app.product
  await office.inScope('emil', async (one) => {
    await makeAccount(one, registry, { name: 'of emil' })
    await office.inScope('emil', (other) => makeAccount(other, registry, { name: 'of emil too' }))
  })
  expect(await totals('emil', '')).toBe(await counted('emil', ''))
})
