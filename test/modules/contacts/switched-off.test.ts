import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { doBatch, takeOn } from '../../../core/bulk/running.ts'
import { beginRun, findRun } from '../../../core/bulk/runs.ts'
import type { Scope } from '../../../core/scope.ts'
import { closeModule, openModule } from '../../../flags/audience.ts'
import { accountList } from '../../../modules/contacts/accounts/account-list.ts'
import { latestRun } from '../../../modules/contacts/duplicates/runs.ts'
import { mergeJob, startMerging } from '../../../modules/contacts/merging/merge-job.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { query } from '../../setup/query.ts'
import { until } from '../../setup/until.ts'
import { makeAccount } from './make.ts'

const firms = 230
const twos = 8

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await openFor('sales')
})
afterAll(() => office?.close())

const registry = () => office.app.product.registry

const open = (scope: Scope, department: 'sales' | 'service') =>
  openModule(
    scope,
    contacts,
    [{ kind: 'department', department: office.departments[department], variant: 'write' }],
    'A reason',
  )

async function openFor(department: 'sales' | 'service') {
  await office.inScope('amy', (scope) => open(scope, department))
  await until('emil knows', () =>
    office.inScope(
      'emil',
      async ({ modules }) => (modules.state('contacts') === 'write') === (department === 'sales'),
    ),
  )
}

const make = (name: string) =>
  office.inScope('emil', (scope) => makeAccount(scope, registry(), { name }))

test('a deed on a whole list stops where it is when the module is switched off, and says so', async () => {
  for (let at = 0; at < firms; at++) await make(`Firm ${at}`)
  const id = await office.inScope('emil', async (scope) => {
    const all = await accountList.bulk.ids(scope, new URLSearchParams())
    const begun = await beginRun(scope, 'contacts.accounts', { deed: 'archive' }, all ?? sql``)
    // Begun, done for a batch, and switched off: all of it is seen by the queue at one moment.
    await doBatch(registry(), scope, begun ?? '')
    await open(scope, 'service')
    return begun ?? ''
  })
  await takeOn(office.app.product, office.company, { id, startedBy: office.people.emil }, 'test')
  const ended = () => office.inScope('amy', (scope) => findRun(scope, id))
  await until('it has ended', async () => (await ended()).state !== 'running')
  expect(await ended()).toMatchObject({ state: 'failed', failure: 'closed', changed: 200 })
  const [left] = await query(
    office,
    (ask) => ask`select count(*) filter (where archived_at is null)::int as live,
      count(*) filter (where archived_at is not null)::int as away from contacts.accounts`,
  )
  expect(left).toEqual({ live: firms - 200, away: 200 })
  await openFor('sales')
  expect((await office.as('emil').get(`/lists/runs/${id}`)).status).toBe(200)
})

const pairs = () =>
  Promise.all(
    Array.from({ length: twos }, async (_, at) => ({
      list: 'accounts' as const,
      a: await make(`Two ${at}`),
      b: await make(`Two ${at}`),
    })),
  )

const merged = async () => {
  const [row] = await query(office, (ask) => ask`select count(*)::int as count from core.merges`)
  return row?.count
}

/** A moment in which everybody had everything. */
const whileOn = (scope: Scope): Scope => {
  const modules = { ...scope.modules, state: () => 'write' as const }
  return { ...scope, modules: { ...modules, of: () => modules } }
}

test('merging many pairs stops when it is switched off for who began it; nothing is half merged', async () => {
  const two = await pairs()
  await openFor('service')
  // Its first step was done while emil had it; the next comes to its turn only now.
  await office.inScope('emil', async (scope) => {
    const run = await startMerging(scope, two)
    await mergeJob.run(whileOn(scope), { run }, registry())
  })
  const run = () => office.inScope('amy', (scope) => latestRun(scope, 'merge'))
  await until('it has ended', async () => (await run())?.state === 'failed')
  expect(await run()).toMatchObject({ done: 5, count: 5, total: twos })
  expect(await merged()).toBe(5)
  await openFor('sales')
})

test('when nobody has the module any more it is let go, and another one can be begun afterwards', async () => {
  const two = await pairs()
  const before = Number(await merged())
  await office.inScope('emil', (scope) => closeModule(scope, contacts, 'A reason'))
  await until('emil knows', () =>
    office.inScope('emil', async ({ modules }) => modules.state('contacts') === 'off'),
  )
  // What was asked for while it was on comes to its turn only now.
  await office.inScope('emil', (scope) => startMerging(scope, two))
  const run = () => office.inScope('amy', (scope) => latestRun(scope, 'merge'))
  await until('it was let go', async () => (await run())?.state === 'failed')
  expect(await merged()).toBe(before)
  await openFor('sales')
  expect(await office.inScope('emil', (scope) => startMerging(scope, two))).toBeDefined()
  await until('the next one is done', async () => (await run())?.state === 'done')
  expect(await merged()).toBe(before + twos)
})
