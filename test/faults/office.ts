import { openPool, type Pool } from '../../core/db/connection.ts'
import { connectionTo } from '../../core/db/embedded.ts'
import { password } from '../setup/cast.ts'
import type { FreshDatabase } from '../setup/database.ts'
import { type Running, startProduct, until } from '../setup/product.ts'

/** A running product as far as its visitors know it. */
type Place = { url: string; said: () => string }

/** Starts the product as a process for itself, on a PostgreSQL that is not its own. */
export function startBeside({ admin }: FreshDatabase): Promise<Running> {
  const { host, port, username, password, database } = admin
  const who = `${username}:${encodeURIComponent(password)}`
  const place = `localhost:${port}/${database}?${new URLSearchParams({ host })}`
  return startProduct({ env: { DATABASE_URL: `postgres://${who}@${place}` } })
}

/** Founds a company by the first-run link that the product prints. @returns amy's cookie */
export async function foundCompany({ url, said }: Place): Promise<string> {
  const token = String(await until(() => /\/setup\?token=(\S+)/.exec(said())?.[1]))
  const fields = { company: '海港贸易', name: '陈爱米', email: 'amy@harbour.example' }
  return cookieOf(await post(url, '/setup', '', { ...fields, locale: 'en', token, password }))
}

/** Opens contacts for everybody. */
export async function openContacts(url: string, cookie: string): Promise<void> {
  const choice = { everyone: 'on', variant: 'write', reason: 'The pilot begins' }
  const { status } = await post(url, '/admin/modules/contacts', cookie, choice)
  if (status !== 303) throw new Error(`Contacts were not opened: ${status}`)
}

/** Signs somebody in. @returns their cookie */
export const signIn = async (url: string, email: string): Promise<string> =>
  cookieOf(await post(url, '/login', '', { email, password }))

async function cookieOf(answer: Response): Promise<string> {
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('sid='))
  if (cookie) return cookie.split(';')[0] ?? ''
  throw new Error(`Nobody was signed in: ${answer.status} ${await answer.text()}`)
}

/** Longer than anybody is to wait for an answer, even one that asks for patience. */
const patience = 15_000

/** Sends a form as a browser does. @throws a TimeoutError when the answer takes too long */
export const post = (
  url: string,
  path: string,
  cookie: string,
  fields: Record<string, string>,
): Promise<Response> =>
  fetch(url + path, {
    method: 'POST',
    headers: { cookie, origin: url },
    body: new URLSearchParams(fields),
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  })

/** Asks for a page. @throws a TimeoutError when the answer takes too long */
export const get = (url: string, path: string, cookie: string): Promise<Response> =>
  fetch(url + path, {
    headers: { cookie },
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  })

/** Looks into the database of a running product from outside. */
export const eyesInto = async (folder: string): Promise<Pool> =>
  openPool({ ...(await connectionTo(folder)), database: 'stepwise' }, 1)

/** Uploads a list of accounts and starts its import. */
export async function beginImport(url: string, cookie: string, rows: number): Promise<void> {
  const names = Array.from({ length: rows }, (_, at) => `Firm ${at + 1}`)
  const form = new FormData()
  form.set('kind', 'accounts')
  form.set('file', new File([['Name', ...names].join('\n')], 'firms.csv'))
  const taken = await fetch(`${url}/admin/import`, {
    method: 'POST',
    headers: { cookie, origin: url },
    body: form,
    redirect: 'manual',
  })
  await post(url, `${taken.headers.get('location')}/start`, cookie, {})
}

type Progress = { state: string; done: number; created: number; skipped: number; updated: number }

/** How far the one import of a database has come. */
export async function progressOf(eyes: Pool): Promise<Progress | undefined> {
  const [found] = await eyes<Progress[]>`
    select state, done_rows as done, created, skipped, updated from core.imports`
  return found
}
