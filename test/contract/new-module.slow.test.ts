import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Copy, copyProject, type Ran } from './new-module/copy.ts'

// Each test runs a whole compiler, or all of the contract, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 })

let copy: Copy
let written: Ran
beforeAll(async () => {
  copy = await copyProject()
  const titles = ['--title-en', "Marketing & the firm's fairs", '--title-zh', '市场']
  written = await copy.run('core/new-module.ts', 'marketing', ...titles)
})
afterAll(() => copy.remove())

/** Names every test, so that one can see that the new module was among those looked at. */
const vitest = (...files: string[]): Promise<Ran> => {
  const reporters = ['--reporter=verbose', '--reporter=./test/setup/closing-line.ts']
  return copy.run('node_modules/vitest/vitest.mjs', 'run', '--no-color', ...reporters, ...files)
}

test('it is written, listed and said what comes next', async () => {
  expect(written).toMatchObject({ code: 0 })
  expect(written.output).toContain('modules/marketing/module.ts')
  expect(written.output).toContain('migrations/marketing/0001_policies.sql')
  const list = await readFile(join(copy.folder, 'modules/index.ts'), 'utf8')
  expect(list).toMatch(/\[[^\]]*marketing,?\s*\]/)
  const manifest = await readFile(join(copy.folder, 'modules/marketing/module.ts'), 'utf8')
  expect(manifest).not.toContain('{{')
})

test('its types and its style are the house’s from the first line', async () => {
  const types = await copy.run('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.')
  expect(types.output.split('\n').filter((line) => line.includes('marketing'))).toEqual([])
  const places = ['modules/marketing', 'modules/index.ts']
  const style = await copy.run('node_modules/@biomejs/biome/bin/biome', 'check', ...places)
  expect(style).toMatchObject({ code: 0 })
  expect(style.output).toMatch(/Checked 1\d files/)
})

test('its migration says all there is to say about its tables', async () => {
  const kit = ['generate', '--dialect=postgresql', '--out=./migrations/marketing']
  const schema = '--schema=./modules/marketing/schema.ts'
  const { output } = await copy.run('node_modules/drizzle-kit/bin.cjs', ...kit, schema)
  expect(output).toContain('No schema changes')
})

test('it boots and passes the contract, the catalogue, the boundaries and the texts at once', async () => {
  const story = join(copy.folder, 'test/contract/new-module')
  await rename(join(story, 'marketing.ts'), join(story, 'marketing.test.ts'))
  const contract = ['core', 'guards', 'manifest', 'routes', 'surfaces'].map(
    (name) => `test/contract/${name}.test.ts`,
  )
  const house = ['schema', 'boundary', 'messages'].map((name) => `test/core/${name}`)
  const { code, output } = await vitest(...contract, ...house, 'test/contract/new-module/marketing')
  expect(output.split('\n').filter((line) => line.includes(' FAIL '))).toEqual([])
  expect(output.slice(-200)).toMatch(/\n\d{3,} passed, 0 failed/)
  for (const looked of ['modules/marketing/messages', 'marketing.items', 'marketing > '])
    expect(output).toContain(looked)
  expect(code).toBe(0)
}, 600_000)

test('asked for once more, it is refused, and what was written stays', async () => {
  const before = await readFile(join(copy.folder, 'modules/index.ts'), 'utf8')
  const again = await copy.run('core/new-module.ts', 'marketing')
  expect(again.code).toBe(2)
  expect(again.output.trim()).toBe(
    'modules/marketing is there already: choose another id, or remove it first.',
  )
  expect(await readFile(join(copy.folder, 'modules/index.ts'), 'utf8')).toBe(before)
})
