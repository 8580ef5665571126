import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { beginFor } from '../../core/cli/import-begin.ts'
import type { ImportOrder } from '../../core/cli/import-order.ts'
import type { Module } from '../../core/module.ts'
import type { Transfer } from '../../core/transfer/transfer.ts'
import type { PersonName } from '../setup/cast.ts'
import { modules, openStage, type Stage, untilIdle } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())
afterEach(async () => {
  for (const module of modules) await stage.turn(module.id, 'write')
})

const read = async (name: PersonName, path: string): Promise<string> =>
  (await stage.as(name).get(path)).text()

/** A file of one kind with one row, the example of each column. */
function fileOf({ columns }: Transfer): string {
  const cells = (texts: string[]) => texts.map((text) => `"${text}"`).join(',')
  return `${cells(columns.map(({ field }) => field))}\n${cells(columns.map((one) => one.example))}\n`
}

const upload = (transfer: Transfer, name: PersonName): Promise<Response> => {
  const form = new FormData()
  form.set('kind', transfer.kind)
  form.set('file', new File([fileOf(transfer)], 'given.csv', { type: 'text/csv' }))
  return stage.as(name).post('/admin/import', form)
}

/** What somebody can do with files of one kind: on the pages, by address, at the command line. */
async function files(transfer: Transfer, name: PersonName) {
  const { kind } = transfer
  const visitor = stage.as(name)
  const commandLine = await stage
    .inScope(name, async (scope) => {
      const order: ImportOrder = {
        ...{ kind, file: 'given.csv', company: '', as: name, choices: [] },
        ...{ mode: 'both', keys: [], dryRun: false, json: false },
      }
      const bytes = new TextEncoder().encode(fileOf(transfer))
      await beginFor(stage.app.product.registry, scope, order, 'given.csv', bytes)
      throw new Error('It was taken, and is taken back.')
    })
    .catch((error: Error) => error.message)
  return {
    offered: (await read(name, '/admin/import')).includes(`value="${kind}"`),
    taken: (await upload(transfer, name)).status === 303,
    commandLine,
    exports: [
      (await visitor.get(`/export/${kind}`)).status,
      (await visitor.post(`/export/${kind}`)).status,
    ],
  }
}

/** Modules that take files; to the others there is nothing to hide. */
const takers = modules.filter((module) => module.transfers)

test('some modules take files', () => {
  expect(takers.length).toBeGreaterThan(1)
})

describe.each(takers)('$id', (module: Module) => {
  test('its records go in and out as files exactly while it is on', async () => {
    for (const transfer of module.transfers ?? []) {
      expect(await files(transfer, 'lin')).toEqual({
        offered: true,
        taken: true,
        commandLine: 'It was taken, and is taken back.',
        exports: [200, 200],
      })
      await stage.turn(module.id, 'read', 'lin')
      expect(await files(transfer, 'lin')).toEqual({
        offered: false,
        taken: false,
        commandLine: expect.stringContaining(`${module.id} is read-only for lin`),
        exports: [200, 200],
      })
      await stage.turn(module.id, 'off', 'lin')
      expect(await files(transfer, 'lin')).toEqual({
        offered: false,
        taken: false,
        commandLine: expect.stringContaining(`${module.id} is off for lin`),
        exports: [404, 404],
      })
      await stage.turn(module.id, 'write')
    }
  })

  test('a file lin gave while it was on waits untouched, and out of sight, while it is off', async () => {
    const lin = stage.as('lin')
    for (const transfer of module.transfers ?? []) {
      const place = (await upload(transfer, 'lin')).headers.get('location') ?? ''
      expect((await lin.get(place)).status).toBe(200)
      await stage.turn(module.id, 'off', 'lin')
      const before = await stage.fingerprint(module)
      for (const path of [place, `${place}/rejected.csv`])
        expect((await lin.get(path)).status, path).toBe(404)
      for (const path of [place, `${place}/start`])
        expect((await lin.post(path)).status, path).toBe(404)
      await untilIdle(stage)
      expect(await stage.fingerprint(module)).toBe(before)
      await stage.turn(module.id, 'write')
      expect((await lin.get(place)).status).toBe(200)
    }
  })

  test('amy, who opens modules, brings its data in while it is off, and sees no more of it', async () => {
    await stage.turn(module.id, 'off')
    for (const transfer of module.transfers ?? [])
      expect(await files(transfer, 'amy')).toEqual({
        offered: true,
        taken: true,
        commandLine: 'It was taken, and is taken back.',
        exports: [404, 404],
      })
    expect(await read('amy', '/')).not.toContain(`href="/${module.id}`)
  })
})

const givers = modules.filter((module) => module.exports)

test('some modules give files that they do not take', () => {
  expect(givers.length).toBeGreaterThan(0)
})

describe.each(givers)('$id', (module: Module) => {
  test('what goes out alone does so exactly while it is on, and comes in by no file', async () => {
    for (const { kind } of module.exports ?? []) {
      const lin = stage.as('lin')
      const found = async () => [
        (await lin.get(`/export/${kind}`)).status,
        (await lin.post(`/export/${kind}`)).status,
      ]
      expect(await found()).toEqual([200, 200])
      expect(await read('lin', '/admin/import')).not.toContain(`value="${kind}"`)
      await stage.turn(module.id, 'read', 'lin')
      expect(await found()).toEqual([200, 200])
      await stage.turn(module.id, 'off', 'lin')
      expect(await found()).toEqual([404, 404])
      await stage.turn(module.id, 'write')
    }
  })
})
