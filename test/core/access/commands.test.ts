import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asPerson } from '../../../core/access/as-person.ts'
import { commands } from '../../../core/cli/commands.ts'
import { UsageError } from '../../../core/cli/io.ts'
import { readEnv } from '../../../core/env.ts'
import { StartFailure } from '../../../core/start/failure.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { query } from '../../setup/query.ts'

let office: Office
let address: string
beforeAll(async () => {
  office = await openOffice()
  const { host, port, username, password, database } = office.database.admin
  const query = new URLSearchParams({ host })
  address = `postgres://${username}:${encodeURIComponent(password)}@localhost:${port}/${database}?${query}`
})
afterAll(() => office.close())

async function run(name: string, args: Record<string, string | true>, typed = '') {
  const printed: string[] = []
  const words = Object.entries(args).flatMap(([option, value]) =>
    value === true ? [`--${option}`] : [`--${option}`, value],
  )
  await commands[name]?.(words, {
    env: readEnv({ DATABASE_URL: address }),
    folder: '.',
    input: Readable.from([typed]),
    print: (line) => printed.push(line),
    complain: (line) => printed.push(line),
  })
  return printed.join('\n')
}

const at = { company: '海港贸易', json: true } as const
const lei = { ...at, name: '王磊', role: 'member', department: 'east' }

const canSignIn = async (email: string, password: string) =>
  (await office.stranger().post('/login', { email, password })).status === 303

test('a founded company has an administrator who signs in with the printed password', async () => {
  const form = { name: '云帆物流', 'admin-email': 'Boss@Yunfan.example', json: true } as const
  const made = JSON.parse(await run('company create', form))
  expect(Object.keys(made).sort()).toEqual(['admin', 'company', 'password'])
  expect(await canSignIn('boss@yunfan.example', made.password)).toBe(true)
  await expect(run('company create', form)).rejects.toThrow(
    'is a company called "云帆物流" already',
  )
})

test('who is founded or added so reads the product as their own browser says', async () => {
  const made = JSON.parse(
    await run('company create', {
      name: '晴空贸易',
      locale: 'zh-CN',
      'admin-email': 'boss@qingkong.example',
      json: true,
    }),
  )
  const boss = office.stranger()
  await boss.post('/login', { email: 'boss@qingkong.example', password: made.password })
  const page = async (language: string) =>
    (await boss.get('/', { 'accept-language': language })).text()
  expect(await page('en-US')).toContain('<html lang="en"')
  expect(await page('zh')).toContain('<html lang="zh-CN"')
})

test('what the command line says of somebody’s import is in its own language', async () => {
  const language = (locale?: 'en' | 'zh-CN') =>
    asPerson(
      { ...office.app.product, ...(locale && { locale }) },
      ...lin(),
      async (scope) => scope.locale,
    )
  const lin = () => [office.company, office.people.lin, 'test'] as const
  expect([await language('en'), await language('zh-CN')]).toEqual(['en', 'zh-CN'])
})

test('a department goes in under its key, once', async () => {
  const made = JSON.parse(await run('department create', { ...at, key: 'north', name: '华北组' }))
  expect(made).toEqual({ department: expect.any(String), key: 'north' })
  const twice = run('department create', { ...at, key: 'north', name: '别的' })
  await expect(twice).rejects.toBeInstanceOf(StartFailure)
  await expect(twice).rejects.toThrow('The key “north” is in use')
})

test('a person gets a password that is printed once, or brings one', async () => {
  const made = JSON.parse(await run('user create', { ...lei, email: 'lei@harbour.example' }))
  expect(await canSignIn('lei@harbour.example', made.password)).toBe(true)
  const [stored] = await query(
    office,
    (sql) => sql`select department_id, (select array_agg(role) from core.user_roles r
      where r.user_id = u.id) as roles from core.users u where id = ${made.user}`,
  )
  expect(stored).toEqual({ department_id: office.departments.east, roles: ['member'] })
  const own = 'seven boats in the fog'
  const phone = { ...lei, email: '138 1234 5678', 'password-stdin': true } as const
  const said = await run('user create', phone, `${own}\n`)
  expect(Object.keys(JSON.parse(said))).toEqual(['user'])
  expect(await canSignIn('13812345678', own)).toBe(true)
})

test.each([
  ['no company of that name', { company: '没有' }, 'no company called'],
  ['no such department', { department: 'moon' }, 'no department with the key "moon"; there are:'],
  ['no such role', { role: 'king' }, '--role wants one of: admin'],
  ['no address', { email: ' ' }, 'say --email'],
  ['an address that is none', { email: 'lei@' }, 'not an e-mail address'],
  ['an address somebody has', { email: 'LIN@harbour.example' }, '林岚 has this e-mail address'],
  ['a weak password', { 'password-stdin': true as const }, 'cannot be used'],
])('%s is refused with a sentence, and nobody is added', async (_, change, sentence) => {
  const count = () => query(office, (sql) => sql`select count(*) from core.users`)
  const before = await count()
  const form = { ...lei, email: 'new@harbour.example', ...change }
  await expect(run('user create', form, 'short\n')).rejects.toThrow(sentence)
  expect(await count()).toEqual(before)
})

test('a mistake in the command itself is told apart from one in its content', async () => {
  await expect(run('company create', { name: 'X' })).rejects.toBeInstanceOf(UsageError)
  await expect(
    run('user create', { ...lei, email: 'x@y.example', role: 'king' }),
  ).rejects.toBeInstanceOf(UsageError)
})

test('a token is printed once, opens in the name of its person, and is of one kind', async () => {
  const shop = { ...at, email: 'emil@harbour.example', name: '网店' }
  const made = JSON.parse(await run('token create', shop))
  expect(Object.keys(made)).toEqual(['token'])
  const { bearers } = office.app.product
  const bearer = await bearers.resume(made.token)
  expect(bearer).toMatchObject({ kind: 'api', person: { id: office.people.emil } })
  const flags = JSON.parse(await run('token create', { ...shop, kind: 'unleash' }))
  expect((await bearers.resume(flags.token))?.kind).toBe('unleash')
  await expect(run('token create', { ...shop, kind: 'root' })).rejects.toThrow('api, unleash')
  await expect(run('token create', { ...shop, email: 'no@one.example' })).rejects.toThrow(
    'Nobody in that company signs in as',
  )
})
