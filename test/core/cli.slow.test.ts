import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../core/root.ts'
import { password } from '../setup/cast.ts'
import { startProduct } from '../setup/product.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stepwise-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Said = { code: number; out: string; err: string }

/** Runs the built command line as a person would, with something on standard input if need be. */
function crm(args: readonly string[], input = ''): Promise<Said> {
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, DATA_DIR: join(folder, 'data'), INIT_CWD: folder, LOG_LEVEL: 'silent' }
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['dist/crm.mjs', ...args],
      { cwd: root, env },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }),
    )
    child.stdin?.end(input)
  })
}

const json = async (args: readonly string[], input?: string) => {
  const { code, out, err } = await crm([...args, '--json'], input)
  expect(err).toBe('')
  return { code, ...JSON.parse(out) }
}

const firm = ['--company', '海港贸易']
const lin = ['--as', 'lin@harbour.example']
const reason = ['--reason', 'The pilot begins']

/** What somebody does who sets a company up from the command line; each step needs the one before. */
async function setUp(): Promise<void> {
  const founded = await json(
    [
      'company',
      'create',
      '--name',
      '海港贸易',
      '--locale',
      'en',
      '--admin-email',
      'amy@harbour.example',
      '--password-stdin',
    ],
    `${password}\n`,
  )
  expect(founded.code).toBe(0)
  expect(founded).not.toHaveProperty('password')
  for (const [key, name] of [
    ['sales', '销售部'],
    ['service', '客服部'],
  ] as const)
    expect(
      await json(['department', 'create', ...firm, '--key', key, '--name', name]),
    ).toMatchObject({ code: 0, key })
  const someone = ['user', 'create', ...firm, '--name', '林岚', '--role', 'lead']
  const made = await json([...someone, '--email', 'lin@harbour.example', '--department', 'sales'])
  expect(made).toMatchObject({ code: 0, password: expect.stringMatching(/^(\w{4}-){3}\w{4}$/) })
}

