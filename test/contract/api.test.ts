import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Resource } from '../../core/api/resource.ts'
import type { Module } from '../../core/module.ts'
import type { PersonName } from '../setup/cast.ts'
import { type Json, type Program, programOf } from '../setup/program.ts'
import { modules, openStage, type Stage } from './stage.ts'

let stage: Stage
const programs = {} as Record<PersonName, Program>
beforeAll(async () => {
  stage = await openStage()
  for (const name of ['amy', 'lin', 'emil', 'tara'] as const)
    programs[name] = await programOf(stage.app, stage, name)
})
afterAll(() => stage.close())
afterEach(async () => {
  for (const module of modules) await stage.turn(module.id, 'write')
})

const all: { module: Module; resource: Resource }[] = modules.flatMap((module) =>
  (module.resources ?? []).map((resource) => ({ module, resource })),
)
const cases = all.map(({ module, resource }) => [resource.name, module, resource] as const)

/** Every address of a resource with a record that exists. */
async function addressesOf({ name, writing }: Resource): Promise<[method: string, path: string][]> {
  const id = (await programs.amy.get(`/${name}`)).body.items[0]?.id
  const reading: [string, string][] = [
    ['GET', `/${name}`],
    ['GET', `/${name}/${id}`],
  ]
  if (!writing) return reading
  return [
    ...reading,
    ['POST', `/${name}`],
    ['PATCH', `/${name}/${id}`],
    ['DELETE', `/${name}/${id}`],
  ]
}

const send = (program: Program, method: string, path: string) =>
  method === 'GET'
    ? program.get(path)
    : program.ask(method, path, { name: 'taken' }, { 'if-match': '*' })

describe.each(cases)('%s', (name, module, resource) => {
  test('a record has exactly the fields that the description names, in the list as alone', async () => {
    const schema = await stage.inScope('amy', async (scope) => resource.record(scope))
    const fields = Object.keys(schema.shape).sort()
    const { body } = await programs.amy.get(`/${name}`)
    expect(body.items.length).toBeGreaterThan(0)
    expect(Object.keys(body).sort()).toEqual(['items', 'next', 'total'])
    for (const item of body.items) {
      expect(Object.keys(item).sort()).toEqual(fields)
      expect(schema.safeParse(item).error?.issues).toBeUndefined()
      expect((await programs.amy.get(`/${name}/${item.id}`)).body).toEqual(item)
    }
  })

  test('a list is of the length asked for, and its cursor leads on to the rest', async () => {
    const whole = (await programs.amy.get(`/${name}`)).body
    const first = (await programs.amy.get(`/${name}?limit=1`)).body
    expect([first.items.length, first.total]).toEqual([1, whole.total])
    const next = (await programs.amy.get(`/${name}?limit=200&cursor=${first.next}`)).body
    expect([...first.items, ...next.items]).toEqual(whole.items)
    expect(next.next).toBeNull()
  })

  test('off for emil, none of its addresses is there, nothing changes, and the description is silent', async () => {
    const addresses = await addressesOf(resource)
    const described = async () =>
      Object.keys((await programs.emil.get('/openapi.json')).body.paths).includes(`/v1/${name}`)
    expect(await described()).toBe(true)
    await stage.turn(module.id, 'off', 'emil')
    const before = await stage.fingerprint(module)
    for (const [method, path] of addresses) {
      const answer = await send(programs.emil, method, path)
      expect([method, path, answer.status]).toEqual([method, path, 404])
      expect(answer.headers.get('x-module-off')).toBe(module.id)
      expect(answer.body.type).toBe('urn:stepwise:problem:module-off')
    }
    expect(await described()).toBe(false)
    expect((await programs.lin.get(`/${name}`)).status).toBe(200)
    expect(await stage.fingerprint(module)).toBe(before)
  })

  test('open for reading only, it answers what it did and refuses every change with a sentence', async () => {
    const addresses = await addressesOf(resource)
    const read = await programs.amy.get(`/${name}`)
    await stage.turn(module.id, 'read', 'amy')
    const before = await stage.fingerprint(module)
    expect((await programs.amy.get(`/${name}`)).body).toEqual(read.body)
    for (const [method, path] of addresses.filter(([one]) => one !== 'GET')) {
      const answer = await send(programs.amy, method, path)
      expect([answer.status, answer.body.type]).toEqual([403, 'urn:stepwise:problem:read-only'])
      expect(answer.body.detail).toContain(module.title.en)
    }
    const { paths } = (await programs.amy.get('/openapi.json')).body
    expect(Object.keys(paths[`/v1/${name}`])).toEqual(['get'])
    expect(await stage.fingerprint(module)).toBe(before)
  })

  test('to a program of tara, whose role has no right to it, it is not there', async () => {
    const granted = module.permissions.find(({ key }) => key === resource.permission)
    if (granted?.roles.trainer) return expect(granted.roles.trainer).not.toBe('none')
    for (const [method, path] of await addressesOf(resource)) {
      const answer = await send(programs.tara, method, path)
      expect([path, answer.status, answer.headers.has('x-module-off')]).toEqual([path, 404, false])
    }
  })

  test('a method it does not have is refused by name', async () => {
    const answer = await programs.amy.ask('PUT', `/${name}`, {})
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toMatch(/^GET/)
  })

  test('no column of a table can be written that the description does not name', async () => {
    if (!resource.writing) return expect(resource.writing).toBeUndefined()
    const known = Object.keys((await resource.writing.input()).shape)
    const columns = ['id', 'company_id', 'companyId', 'version', 'archivedAt', 'createdBy', 'own']
    const id = (await programs.amy.get(`/${name}`)).body.items[0].id
    const before = await stage.fingerprint(module)
    for (const column of [...columns, '__proto__', 'constructor']) {
      if (known.includes(column)) continue
      const body = `{"name":"x","${column}":"x"}`
      for (const answer of [
        await programs.amy.post(`/${name}`, body),
        await programs.amy.ask('PATCH', `/${name}/${id}`, body, { 'if-match': '*' }),
      ]) {
        expect([column, answer.status]).toEqual([column, 422])
        expect(answer.body.errors.map(({ pointer }: Json) => pointer)).toContain(`#/${column}`)
      }
    }
    expect(await stage.fingerprint(module)).toBe(before)
  })
})

test('the contract was held against a resource of every module that keeps records for programs', () => {
  expect(all.map(({ resource }) => resource.name)).toEqual(
    expect.arrayContaining(['accounts', 'contacts', 'parcels']),
  )
})
