import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOperator } from '../../../core/access/operator.ts'
import { openPool, type Pool } from '../../../core/db/connection.ts'
import { newIdAt } from '../../../core/db/id.ts'
import { readAgreement } from '../../../flags/adoption/agreement.ts'
import { expectedOf } from '../../../flags/adoption/changing.ts'
import { measureAdoption } from '../../../flags/adoption/measuring.ts'
import { adoptionMetrics } from '../../../flags/adoption/metrics.ts'
import { readLatest } from '../../../flags/adoption/reading.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import { training } from '../../../modules/training/module.ts'
import type { PersonName } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { openForAll } from '../../setup/opened.ts'

const day = 86_400_000

let office: Office
let eyes: Pool
beforeAll(async () => {
  office = await openOffice()
  eyes = openPool(office.database.admin, 1)
  await openForAll(office, contacts, training)
  await eyes`update flags.changes set at = now() - interval '90 days'`
  await eyes`update core.users set created_at = now() - interval '90 days'`
})
afterAll(async () => {
  await eyes?.end()
  await office?.close()
})

async function did(who: PersonName, object: string, action: string, ago: number) {
  const at = new Date(Date.now() - ago * day)
  await eyes`
    insert into core.audit (company_id, id, at, actor_id, action, object, record_id, after, request_id)
    values (${office.company}, ${newIdAt(at)}, ${at}, ${office.people[who]}, ${action}, ${object},
      ${crypto.randomUUID()}, ${{ word: String(ago) } as never}, ${crypto.randomUUID()})`
}

async function measured(module: string) {
  const { product } = office.app
  await asOperator(product, office.company, 'test', (scope) =>
    measureAdoption(scope, product.registry.modules),
  )
  const latest = await office.inScope('amy', (scope) => readLatest(scope, module))
  return new Map((latest?.people ?? []).map((person) => [person.id, person]))
}

test('what tara teaches is measured of her, by itself; what emil learns and lin reads is no part of it', async () => {
  for (const ago of [1, 2, 3]) await did('tara', 'training.hand-in', 'accepted', ago)
  await did('tara', 'training.help-request', 'answered', 4)
  await did('tara', 'training.session', 'closed', 5)
  for (const ago of [1, 2, 3]) {
    await did('emil', 'training.hand-in', 'handed-in', ago)
    await did('emil', 'training.assignment', 'completed', ago)
    await did('lin', 'training.hand-in', 'accepted', ago)
  }
  const teaching = await measured('training')
  expect([...teaching.keys()]).toEqual([office.people.tara])
  const hers = teaching.get(office.people.tara)
  expect(hers?.parts.regular?.good).toBe(5)
  expect(hers?.parts.process?.good).toBe(3)
  expect(hers?.parts.depth).toMatchObject({ good: 3, of: 7 })
  expect(hers?.parts.pure, 'nobody keeps customers elsewhere by teaching').toBeUndefined()
})

test('no index over all modules is better or worse for it, and neither is the number of records worked on', async () => {
  const all = await measured('')
  for (const who of ['tara', 'emil', 'lin'] as const) {
    expect(all.get(office.people[who])?.value, who).toBe(0)
    expect(all.get(office.people[who])?.parts.depth?.of, 'of contacts alone').toBe(
      contacts.adoption?.deeds.length,
    )
  }
  const frequency = adoptionMetrics.find(({ code }) => code === 'adoption.frequency')
  const running = {
    registry: office.app.product.registry,
    isOnForAnybody: async () => true,
    env: { HOSTED: false },
  }
  const reading = await office.inScope('amy', async (scope) =>
    frequency?.read?.(scope, {}, running as never),
  )
  expect(reading).toMatchObject({ state: 'ok', value: 0 })
})

test('a company agrees with its trainers alone on how much work they read in a week', async () => {
  const { modules } = office.app.product.registry
  const groups = await office.inScope('amy', async (scope) =>
    expectedOf(
      scope,
      modules.filter(({ adoption }) => adoption),
      (await readAgreement(scope, modules)).agreement,
    ),
  )
  const names = groups.flatMap(({ numbers }) => numbers.map(({ name }) => name))
  expect(names.filter((name) => name.startsWith('weekly_training'))).toEqual([
    'weekly_training_trainer',
  ])
})
