import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { disablePerson, enablePerson } from '../../../core/access/change-person.ts'
import { runImport } from '../../../core/transfer/run.ts'
import { begin, ended, listOf, openWarehouse, upload, type Warehouse } from './warehouse.ts'

let warehouse: Warehouse
beforeAll(async () => {
  warehouse = await openWarehouse()
})
afterAll(() => warehouse.close())
beforeEach(() => warehouse.interfere(() => {}))

/** A file on its way in that nobody has been told to take on yet. */
async function waiting(prefix: string, count: number): Promise<string> {
  const { id } = await upload(warehouse.as('lin'), 'parcels', listOf(prefix, count))
  await warehouse.eyes`
    update core.imports set state = 'running', started_at = now() where id = ${id}`
  return id
}

/** Interferes when the second batch of the file comes. */
function inTheMiddle(prefix: string, how: () => Promise<unknown>): void {
  let once = true
  warehouse.interfere(async (_, first) => {
    if (!once || first !== `${prefix} 501`) return
    once = false
    await how()
  })
}

test('an import whose process dies in the middle goes on behind the last batch it kept', async () => {
  const id = await waiting('crash', 1_234)
  inTheMiddle('crash', () => Promise.reject(new Error('the power went')))
  await expect(warehouse.work(id, 'lin')).rejects.toThrow('the power went')
  expect(await warehouse.stored('crash ')).toEqual({ parcels: 500, names: 500 })
  const done = await warehouse.work(id, 'lin')
  expect(done).toMatchObject({ state: 'done', created: 1_234, rejected: 0, doneRows: 1_234 })
  expect(await warehouse.stored('crash ')).toEqual({ parcels: 1_234, names: 1_234 })
})

test('two processes at work on one import write each row once', async () => {
  const id = await waiting('both', 1_800)
  await Promise.all([warehouse.work(id, 'lin'), warehouse.work(id, 'lin')])
  expect(await ended(warehouse, id)).toMatchObject({ state: 'done', created: 1_800 })
  expect(await warehouse.stored('both ')).toEqual({ parcels: 1_800, names: 1_800 })
})

test('a process about to stop leaves off between two batches, and the next goes on', async () => {
  const id = await waiting('stop', 1_100)
  const stopping = new AbortController()
  inTheMiddle('stop', async () => stopping.abort())
  const { app, company, people } = warehouse
  const half = await runImport(app.product, company, people.lin, id, 'test', stopping.signal)
  expect(half).toMatchObject({ state: 'running', doneRows: 1_000 })
  expect(await warehouse.work(id, 'lin')).toMatchObject({ state: 'done', created: 1_100 })
  expect(await warehouse.stored('stop ')).toEqual({ parcels: 1_100, names: 1_100 })
})

test('lin cancels in the middle: the rows written stay, no more come, and the count says so', async () => {
  const cancelling = Promise.withResolvers<Response>()
  inTheMiddle('cancel', async () => {
    const path = `/admin/import/${await id}/cancel`
    warehouse.as('lin').post(path).then(cancelling.resolve, cancelling.reject)
  })
  const id = begin(warehouse.as('lin'), 'parcels', listOf('cancel', 2_600))
  expect((await cancelling.promise).status).toBe(303)
  const found = await ended(warehouse, await id)
  expect(found).toMatchObject({ state: 'cancelled', created: found.doneRows })
  expect(found.doneRows).toBeLessThan(2_600)
  expect((await warehouse.stored('cancel ')).parcels).toBe(found.doneRows)
  const page = await (await warehouse.as('lin').get(`/admin/import/${await id}`)).text()
  expect(page).toContain('Cancelled')
  expect(page).toContain(`${(2_600 - found.doneRows).toLocaleString('en')} rows were not reached`)
})

test('an import stops when the person who started it is disabled, and says so', async () => {
  inTheMiddle('gone', () =>
    warehouse.inScope('amy', (scope) => disablePerson(scope, warehouse.people.lin)),
  )
  const id = await begin(warehouse.as('lin'), 'parcels', listOf('gone', 1_600))
  const found = await ended(warehouse, id)
  await warehouse.inScope('amy', (scope) => enablePerson(scope, warehouse.people.lin))
  expect(found).toMatchObject({ state: 'failed', failure: 'gone', created: found.doneRows })
  expect(found.doneRows).toBeLessThan(1_600)
  const page = await (await warehouse.as('amy').get(`/admin/import/${id}`)).text()
  expect(page).toContain('can no longer sign in')
})

test('an import stops when its module is switched off, and what is written stays', async () => {
  inTheMiddle('shut', () => warehouse.shut())
  const id = await begin(warehouse.as('lin'), 'parcels', listOf('shut', 1_600))
  const found = await ended(warehouse, id)
  await warehouse.open()
  expect(found).toMatchObject({ state: 'failed', failure: 'closed', created: found.doneRows })
  expect(found.doneRows).toBeLessThan(1_600)
  expect((await warehouse.stored('shut ')).parcels).toBe(found.doneRows)
  const page = await (await warehouse.as('lin').get(`/admin/import/${id}`)).text()
  expect(page).toContain('the module was switched off')
})

test('an import disappears with its module for lin, who brought it; amy, who opens modules, still sees it', async () => {
  const [amy, lin] = [warehouse.as('amy'), warehouse.as('lin')]
  const { id: waits } = await upload(lin, 'parcels', listOf('hidden', 2), 'hidden.csv')
  const over = await begin(lin, 'parcels', 'Name\nhidden away\n""')
  await ended(warehouse, over)
  await warehouse.shut()
  for (const id of [waits, over])
    for (const path of ['', '/progress', '/rejected.csv'])
      expect((await lin.get(`/admin/import/${id}${path}`)).status).toBe(404)
  expect((await lin.post(`/admin/import/${waits}/cancel`)).status).toBe(404)
  const [hers, amys] = await Promise.all(
    [lin, amy].map(async (one) => (await one.get('/admin/import')).text()),
  )
  expect(hers).not.toContain('hidden.csv')
  expect(amys).toContain('hidden.csv')
  await warehouse.open()
  expect((await lin.get(`/admin/import/${waits}`)).status).toBe(200)
})

test('a double click on start imports once', async () => {
  const lin = warehouse.as('lin')
  const { id } = await upload(lin, 'parcels', listOf('click', 700))
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => lin.post(`/admin/import/${id}/start`)),
  )
  expect(answers.map((answer) => answer.status)).toEqual([303, 303, 303, 303, 303])
  expect(await ended(warehouse, id)).toMatchObject({ state: 'done', created: 700 })
  expect(await warehouse.stored('click ')).toEqual({ parcels: 700, names: 700 })
})

test('every end of an import is in the audit trail once, with its counts', async () => {
  const id = await begin(warehouse.as('lin'), 'parcels', listOf('trail', 3))
  await ended(warehouse, id)
  const rows = await warehouse.eyes<{ actor_id: string; after: object }[]>`
    select actor_id, after from core.audit where record_id = ${id} and action = 'imported'`
  expect(rows).toEqual([
    {
      actor_id: warehouse.people.lin,
      after: {
        kind: 'parcels',
        fileName: 'list.csv',
        state: 'done',
        created: 3,
        updated: 0,
        skipped: 0,
        rejected: 0,
      },
    },
  ])
})
