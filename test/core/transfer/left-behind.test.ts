import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginImport, goOnWithout } from '../../../core/transfer/course.ts'
import { importKind, takeFile } from '../../../core/transfer/imports.ts'
import { runImport } from '../../../core/transfer/run.ts'
import { ended, listOf, openWarehouse, type Warehouse } from './warehouse.ts'

let warehouse: Warehouse
beforeAll(async () => {
  warehouse = await openWarehouse()
})
afterAll(() => warehouse?.close())

const rows = 1_200

/** Begins an import as the command line does. */
const begin = (prefix: string) =>
  warehouse.inScope('amy', async (scope) => {
    const transfer = importKind(warehouse.app.product.registry, scope, 'parcels')
    const id = await takeFile(scope, transfer, 'list.csv', Buffer.from(listOf(prefix, rows)))
    await beginImport(scope, id)
    await goOnWithout(scope, id)
    return id
  })

const run = (id: string, signal?: AbortSignal) =>
  runImport(
    warehouse.app.product,
    warehouse.company,
    warehouse.people.amy,
    id,
    'test',
    signal,
    (scope) => goOnWithout(scope, id),
  )

/** The silence is over. */
const letTimePass = (id: string) =>
  warehouse.eyes`
    update graphile_worker._private_jobs set run_at = now() where key = ${`import ${id}`}`

test('an import whose command line was killed is gone on with by the queue, and no row is doubled', async () => {
  const id = await begin('left behind')
  const killed = new AbortController()
  warehouse.interfere(() => killed.abort())
  expect(await run(id, killed.signal)).toMatchObject({ state: 'running', doneRows: 500 })
  warehouse.interfere(() => {})
  await letTimePass(id)
  const done = await ended(warehouse, id, 40)
  expect(done).toMatchObject({ state: 'done', created: rows, doneRows: rows })
  expect(await warehouse.stored('left behind')).toEqual({ parcels: rows, names: rows })
})

test('one that its command line brings to an end is left alone by the queue', async () => {
  const id = await begin('brought to an end')
  expect(await run(id)).toMatchObject({ state: 'done', created: rows })
  await letTimePass(id)
  expect(await ended(warehouse, id)).toMatchObject({ state: 'done', created: rows })
  expect(await warehouse.stored('brought to an end')).toEqual({ parcels: rows, names: rows })
})
