import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { beginRun } from '../../core/bulk/runs.ts'
import { beginFor } from '../../core/cli/import-begin.ts'
import type { ImportOrder } from '../../core/cli/import-order.ts'
import { ReadOnly } from '../../core/http/gate.tsx'
import { formatDay } from '../../core/i18n/format.ts'
import type { Module } from '../../core/module.ts'
import { changeableSubject } from '../../core/records/subjects.ts'
import type { Transfer } from '../../core/transfer/transfer.ts'
import { openModule } from '../../flags/audience.ts'
import { setCell } from '../../flags/matrix/setting.ts'
import { escapeText } from '../../views/markup.ts'
import { type Program, programOf } from '../setup/program.ts'
import { addressesOf, reads } from './addresses.ts'
import { modules, openStage, type Stage, tablesOf, until, untilIdle } from './stage.ts'

const reason = 'it was too early for us'
let stage: Stage
let amy: Program
beforeAll(async () => {
  stage = await openStage()
  amy = await programOf(stage.app, stage, 'amy')
})
afterAll(() => stage.close())
beforeEach(async () => {
  for (const module of modules) await stage.turn(module.id, 'write')
})

const day = () => formatDay('Europe/London', new Date(Date.now() + 30 * 86_400_000))

/** Takes a module back for the whole company: to be looked at for so many days, then gone. */
async function goBack(module: Module, days: number): Promise<void> {
  const ends = new Date(Date.now() + days * 86_400_000).toISOString()
  await stage.inScope('amy', (scope) =>
    setCell(scope, module, null, { state: 'read', until: ends }, reason),
  )
  const wanted = days > 0 ? 'read' : 'off'
  await until(
    `${module.id} is ${wanted}`,
    async () =>
      (await stage.inScope('amy', async (scope) => scope.modules.state(module.id))) === wanted,
  )
}

const comeBack = (module: Module) =>
  stage.inScope('amy', (scope) =>
    openModule(scope, module, [{ kind: 'everyone', variant: 'write' }], 'now we are ready'),
  )

/** Says until when, and why: whoever is refused can know both. */
function expectSaid(text: string, module: Module): void {
  expect(text).toContain(escapeText(module.title.en))
  expect(text).toContain(day())
  expect(text).toContain(reason)
}

const bytesOf = ({ columns }: Transfer): Uint8Array<ArrayBuffer> => {
  const line = (texts: string[]) => `${texts.map((text) => `"${text}"`).join(',')}\n`
  const head = line(columns.map(({ field }) => field))
  return new TextEncoder().encode(head + line(columns.map(({ example }) => example)))
}

