import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { commands } from '../../core/cli/commands.ts'
import { type Io, UsageError } from '../../core/cli/io.ts'
import { readEnv } from '../../core/env.ts'
import { StartFailure } from '../../core/start/failure.ts'
import { setStrictness, strictnesses } from '../../flags/matrix/strictness.ts'
import { readModuleRows } from '../../flags/rows.ts'
import { type FlagsFirm, openFirm } from './firm.ts'

let firm: FlagsFirm
let folder: string
let printed: string[]
let io: Io

beforeAll(async () => {
  firm = await openFirm()
  folder = await mkdtemp(join(tmpdir(), 'stepwise-flags-'))
})
afterAll(async () => {
  await firm.close()
  await rm(folder, { recursive: true })
})
beforeEach(() => {
  printed = []
  io = {
    env: readEnv({ DATABASE_URL: firm.address }),
    folder,
    input: process.stdin,
    print: (line) => printed.push(line),
    complain: (line) => printed.push(line),
  }
})

const at = ['--company', '海港贸易']
const run = (name: string, ...args: string[]) => {
  const command = commands[name]
  if (!command) throw new Error(`There is no command "${name}".`)
  return command(args, io)
}
const asJson = () => JSON.parse(printed.join('\n'))
const save = (name: string, text: string) => writeFile(join(folder, name), text)
const feature = { name: 'new.board', enabled: true, strategies: [{ name: 'default' }] }

test('a document goes in with a truthful count, and comes out as it was', async () => {
  await save('flags.json', JSON.stringify({ version: 1, features: [feature] }))
  expect(await run('flags import', 'flags.json', ...at, '--json')).toBe(0)
  expect(asJson()).toEqual({ created: 1, updated: 0, unchanged: 0, dropped: 0 })
  printed = []
  expect(await run('flags export', ...at)).toBe(0)
  expect(asJson()).toEqual({ version: 2, features: [feature], segments: [] })
})

test('a document with a module in it is refused with the way to do it, and changes nothing', async () => {
  const module = { ...feature, name: 'module.contacts' }
  await save('module.json', JSON.stringify({ version: 2, features: [module] }))
  const attempt = run('flags import', 'module.json', ...at, '--replace')
  await expect(attempt).rejects.toBeInstanceOf(StartFailure)
  await expect(attempt).rejects.toThrow('module set contacts')
  await run('flags export', ...at)
  expect(asJson().features).toEqual([feature])
})

test('why a flag is on is told for a person and for any context', async () => {
  await save(
    'north.json',
    JSON.stringify({
      version: 2,
      features: [
        {
          name: 'north.only',
          enabled: true,
          strategies: [
            {
              name: 'default',
              constraints: [{ contextName: 'department', operator: 'IN', values: ['sales'] }],
            },
          ],
        },
      ],
    }),
  )
  await run('flags import', 'north.json', ...at)
  printed = []
  await run('flags explain', 'north.only', ...at, '--as', 'emil@harbour.example')
  expect(printed).toEqual(['On: rule 1 of the flag north.only (default) applies.'])
  printed = []
  const context = JSON.stringify({ userId: '7', properties: { department: 'service' } })
  await run('flags explain', 'north.only', ...at, '--context', context, '--json')
  expect(asJson()).toMatchObject({
    flag: 'north.only',
    on: false,
    variant: null,
    why: { rule: 'strategies', failures: [{ because: 'constraint' }] },
  })
})

test('a module goes by its id as well as by the name of its flag', async () => {
  expect(await run('flags explain', 'contacts', ...at, '--context', '{}', '--json')).toBe(0)
  expect(asJson()).toMatchObject({ flag: 'module.contacts', on: false })
  printed = []
  await run('flags explain', 'new.bord', ...at, '--context', '{}')
  expect(printed[0]).toMatch(/There are: contacts, .*new\.board/)
})

test('a flag nobody knows is off, and that is an answer, not a failure', async () => {
  expect(await run('flags explain', '__proto__', ...at, '--context', '{}')).toBe(0)
  expect(printed[0]).toMatch(/^Off: there is no flag named __proto__\. There are: /)
})

