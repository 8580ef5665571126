import { describe, expect, test } from 'vitest'
import { root } from '../../core/root.ts'
import { modules } from '../../modules/index.ts'
import { type OtherMeaning, rules } from './boundary/rules.ts'
import { factsOf, readSources, type Source } from './boundary/sources.ts'

/** Reviewed. Whoever adds a line says what the word means there. */
const otherMeanings: OtherMeaning[] = [
  {
    in: /^core\/auth\//,
    words: ['account', 'accounts', 'ticket', 'tickets'],
    means: 'a person’s own account; the sealed ticket of who may choose between companies',
  },
  {
    in: /^core\/(app\.tsx|open-product\.ts|product\.ts|registry\.ts|access\/several-routes\.tsx|http\/shown-once\.ts|tokens\/(routes|views\/own-tokens)\.tsx|api\/messages\/en\.ts)$/,
    words: ['account', 'ticket', 'tickets'],
    means: 'the same two, where the product is put together',
  },
  { in: /^core\/(module\.ts|access\/)/, words: ['lead'], means: 'who leads a department' },
  {
    in: /^core\/demo\//,
    words: [
      'account',
      'accounts',
      'contacts',
      'deal',
      'deals',
      'lead',
      'leads',
      '客户',
      '商机',
      '联系人',
      'ticket',
      'tickets',
      '工单',
    ],
    means: 'the demo tells the story of one firm with all its modules',
  },
  {
    in: /^core\/letterhead\//,
    words: ['account'],
    means: 'the firm’s own at its bank',
  },
  { in: /^core\/main\.ts$/, words: ['lead'], means: 'the first process leads the others' },
  {
    in: /^core\/access\/roles\.ts$/,
    words: ['contact', '联系人', '客户'],
    means: 'the privacy contact; whose data a role never sees',
  },
  { in: /^core\/home\/messages\//, words: ['客户'], means: 'what a newcomer brings along' },
  { in: /^views\/icons\.ts$/, words: ['ticket'], means: 'names of drawings' },
  {
    in: /^views\/(messages\/.*|user-menu\.tsx)$/,
    words: ['account', '客户', '联系人'],
    means: 'a person’s own account; an example of what can be searched',
  },
]

const needs = new Map(modules.map((module) => [module.id, module.needs]))
const all = rules(new Map([...needs, ['parcels', ['contacts']]]), otherMeanings)
const sources = readSources(root)

/** `rule: file: what`, for every break of every rule. */
const breaks = (given: Source[]): string[] =>
  given
    .map(factsOf)
    .flatMap((facts) =>
      all.flatMap(({ name, broken }) =>
        broken(facts).map((what) => `${name}: ${facts.path}: ${what}`),
      ),
    )

test('every source was read: core, flags, views and modules', () => {
  const count = (folder: string) =>
    sources.filter(({ path }) => path.startsWith(`${folder}/`)).length
  expect(count('core')).toBeGreaterThan(120)
  expect(count('flags')).toBeGreaterThan(15)
  expect(count('views')).toBeGreaterThan(50)
  expect(count('modules')).toBeGreaterThanOrEqual(1 + modules.length * 5)
  const imports = sources.map(factsOf).flatMap((facts) => facts.imports)
  expect(imports.length).toBeGreaterThan(500)
  expect(imports.some(({ from }) => from === 'core/scope.ts')).toBe(true)
})

test('no file breaks a rule of the house', () => {
  expect(breaks(sources)).toEqual([])
})

test('every exception is still needed', () => {
  const words = sources.map(factsOf)
  for (const one of otherMeanings)
    for (const word of one.words) {
      const used = words.some(
        (facts) => one.in.test(facts.path) && [...facts.words].some((said) => said.includes(word)),
      )
      expect(used, `${one.in} ${word}`).toBe(true)
    }
})

describe('a planted break is found', () => {
  test.each([
    ['core/planted.ts', `import { modules } from '../modules/index.ts'`, /^the core knows neither/],
    ['core/planted.ts', `import type { Flags } from '../flags/port.ts'`, /^the core knows neither/],
    ['core/app.tsx', `import { modules } from '../modules/index.ts'`, /^the core knows neither/],
    ['core/planted.ts', `const late = await import('../flags/port.ts')`, /^the core knows neither/],
    ['core/planted.ts', `export * from '../flags/port.ts'`, /^the core knows neither/],
    ['flags/planted.ts', `import { modules } from '../modules/index.ts'`, /^the flags know/],
    ['modules/parcels/planted.ts', `import { x } from '../../flags/port.ts'`, /^a module asks/],
    ['modules/parcels/x.ts', `import { x } from '../sales/public.ts'`, /^modules know/],
    ['modules/parcels/x.ts', `import type { X } from '../sales/schema.ts'`, /^modules know/],
    ['modules/parcels/x.ts', `import { x } from '../contacts/accounts.ts'`, /^modules know/],
    ['modules/parcels/x.ts', `type X = import('../sales/deals.ts').X`, /^modules know/],
    ['modules/parcels/views/x.tsx', `import { x } from '../../index.ts'`, /^modules know/],
    ['views/planted.tsx', `import type { Scope } from '../core/scope.ts'`, /^views know/],
    ['views/planted.tsx', `import { isLocale } from '../core/i18n/locale.ts'`, /^views know/],
    ['core/auth/planted.ts', `import { Lucia } from 'lucia'`, /^only core\/auth\/session/],
    ['modules/parcels/x.ts', `const port = process.env.PORT`, /^only core\/env/],
    ['core/planted.ts', `const { PORT } = process['env']`, /^only core\/env/],
    ['modules/parcels/x.ts', `const all = sql.raw('select 1')`, /^only core\/db/],
    ['core/planted.ts', 'await pool.unsafe(`select 1`)', /^only core\/db/],
    ['core/planted.ts', `const openDeals = 1`, /^the core and the views have no words.*deals/],
    ['views/planted.tsx', `export const X = () => <p>Your tickets</p>`, /no words.*tickets/],
    ['views/planted.ts', `export const zhCN = { add: '新建客户' }`, /no words.*客户/],
  ])('%s: %s', (path, text, found) => {
    const [first, ...more] = breaks([{ path, text }])
    expect(first).toMatch(found)
    expect(more).toEqual([])
  })

  test('what is allowed is let through', () => {
    const fine: Source[] = [
      { path: 'modules/parcels/x.ts', text: `import type { Deal } from '../sales/public.ts'` },
      { path: 'modules/parcels/x.ts', text: `import { accounts } from '../contacts/public.ts'` },
      { path: 'modules/parcels/x.ts', text: `import { inOwn } from './deals.ts'` },
      { path: 'views/x.tsx', text: `import type { Locale } from '../core/i18n/locale.ts'` },
      { path: 'core/x.ts', text: `// process.env, sql.raw and deals are only spoken of here` },
    ]
    expect(breaks(fine)).toEqual([])
  })

  test('a file that is no TypeScript is no file without faults', () => {
    expect(() => breaks([{ path: 'core/planted.ts', text: 'const = ' }])).toThrow()
  })
})
