import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asOperator } from '../../core/access/operator.ts'
import { forgetEvents, tell, tellMany } from '../../core/events.ts'
import { queueJob } from '../../core/jobs.ts'
import { openStage, type Stage, until, untilIdle } from './stage.ts'

let stage: Stage
let parcel: string
beforeAll(async () => {
  stage = await openStage()
  const [row] = await stage.eyes<{ id: string }[]>`
    select id from parcels.parcels where company_id = ${stage.company} order by id limit 1`
  parcel = row?.id ?? ''
})
afterAll(() => stage.close())
beforeEach(async () => {
  await stage.turn('customs', 'write')
  await stage.eyes`delete from customs.notices`
  await stage.eyes`delete from customs.declarations`
})

const send = () =>
  stage.inScope('amy', (scope) =>
    tell(stage.app.product.registry, scope, 'parcels.parcel.sent', { parcel }),
  )

const report = (about: string) =>
  stage.inScope('amy', (scope) => queueJob(scope.db, 'customs.report', { about }))

const askAbroad = (about: string) =>
  stage.inScope('amy', (scope) => queueJob(scope.db, 'customs.ask-abroad', { about }))

const declared = async (): Promise<number> =>
  (await stage.eyes`select from customs.declarations`).length

const noticed = async (kind: string): Promise<string[]> =>
  (await stage.eyes`select about from customs.notices where kind = ${kind} order by id`).map(
    (row) => row.about,
  )

test('on, what listens within the transaction and after it both run, and so does a job', async () => {
  await send()
  await report('first')
  await untilIdle(stage)
  expect(await declared()).toBe(1)
  expect(await noticed('parcel')).toEqual([parcel])
  expect(await noticed('report')).toEqual(['first'])
})

test('off for everybody, data are kept whole and nothing else is done', async () => {
  await stage.turn('customs', 'off')
  await send()
  await report('unwanted')
  await untilIdle(stage)
  expect(await declared()).toBe(1)
  expect(await noticed('parcel')).toEqual([])
  expect(await noticed('report')).toEqual([])
})

test('nothing that was left undone while it was off breaks loose when it comes back', async () => {
  await stage.turn('customs', 'off')
  for (let at = 0; at < 20; at++) await send()
  await report('unwanted')
  await untilIdle(stage)
  await stage.turn('customs', 'write')
  await send()
  await report('wanted')
  await untilIdle(stage)
  expect(await declared()).toBe(21)
  expect(await noticed('parcel')).toEqual([parcel])
  expect(await noticed('report')).toEqual(['wanted'])
})

test('open for reading only, its work rests, and nothing breaks loose when it may write again', async () => {
  await stage.turn('customs', 'read')
  for (let at = 0; at < 20; at++) await send()
  await report('unwanted')
  await untilIdle(stage)
  expect(await declared(), 'data are kept whole').toBe(20)
  expect(await noticed('parcel')).toEqual([])
  expect(await noticed('report')).toEqual([])
  await stage.turn('customs', 'write')
  await send()
  await report('wanted')
  await untilIdle(stage)
  expect(await noticed('parcel')).toEqual([parcel])
  expect(await noticed('report')).toEqual(['wanted'])
})

test('what listens after the commit and fails is told again, until it succeeds', async () => {
  await stage.eyes`alter table customs.notices add constraint full_up check (about = '') not valid`
  await send()
  await until('the first telling has failed', async () => {
    const [failed] = await stage.eyes`
      select from graphile_worker.jobs where last_error like '%customs.notices%'`
    return failed !== undefined
  })
  expect(await noticed('parcel')).toEqual([])
  await stage.eyes`alter table customs.notices drop constraint full_up`
  await until('it was told again', async () => (await noticed('parcel')).length > 0)
  expect(await noticed('parcel')).toEqual([parcel])
  expect(await declared()).toBe(1)
})

test('of several told at once, only the one that cannot be told waits', async () => {
  const other = '00000000-0000-4000-8000-000000000001'
  await stage.eyes`
    alter table customs.notices add constraint not_this check (about <> ${stage.eyes.unsafe(`'${parcel}'`)}) not valid`
  await stage.inScope('amy', (scope) =>
    tellMany(
      stage.app.product.registry,
      scope,
      [parcel, other].map((one) => ({ name: 'parcels.parcel.sent', payload: { parcel: one } })),
    ),
  )
  await until('the other is told of', async () => (await noticed('parcel')).length > 0)
  expect(await declared()).toBe(2)
  await stage.eyes`alter table customs.notices drop constraint not_this`
  await until('the first is told of too', async () => (await noticed('parcel')).length > 1)
  expect((await noticed('parcel')).sort()).toEqual([parcel, other].sort())
})

test('an errand runs where its module is on, and is let go where it is off', async () => {
  await askAbroad('wanted')
  await untilIdle(stage)
  await stage.turn('customs', 'off')
  await askAbroad('unwanted')
  await untilIdle(stage)
  await stage.turn('customs', 'write')
  await untilIdle(stage)
  expect(await noticed('abroad')).toEqual(['wanted'])
})

test('off for all but lin, its work goes on', async () => {
  await stage.turn('customs', 'off', 'amy', 'emil', 'sun', 'tara')
  await send()
  await report('for lin')
  await untilIdle(stage)
  expect(await noticed('parcel')).toEqual([parcel])
  expect(await noticed('report')).toEqual(['for lin'])
})

test('needing a module that is off for everybody, it rests as well', async () => {
  await stage.turn('parcels', 'off')
  await send()
  await untilIdle(stage)
  await stage.turn('parcels', 'write')
  expect(await declared()).toBe(1)
  expect(await noticed('parcel')).toEqual([])
})

test('a listener that keeps data whole and fails undoes its cause', async () => {
  const failing = stage.inScope('amy', async (scope) => {
    await scope.db.execute(sql`
      update parcels.parcels set name = 'changed' where company_id = ${scope.company.id} and id = ${parcel}`)
    await tell(stage.app.product.registry, scope, 'parcels.parcel.sent', { parcel: 'no id' })
  })
  await expect(failing).rejects.toThrow()
  const [row] = await stage.eyes`select name from parcels.parcels where id = ${parcel}`
  expect(row?.name).not.toBe('changed')
  expect(await noticed('parcel')).toEqual([])
})

test('events are forgotten after a week once heard, or when nobody listens; those still to be told wait', async () => {
  const { registry } = stage.app.product
  await stage.eyes`delete from core.events`
  await send()
  await untilIdle(stage)
  await stage.inScope('amy', (scope) =>
    tellMany(registry, scope, [
      { name: 'parcels.parcel.sent', payload: { parcel } },
      { name: 'parcels.nobody.listens', payload: {} },
    ]),
  )
  await untilIdle(stage)
  await stage.eyes`update core.events set at = at - interval '8 days'`
  await stage.eyes`
    update core.events set delivered_at = null
    where id = (select max(id::text)::uuid from core.events where name = 'parcels.parcel.sent')`
  await send()
  await untilIdle(stage)
  await asOperator(stage.app.product, stage.company, 'test', (scope) =>
    forgetEvents(registry, scope),
  )
  const left = await stage.eyes`
    select name, delivered_at is not null as heard, at > now() - interval '1 day' as young
    from core.events order by id`
  expect(left).toEqual([
    { name: 'parcels.parcel.sent', heard: false, young: false },
    { name: 'parcels.parcel.sent', heard: true, young: true },
  ])
})
