import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Database } from '../../core/db/database.ts'
import type { Module } from '../../core/module.ts'
import { tellableKinds } from '../../core/records/kinds.ts'
import { readPanels } from '../../core/records/panels.ts'
import type { PersonName } from '../setup/cast.ts'
import { modules, openStage, type Stage, tablesOf } from './stage.ts'

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

const links = (html: string, module: Module): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)]
    .map(([, href]) => href as string)
    .filter((href) => href === `/${module.id}` || href.startsWith(`/${module.id}/`))

/** Words by which records of a module may be found: the names that stand in its tables. */
async function namesIn(module: Module): Promise<string[]> {
  const names: string[] = []
  for (const table of await tablesOf(stage.eyes, module)) {
    const columns = await stage.eyes`
      select from pg_attribute where attrelid = ${table}::regclass and attname = 'name'`
    if (columns.length === 0) continue
    const rows = await stage.eyes<{ name: string }[]>`
      select name from ${stage.eyes(table)} where company_id = ${stage.company} order by name limit 3`
    names.push(...rows.map((row) => row.name))
  }
  return names
}

describe.each(modules)('$id', (module: Module) => {
  test('off for emil, no link leads there from his start page or his palette; lin keeps hers', async () => {
    const [entry] = module.navigation
    const places = [
      '/',
      '/search/palette',
      `/search/palette?q=${encodeURIComponent(entry?.title.en ?? '')}`,
    ]
    for (const place of places)
      expect(links(await read('emil', place), module), place).not.toEqual([])
    await stage.turn(module.id, 'off', 'emil')
    for (const place of places) {
      expect(links(await read('emil', place), module), place).toEqual([])
      expect(links(await read('lin', place), module), place).not.toEqual([])
    }
  })

  test('its cards are on the start page exactly while it is on', async () => {
    const cards = await stage.inScope('amy', (scope) =>
      Promise.all(
        (module.cards ?? []).map((card) => card.render(scope, stage.app.product.registry)),
      ),
    )
    const shown = cards.filter((card) => card !== undefined).map(String)
    const on = await read('amy', '/')
    for (const card of shown) expect(on).toContain(card)
    await stage.turn(module.id, 'off', 'amy')
    const off = await read('amy', '/')
    for (const card of shown) expect(off).not.toContain(card)
  })

  test('its records are found exactly while it is on', async () => {
    if (!module.search) return expect(await namesIn(module)).toEqual([])
    const found = async () => {
      const hits: string[] = []
      for (const name of await namesIn(module))
        for (const where of ['/search', '/search/palette'])
          hits.push(...hitsOf(await read('amy', `${where}?q=${encodeURIComponent(name)}`), module))
      return hits
    }
    expect((await found()).length).toBeGreaterThan(0)
    await stage.turn(module.id, 'off', 'amy')
    expect(await found()).toEqual([])
  })

  test('its words for the timeline, and its panels, are used exactly while it is on', async () => {
    const kinds: string[] = module.timeline?.map(({ kind }) => kind) ?? []
    const slots = module.panels?.map(({ slot }) => slot) ?? []
    const used = () =>
      stage.inScope('amy', async (scope) => {
        const { registry } = stage.app.product
        const told = [...tellableKinds(registry, scope).keys()].filter((kind) =>
          kinds.includes(kind),
        )
        const drawn = await Promise.all(
          slots.map((slot) => readPanels(registry, scope, slot, scope.user.id)),
        )
        return [told.length, drawn.flat().length]
      })
    const on = await used()
    expect(on[0]).toBe(kinds.length)
    await stage.turn(module.id, 'off', 'amy')
    const [told, drawn = 0] = await used()
    expect(told).toBe(0)
    expect(drawn).toBeLessThanOrEqual(on[1] ?? 0)
  })

  test('all panels of a record are read in one statement', async () => {
    const slots = new Set(module.panels?.map(({ slot }) => slot))
    for (const slot of slots)
      await stage.inScope('amy', async (scope) => {
        const asked = vi.spyOn(sessionOf(scope.db), 'prepareQuery')
        await readPanels(stage.app.product.registry, scope, slot, scope.user.id)
        expect(asked).toHaveBeenCalledTimes(1)
      })
  })
})

/** What sends the statements of a transaction. */
const sessionOf = ({ _: { session } }: Database) => session

/** Hits that lead to records, without the pages of the menu. */
const hitsOf = (html: string, module: Module): string[] =>
  links(html.replaceAll(/<nav[\s\S]*?<\/nav>/g, ''), module).filter(
    (href) => !module.navigation.some((entry) => entry.href === href),
  )
