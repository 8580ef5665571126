import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Site } from '../../core/http/site.ts'
import type { Module } from '../../core/module.ts'
import { openRegistry, RegistryError, whatIsWrongWithId } from '../../core/registry.ts'
import { customs } from '../contract/fixture/customs.tsx'
import { parcels } from '../contract/fixture/parcels.tsx'
import { type Office, openOffice } from '../setup/office.ts'

const bare = (id: string, more: Partial<Module> = {}): Module => ({
  id,
  title: { en: id, 'zh-CN': id },
  about: { en: id, 'zh-CN': id },
  icon: 'briefcase',
  flag: `module.${id}`,
  needs: [],
  permissions: [],
  tables: [],
  routes: new Hono<Site>(),
  navigation: [],
  ...more,
})

/** The sentence with which a list is refused; empty when it is not. */
function refusal(...modules: Module[]): string {
  try {
    openRegistry(modules)
    return ''
  } catch (error) {
    expect(error).toBeInstanceOf(RegistryError)
    return (error as Error).message
  }
}

const view = { en: 'See', 'zh-CN': '查看' }
const permission = (key: `${string}.${string}`) => ({ key, title: view, scoped: false, roles: {} })

describe('a list of modules that cannot work stops the start with one sentence', () => {
  test('a sound list is taken, and every permission is known', () => {
    const registry = openRegistry([parcels, customs])
    expect(registry.modules.map((module) => module.id)).toEqual(['parcels', 'customs'])
    expect(registry.permissions.has('customs.declaration.view')).toBe(true)
    expect(registry.permissions.has('core.people.manage')).toBe(true)
  })

  test.each(['Parcels', 'my-parcels', 'x', '包裹', '', '2parcels', 'pgparcels', 'a'.repeat(31)])(
    '"%s" is no id',
    (id) => {
      expect(refusal(bare(id))).toBe(
        `modules/index.ts lists "${id}", which is no module id: use 2 to 30 lower-case letters and digits, a letter first, and not "pg".`,
      )
    },
  )

  test.each(['core', 'admin', 'login', 'flags'])('"%s" belongs to the core', (id) => {
    expect(refusal(bare(id))).toBe(
      `modules/index.ts lists "${id}", which is a name the core uses itself: choose another.`,
    )
  })

  test('an id twice', () => {
    expect(refusal(bare('parcels'), bare('parcels'))).toBe(
      'modules/index.ts lists "parcels" twice: remove one, or rename it in modules/parcels/module.ts.',
    )
  })

  test('a need that comes later, or not at all', () => {
    const sentence =
      'Module "customs" needs "parcels", which does not come before it in modules/index.ts: list "parcels" first.'
    expect(refusal(customs, parcels)).toBe(sentence)
    expect(refusal(customs)).toBe(sentence)
  })

  test('a permission declared twice', () => {
    const twice = [permission('parcels.view'), permission('parcels.view')]
    expect(refusal(bare('parcels', { permissions: twice }))).toBe(
      'Module "parcels" declares the permission "parcels.view", which exists already: rename or remove it in modules/parcels/module.ts.',
    )
  })

  test.each([
    {
      navigation: [{ href: '/parcels/x', icon: 'briefcase', title: view, permission: 'parcels.z' }],
    },
    { cards: [{ key: 'x', permission: 'parcels.z', render: async () => undefined }] },
    { panels: [{ slot: 'a.b', permission: 'parcels.z', render: async () => undefined }] },
    { search: [{ key: 'x', title: view, permission: 'parcels.z', find: async () => [] }] },
    { transfers: parcels.transfers?.map((one) => ({ ...one, exportPermission: 'parcels.z' })) },
  ] satisfies Partial<Module>[])('a permission nobody declares: %o', (more) => {
    const permissions = [permission('parcels.parcel.edit')]
    expect(refusal(bare('parcels', { permissions, ...(more as Partial<Module>) }))).toBe(
      'Module "parcels" uses the permission "parcels.z", which nobody declares: add it to permissions in modules/parcels/module.ts.',
    )
  })

  test.each([
    ['job', { jobs: [{ name: 'x.y', run: async () => {} }] }, 'x.y'],
    ['timeline kind', { timeline: [{ kind: 'x.y', icon: 'at', tell: () => '' }] }, 'x.y'],
    ['seed', { seeds: [{ key: 'rows', make: async () => {} }] }, 'rows'],
  ] satisfies [string, Partial<Module>, string][])('a %s of two modules', (what, more, name) => {
    expect(refusal(bare('parcels', more), bare('customs', more))).toBe(
      `Module "customs" declares the ${what} "${name}", which exists already: rename or remove it in modules/customs/module.ts.`,
    )
  })

  test.each(['hourly', '61 * * * *', '* * *'])('a job at "%s", which is no time', (cron) => {
    const jobs: Module['jobs'] = [{ name: 'parcels.count', cron, run: async () => {} }]
    expect(refusal(bare('parcels', { jobs }))).toBe(
      `Module "parcels" sets the time "${cron}" for the job "parcels.count", which is no cron time: write five parts like "17 * * * *" in modules/parcels/module.ts.`,
    )
  })

  test('a kind of file of two modules', () => {
    const { transfers = [], permissions } = parcels
    expect(refusal(parcels, bare('customs', { transfers, needs: [] }))).toBe(
      'Module "customs" declares the kind of file "parcels", which exists already: rename or remove it in modules/customs/module.ts.',
    )
    expect(permissions.length).toBeGreaterThan(0)
  })
})

describe('the addresses of the core', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice({ modules: [] })
  })
  afterAll(() => office.close())

  test('no module can sit on one of them', () => {
    const firsts = office.app.site.routes.map(({ path }) => path.split('/')[1] ?? '')
    const own = [...new Set(firsts)].filter((first) => /^[a-z]/.test(first))
    expect(own.length).toBeGreaterThan(8)
    for (const first of own) expect(whatIsWrongWithId(first), `/${first}`).toBeDefined()
  })

  test('a list that cannot work is refused before anything is opened', async () => {
    await expect(openOffice({ modules: [customs] })).rejects.toThrow(/list "parcels" first/)
  })
})