test('a company is set up and filled without a server, step by step, each saying what it did', {
  timeout: 120_000,
}, async () => {
  await setUp()
  await writeFile(
    join(folder, '客户.csv'),
    '客户名称,电话,备注\n青岛海鸥,0532-8888 1234,好\n,010,没有名称\n',
  )
  const file = ['import', 'accounts', '客户.csv', ...firm, ...lin]
  const off = await crm(file)
  expect(off).toMatchObject({ code: 1, out: '' })
  expect(off.err).toContain('The module contacts is off for lin@harbour.example')

  const opened = await json([
    'module',
    'set',
    'contacts',
    ...firm,
    '--departments',
    'sales',
    ...reason,
  ])
  expect(opened).toMatchObject({ code: 0, people: 1 })
  const tried = await json([...file, '--dry-run'])
  expect(tried).toMatchObject({
    code: 1,
    created: 1,
    updated: 0,
    skipped: 0,
    rejected: 1,
    rejects: null,
  })
  expect(tried.problems).toEqual([{ row: 3, reason: expect.stringContaining('客户名称') }])
  expect(await crm([...file, '--key', 'colour'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('--key is one of creditCode, name for accounts'),
  })
  expect(await json([...file, '--map', '备注=about', '--key', 'name'])).toEqual({
    code: 1,
    import: expect.any(String),
    created: 1,
    updated: 0,
    skipped: 0,
    rejected: 1,
    rejects: join(folder, '客户.rejected.csv'),
  })
  const rejects = await readFile(join(folder, '客户.rejected.csv'), 'utf8')
  await writeFile(join(folder, '客户.rejected.csv'), rejects.replace('\n,010', '\n补名,010'))
  const mended = ['import', 'accounts', '客户.rejected.csv', ...firm, ...lin]
  expect(await json(mended)).toMatchObject({ code: 0, created: 1, rejected: 0, rejects: null })
  expect(await json(mended)).toMatchObject({ code: 0, created: 0, skipped: 1 })
  expect(await crm(mended)).toMatchObject({
    code: 0,
    out: '客户.rejected.csv: 0 created, 0 updated, 1 unchanged, 0 rejected.\n',
  })
})

test('beside a running server the same commands work, and its people see at once what they did', {
  timeout: 120_000,
}, async () => {
  const { url } = await startProduct({ folder: join(folder, 'data') })
  const form = new URLSearchParams({ email: 'amy@harbour.example', password })
  const entered = await fetch(`${url}/login`, {
    method: 'POST',
    body: form,
    headers: { origin: url },
    redirect: 'manual',
  })
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const accounts = () => fetch(`${url}/contacts/accounts?q=seagull`, { headers: { cookie } })
  expect((await accounts()).headers.get('x-module-off')).toBe('contacts')

  await json(['module', 'set', 'contacts', ...firm, '--everyone', ...reason])
  await writeFile(join(folder, 'more.csv'), 'Name\nSeagull Ltd\n')
  expect(
    await json(['import', 'accounts', 'more.csv', ...firm, '--as', 'amy@harbour.example']),
  ).toMatchObject({ code: 0, created: 1 })
  expect(await (await accounts()).text()).toContain('Seagull Ltd')
  const why = await json(['flags', 'explain', 'module.contacts', ...firm, ...lin])
  expect(why).toMatchObject({ code: 0, on: true })
  expect(await json(['module', 'set', 'contacts', ...firm, '--off', ...reason])).toMatchObject({
    people: 0,
  })
  expect((await accounts()).headers.get('x-module-off')).toBe('contacts')
  expect(await json(['doctor'])).toMatchObject({ code: 0, fine: true })
  expect(await json(['migrate'])).toMatchObject({ code: 0, applied: [] })
})

test.each<[string, string[], number, string]>([
  ['an unknown command', ['comapny', 'create'], 2, 'There is no command "comapny create"'],
  [
    'an import without a file',
    ['import', 'accounts', ...firm, ...lin],
    2,
    'This command is used so',
  ],
  [
    'a mode that is none',
    ['import', 'accounts', 'more.csv', ...firm, ...lin, '--mode', 'all'],
    2,
    '--mode is one of',
  ],
  [
    'a file that is not there',
    ['import', 'accounts', 'none.csv', ...firm, ...lin],
    1,
    'none.csv cannot be read',
  ],
  [
    'a company that is not there',
    ['import', 'accounts', 'more.csv', '--company', 'X', ...lin],
    1,
    'no company called "X"',
  ],
  [
    'a person who is not there',
    ['import', 'accounts', 'more.csv', ...firm, '--as', 'eve@x.example'],
    1,
    'signs in as "eve@x.example"',
  ],
  [
    'a kind nobody imports',
    ['import', 'ships', 'more.csv', ...firm, ...lin],
    1,
    'choose one of accounts',
  ],
  [
    'a module that is not there',
    ['module', 'set', 'ships', ...firm, '--everyone', ...reason],
    1,
    'no module "ships"',
  ],
])(
  '%s gets one sentence on the error output and an exit code of its own',
  async (_, args, code, sentence) => {
    const said = await crm(args)
    expect(said).toMatchObject({ code, out: '' })
    expect(said.err).toContain(sentence)
    expect(said.err).not.toContain('    at ')
  },
)

test('a column or a field that does not exist is refused with the names of those that do', async () => {
  await json(['module', 'set', 'contacts', ...firm, '--everyone', ...reason])
  const file = ['import', 'accounts', 'more.csv', ...firm, ...lin]
  const column = await crm([...file, '--map', '电话=phone'])
  expect(column).toMatchObject({ code: 2, out: '' })
  expect(column.err).toContain('The file has no column "电话"; it has: Name.')
  const field = await crm([...file, '--map', 'Name=nmae'])
  expect(field).toMatchObject({ code: 2, out: '' })
  expect(field.err).toMatch(/no field "nmae".* there are: .*name, .*phone/)
  const left = await crm([...file, '--map', 'Name='])
  expect(left).toMatchObject({ code: 1, out: '' })
  expect(left.err).toContain('without which no row can be taken')
})