test.each([
  ['flags import', []],
  ['flags import', ['a.json']],
  ['flags export', ['--company', '海港贸易', 'more']],
  ['flags explain', ['x', '--company', '海港贸易']],
  ['module set', ['contacts', '--company', '海港贸易', '--reason', 'x']],
  ['module set', ['contacts', '--company', '海港贸易', '--off', '--everyone', '--reason', 'x']],
  ['module set', ['contacts', '--company', '海港贸易', '--off']],
])('%s %j is refused before anything is touched', async (name, args) => {
  const refused = await run(name, ...args).then(
    () => undefined,
    (error) => error,
  )
  const usage = refused instanceof UsageError || /^ERR_PARSE_ARGS/.test(refused?.code)
  expect(usage, String(refused)).toBe(true)
})

test('a module that does not exist is named together with those that do', async () => {
  await expect(run('module set', 'magic', ...at, '--everyone', '--reason', 'x')).rejects.toThrow(
    'There is no module "magic"',
  )
})

test('the import of a command is in the audit trail without a person', async () => {
  const [entry] = await firm.inScope((scope) =>
    scope.db.execute<{ actor_id: string | null }>(sql`
      select actor_id from core.audit
      where company_id = ${firm.company} and object = 'flags.document' order by id desc limit 1`),
  )
  expect(entry).toEqual({ actor_id: null })
})

test('where two people decide, the command line is no way round the second; closing needs nobody', async () => {
  const has = async () => {
    printed = []
    await run('flags explain', 'contacts', ...at, '--as', 'emil@harbour.example', '--json')
    return asJson().on
  }
  await run('module set', 'contacts', ...at, '--off', '--reason', 'to begin with')
  await firm.inScope((scope) => setStrictness(scope, 'strict', 'Two shall decide'))
  const alone = run('module set', 'contacts', ...at, '--everyone', '--reason', 'I say so')
  await expect(alone).rejects.toThrow('two people decide')
  expect(await has()).toBe(false)
  await firm.inScope((scope) => setStrictness(scope, 'guided', 'One is enough'))
  await run('module set', 'contacts', ...at, '--everyone', '--reason', 'The pilot begins')
  expect(await has()).toBe(true)
  await firm.inScope((scope) => setStrictness(scope, 'strict', 'Two shall decide'))
  await run('module set', 'contacts', ...at, '--off', '--reason', 'Stop')
  expect(await has()).toBe(false)
})

test('a day to look again is set where no gate has let a step through, and told', async () => {
  await firm.inScope((scope) => setStrictness(scope, 'guided', 'One is enough'))
  await run('module set', 'contacts', ...at, '--off', '--reason', 'to begin with')
  printed = []
  await run('module set', 'contacts', ...at, '--departments', 'sales', '--reason', 'The pilot')
  expect(printed[0]).toMatch(/on for 2 people\. No gate stands before it: look at it again by 20/)
  const rows = await firm.inScope(({ db }) => readModuleRows(db, firm.company, 'contacts'))
  expect(rows.audiences[0]?.expiresOn).toMatch(/^20\d\d-\d\d-\d\d$/)
})

test('where a server decides that may not be written to, nothing is set here', async () => {
  const reach = { UNLEASH_URL: 'http://127.0.0.1:9/api', UNLEASH_TOKEN: 'a client token' }
  const set = (env: Record<string, string>) => {
    io = { ...io, env: readEnv({ DATABASE_URL: firm.address, ...env }) }
    return run('module set', 'contacts', ...at, '--everyone', '--reason', 'Two writers')
  }
  await expect(set(reach)).rejects.toThrow('http://127.0.0.1:9')
  expect(await set({ ...reach, UNLEASH_ADMIN_TOKEN: 'an admin token' })).toBe(0)
})

test('in an install that serves other firms law and security come first, once customers are there', async () => {
  io = { ...io, env: readEnv({ DATABASE_URL: firm.address, HOSTED: '1' }) }
  const set = (...whom: string[]) =>
    run('module set', 'contacts', ...at, ...whom, '--reason', 'The pilot begins')
  await set('--off')
  expect(await set('--departments', 'sales'), 'on the first day').toBe(0)
  await run('seed', ...at, '--accounts', '1', '--contacts', '1')
  for (const strictness of strictnesses) {
    await firm.inScope((scope) => setStrictness(scope, strictness, 'a test'))
    await expect(set('--everyone'), strictness).rejects.toThrow(
      'the legal and security requirements are not met',
    )
  }
  const { audiences } = await firm.inScope(({ db }) => readModuleRows(db, firm.company, 'contacts'))
  expect(audiences).toMatchObject([{ kind: 'department' }])
  expect(await set('--off'), 'taking away waits for nobody').toBe(0)
})
