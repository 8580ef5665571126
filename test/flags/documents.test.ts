import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openModule } from '../../flags/audience.ts'
import { DocumentError, parseDocument } from '../../flags/documents.ts'
import { exportDocument, importDocument } from '../../flags/imported.ts'
import { sayDocumentProblem } from '../../flags/messages.ts'
import { contacts, type FlagsFirm, openFirm } from './firm.ts'

let firm: FlagsFirm
beforeAll(async () => {
  firm = await openFirm()
})
afterAll(() => firm.close())

const feature = (name: string, more: object = {}) => ({
  name,
  enabled: true,
  strategies: [{ name: 'default' }],
  ...more,
})
const document = (features: unknown[], segments?: unknown[]) =>
  JSON.stringify({ version: 2, features, segments })

const take = (text: string, replace = false) =>
  firm.inScope((scope) => importDocument(scope, parseDocument(text), replace))
const give = () => firm.inScope(exportDocument)
const isOn = async (flag: string) => (await firm.flags.of(firm.company)).isOn({}, flag).on

const complaint = (text: string): string => {
  try {
    parseDocument(text)
  } catch (error) {
    if (error instanceof DocumentError) return sayDocumentProblem(error.problem, 'en')
    throw error
  }
  return 'no complaint'
}

test('features and segments come out as they went in, whatever else stands in them', async () => {
  const features = [
    feature('checkout.new', {
      type: 'experiment',
      'x-ours': { deep: [1, null, '数'] },
      stale: false,
    }),
    feature('再生', { strategies: [{ name: 'homemade', parameters: { rollout: 20, when: '' } }] }),
  ]
  const segments = [{ id: 7, name: 'north', constraints: [], note: '“quoted”' }]
  expect(await take(document(features, segments), true)).toEqual({
    created: 3,
    updated: 0,
    unchanged: 0,
    dropped: 0,
  })
  expect(await give()).toEqual({ version: 2, features, segments })
  expect(await take(JSON.stringify(await give()))).toMatchObject({ unchanged: 3, dropped: 0 })
})

test('any value that JSON can hold survives import and export', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .jsonValue({ maxDepth: 3 })
        .filter((value) => !/\\u(0000|d[89a-f])/i.test(JSON.stringify(value))),
      async (extra) => {
        const features = [feature('anything', { extra: JSON.parse(JSON.stringify(extra)) })]
        await take(document(features), true)
        expect((await give()).features).toEqual(features)
      },
    ),
    { numRuns: 60 },
  )
})

test('a second document changes what it names and leaves the rest, unless it replaces all', async () => {
  await take(document([feature('one'), feature('two')]), true)
  const changed = feature('two', { enabled: false })
  expect(await take(document([changed, feature('three')]))).toEqual({
    created: 1,
    updated: 1,
    unchanged: 0,
    dropped: 0,
  })
  expect([await isOn('one'), await isOn('two'), await isOn('three')]).toEqual([true, false, true])
  expect(await take(document([feature('three')]), true)).toMatchObject({ unchanged: 1, dropped: 2 })
  expect((await give()).features).toEqual([feature('three')])
  expect(await isOn('one')).toBe(false)
})

test('replacing all imported flags leaves the modules as they are', async () => {
  await firm.inScope((scope) =>
    openModule(scope, contacts, [{ kind: 'everyone', variant: 'write' }], 'all of us'),
  )
  await take(document([]), true)
  const engine = await firm.flags.of(firm.company)
  expect(engine.state(await firm.who('emil'), 'contacts')).toBe('write')
  expect((await give()).features, 'and they are in no export').toEqual([])
})

test('a document that cannot be used changes nothing', async () => {
  await take(document([feature('one')]), true)
  expect(() => parseDocument(document([feature('two'), { name: 'three' }]))).toThrow(DocumentError)
  expect((await give()).features).toEqual([feature('one')])
})

test('an import is in the audit trail with what was there before', async () => {
  await take(document([feature('one')]), true)
  await take(document([feature('one', { enabled: false })]))
  const [entry] = await firm.inScope((scope) =>
    scope.db.execute<{ before: object; after: object }>(sql`
      select before, after from core.audit
      where company_id = ${firm.company} and object = 'flags.document' order by id desc limit 1`),
  )
  expect(entry).toMatchObject({
    before: { 'feature one': { enabled: true } },
    after: { 'feature one': { enabled: false } },
  })
})

test('names that every object has are flags like any other, and spoil nothing', async () => {
  const names = ['__proto__', 'constructor', 'toString']
  await take(document(names.map((name) => feature(name, { enabled: name !== 'toString' }))), true)
  expect([await isOn('__proto__'), await isOn('constructor'), await isOn('toString')]).toEqual([
    true,
    true,
    false,
  ])
  expect(await isOn('hasOwnProperty')).toBe(false)
  const hostile = `{"version":1,"features":[{"name":"x","enabled":true,"strategies":[],"__proto__":{"on":1}}]}`
  await take(hostile)
  expect(({} as { on?: number }).on).toBeUndefined()
  expect(JSON.stringify((await give()).features.at(-1))).toContain('__proto__')
})

test('imported flags that no client could evaluate are off, and nothing breaks', async () => {
  const strategies = [
    { name: 'userWithId' },
    { name: 'remoteAddress', parameters: { IPs: 10 } },
    { name: 'default', constraints: [{ contextName: 'userId', operator: 'IN' }] },
    {
      name: 'default',
      constraints: [{ contextName: 'userId', operator: 'BESIDE', values: ['1'] }],
    },
    { name: 'default', segments: [404] },
    { name: 'from-elsewhere', parameters: null, constraints: null, segments: null },
  ]
  await take(document([feature('odd', { strategies, variants: null, dependencies: null })]), true)
  const { on, why } = (await firm.flags.of(firm.company)).explain({ userId: 'emil' }, 'odd')
  expect(on).toBe(false)
  expect(why).toMatchObject({
    rule: 'strategies',
    failures: [
      { number: 1, because: 'parameters' },
      { number: 2, because: 'parameters' },
      { number: 3, because: 'constraint' },
      { number: 4, because: 'constraint' },
      { number: 5, because: 'segment' },
      { number: 6, because: 'unknown' },
    ],
  })
})

describe('what is wrong with a document is said in one sentence', () => {
  test.each([
    ['no JSON', '{"version":', 'This is not a JSON file'],
    ['no list of features', '{"version":1}', 'features in this document must be of the type array'],
    ['a version of the future', '{"version":3,"features":[]}', '"version" must be 1 or 2'],
    ['no object at all', '[]', 'This is not an Unleash features document'],
    [
      'a text where yes or no belongs',
      document([feature('a'), feature('b', { enabled: 'yes' })]),
      'features[1].enabled in this document must be of the type boolean',
    ],
    [
      'strategies that are no list',
      document([{ name: 'a', enabled: true, strategies: {} }]),
      'features[0].strategies in this document must be of the type array',
    ],
    ['one name twice', document([feature('a'), feature('a')]), '"a" appears twice in the features'],
    [
      'one segment twice',
      document([], [{ id: 1 }, { id: 1 }]),
      '"1" appears twice in the segments',
    ],
    [
      'a module',
      document([feature('module.contacts')]),
      'use "module set contacts" or the page Modules',
    ],
    ['a NUL', document([feature('a', { note: 'x\0' })]), 'an invisible NUL'],
    ['half a character', document([feature('a', { note: '\ud800' })]), 'half a character'],
  ])('%s', (_, text, expected) => {
    expect(complaint(text)).toContain(expected)
  })
})