describe.each(modules)('$id on its way back', (module: Module) => {
  test('its pages show everything and say until when and why, and each change is refused with the same', async () => {
    const addresses = await addressesOf(stage, module)
    const before = await stage.fingerprint(module)
    await goBack(module, 30)
    const [entry] = module.navigation
    const page = await stage.as('amy').get(entry?.href ?? '/')
    expect(page.status).toBe(200)
    expectSaid(await page.text(), module)
    for (const { method, path } of addresses.filter((address) => !reads(address))) {
      const answer = await stage
        .as('amy')
        .send(path, { method, headers: { 'sec-fetch-site': 'same-origin' } })
      expect(answer.status, `${method} ${path}`).toBe(403)
      expectSaid(await answer.text(), module)
    }
    expect(await stage.fingerprint(module)).toBe(before)
  })

  test('its resources answer programs, and refuse their changes with the reason', async () => {
    await goBack(module, 30)
    for (const { name, writing } of module.resources ?? []) {
      expect((await amy.get(`/${name}`)).status).toBe(200)
      if (!writing) continue
      const answer = await amy.post(`/${name}`, { name: 'taken' })
      expect([answer.status, answer.body.type]).toEqual([403, 'urn:stepwise:problem:read-only'])
      expectSaid(answer.body.detail, module)
    }
  })

  test('no file comes in by page or command line, and what waits does not start; files go out', async () => {
    for (const transfer of module.transfers ?? []) {
      const form = () => {
        const data = new FormData()
        data.set('kind', transfer.kind)
        data.set('file', new File([bytesOf(transfer)], 'given.csv', { type: 'text/csv' }))
        return data
      }
      const waiting = (await stage.as('amy').post('/admin/import', form())).headers.get('location')
      const before = await stage.fingerprint(module)
      await goBack(module, 30)
      for (const answer of [
        await stage.as('amy').post('/admin/import', form()),
        await stage.as('amy').post(`${waiting}/start`),
      ]) {
        expect(answer.status).toBe(403)
        expectSaid(await answer.text(), module)
      }
      const order: ImportOrder = {
        ...{ kind: transfer.kind, file: 'given.csv', company: '', as: 'amy', choices: [] },
        ...{ mode: 'both', keys: [], dryRun: false, json: false },
      }
      const begun = stage.inScope('amy', (scope) =>
        beginFor(stage.app.product.registry, scope, order, 'given.csv', bytesOf(transfer)),
      )
      const refusal: Error = await begun.then(
        () => new Error('It was taken.'),
        (error) => error,
      )
      expectSaid(refusal.message, module)
      await untilIdle(stage)
      expect(await stage.fingerprint(module)).toBe(before)
      expect((await stage.as('amy').get(`/export/${transfer.kind}`)).status).toBe(200)
      await comeBack(module)
    }
  })

  test('work on many records that was begun before stops, and does not go on by itself later', async () => {
    for (const list of module.lists ?? []) {
      const [table] = (await tablesOf(stage.eyes, module)).filter((one) =>
        one.endsWith(`.${list.key.split('.').at(-1)}`),
      )
      if (!table) continue
      const before = await stage.fingerprint(module)
      await goBack(module, 30)
      const run = await stage.inScope('amy', (scope) =>
        beginRun(
          scope,
          list.key,
          { deed: 'archive' },
          sql`select id from ${sql.raw(table)} where company_id = ${scope.company.id}`,
        ),
      )
      expect(run).toBeDefined()
      await untilIdle(stage)
      await comeBack(module)
      await untilIdle(stage)
      const [ended] = await stage.eyes`
        select state, failure, changed from core.bulk_runs where id = ${run ?? null}`
      expect(ended).toEqual({ state: 'failed', failure: 'closed', changed: 0 })
      expect(await stage.fingerprint(module)).toBe(before)
    }
  })

  test('nothing is put on its records from elsewhere', async () => {
    const { registry } = stage.app.product
    const subject = (object: string, id: string) =>
      stage.inScope('amy', (scope) => changeableSubject(registry, scope, object, id))
    const ids = (await addressesOf(stage, module)).flatMap(({ path }) =>
      path.match(/[0-9a-f-]{36}/),
    )
    const found: [object: string, id: string][] = []
    for (const { object } of module.records ?? [])
      for (const id of new Set(ids))
        if (id && (await subject(object, id).catch(() => undefined))) found.push([object, id])
    await goBack(module, 30)
    for (const [object, id] of found)
      await expect(subject(object, id), object).rejects.toBeInstanceOf(ReadOnly)
    expect(found.length > 0).toBe((module.records ?? []).length > 0)
  })

  test('when its days are over it is off, and coming back it is as it was', async () => {
    const before = await stage.fingerprint(module)
    await goBack(module, -1)
    const [entry] = module.navigation
    const gone = await stage.as('amy').get(entry?.href ?? '/')
    expect(gone.headers.get('x-module-off')).toBe(module.id)
    await comeBack(module)
    await until(
      `${module.id} is back`,
      async () => (await stage.as('amy').get(entry?.href ?? '/')).status === 200,
    )
    expect(await stage.fingerprint(module)).toBe(before)
  })
})

test('the contract was held against what programs, files and lists there are', () => {
  for (const part of ['resources', 'transfers', 'lists', 'records'] as const)
    expect(
      modules.some((module) => (module[part]?.length ?? 0) > 0),
      part,
    ).toBe(true)
})
