import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { announce } from '../../core/db/changes.ts'
import { closeModule, openModule } from '../../flags/audience.ts'
import { openFlags } from '../../flags/port.ts'
import { contacts, type FlagsFirm, modules, openFirm } from './firm.ts'

let firm: FlagsFirm
beforeAll(async () => {
  firm = await openFirm()
})
afterAll(() => firm.close())

const everyone = [{ kind: 'everyone', variant: 'write' }] as const

/** The rollout promises the answer within 50 ms; a busy machine gets a second. */
const soon = (ask: () => Promise<unknown>) => expect.poll(ask, { timeout: 1_000, interval: 2 })

test('what one process opens and closes, another sees without being asked to look', async () => {
  const other = await firm.otherProcess()
  const emil = await firm.who('emil')
  const there = async () => (await other.of(firm.company)).state(emil, 'contacts')
  expect(await there()).toBe('off')
  await firm.inScope((scope) => openModule(scope, contacts, everyone, 'all of us'))
  await soon(there).toBe('write')
  await firm.inScope((scope) => closeModule(scope, contacts, 'not yet'))
  await soon(there).toBe('off')
})

test('the process that made a change answers by it at once', async () => {
  const emil = await firm.who('emil')
  const here = async () => (await firm.flags.of(firm.company)).state(emil, 'contacts')
  for (let round = 0; round < 20; round++) {
    await firm.inScope((scope) => openModule(scope, contacts, everyone, `round ${round}`))
    expect(await here()).toBe('write')
    await firm.inScope((scope) => closeModule(scope, contacts, `round ${round}`))
    expect(await here()).toBe('off')
  }
})

test('a change that is rolled back is seen nowhere', async () => {
  const emil = await firm.who('emil')
  const undone = firm.inScope(async (scope) => {
    await openModule(scope, contacts, everyone, 'never mind')
    throw new Error('changed my mind')
  })
  await expect(undone).rejects.toThrow('changed my mind')
  expect((await firm.flags.of(firm.company)).state(emil, 'contacts')).toBe('off')
})

test('a department that moves in the tree takes its people along', async () => {
  const { departments } = firm
  const someone = {
    userId: 'somebody',
    properties: { department: 'east' },
  }
  await firm.inScope((scope) =>
    openModule(
      scope,
      contacts,
      [{ kind: 'department', department: departments.service, variant: 'write' }],
      'service begins',
    ),
  )
  const state = async () => (await firm.flags.of(firm.company)).state(someone, 'contacts')
  const moveEast = (parent: string) =>
    firm.inScope(async (scope) => {
      await scope.db.execute(sql`
        update core.departments set parent_id = ${parent}
        where company_id = ${firm.company} and id = ${departments.east}`)
      await announce(scope.db, 'access', firm.company)
    })
  expect(await state()).toBe('off')
  await moveEast(departments.service)
  expect(await state()).toBe('write')
  await moveEast(departments.sales)
  expect(await state()).toBe('off')
})

test('while no news gets through, every question looks into the database', async () => {
  const deaf = openFlags(firm.pool, { on: () => {}, live: () => false }, modules, () => {})
  const emil = await firm.who('emil')
  const state = async () => (await deaf.of(firm.company)).state(emil, 'contacts')
  await firm.inScope((scope) => openModule(scope, contacts, everyone, 'all of us'))
  expect(await state()).toBe('write')
  await firm.inScope((scope) => closeModule(scope, contacts, 'not yet'))
  expect(await state()).toBe('off')
})

test('a company that had to make room in memory is answered for all the same', async () => {
  const heard = { on: () => {}, live: () => true }
  const small = openFlags(firm.pool, heard, modules, () => {}, { capacity: 1 })
  const emil = await firm.who('emil')
  await firm.inScope((scope) => openModule(scope, contacts, everyone, 'all of us'))
  const first = await small.of(firm.company)
  const nobodys = await small.of('019376a0-0000-7000-8000-000000000000')
  expect(nobodys.state(emil, 'contacts'), 'another company has opened nothing').toBe('off')
  const again = await small.of(firm.company)
  expect(again).not.toBe(first)
  expect(again.state(emil, 'contacts')).toBe('write')
})

test('many questions at once read the database once', async () => {
  const other = await firm.otherProcess()
  const engines = await Promise.all(Array.from({ length: 20 }, () => other.of(firm.company)))
  expect(new Set(engines).size).toBe(1)
})
