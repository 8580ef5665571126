import type { App } from '../../core/app.tsx'
import { makeToken } from '../../core/tokens/tokens.ts'
import type { PersonName } from './cast.ts'
import type { Firm } from './office.ts'

/** What a program got: the status, the headers, and the JSON of the body. */
export type Answer = { status: number; headers: Headers; body: Json }
// biome-ignore lint/suspicious/noExplicitAny: answers are asserted, not typed
export type Json = any

/** A program with a token of its own, speaking JSON. */
export type Program = {
  token: string
  ask: (method: string, path: string, body?: unknown, headers?: object) => Promise<Answer>
  get: (path: string, headers?: object) => Promise<Answer>
  post: (path: string, body: unknown, headers?: object) => Promise<Answer>
  patch: (path: string, body: unknown, version: number | '*') => Promise<Answer>
}

/** Opens the API in somebody's name. Paths begin behind /api/v1. */
export async function programOf(
  app: App,
  { inScope, people }: Pick<Firm, 'inScope' | 'people'>,
  name: PersonName,
): Promise<Program> {
  const person = { id: people[name], name }
  const token = await inScope('amy', (scope) =>
    makeToken(scope, { person, name: 'test', kind: 'api', days: null }),
  )
  const ask: Program['ask'] = async (method, path, body, headers) => {
    const answer = await app.fetch(
      new Request(`http://localhost:3000/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
      }),
    )
    const text = await answer.text()
    return {
      status: answer.status,
      headers: answer.headers,
      body: text === '' ? null : JSON.parse(text),
    }
  }
  return {
    token,
    ask,
    get: (path, headers) => ask('GET', path, undefined, headers),
    post: (path, body, headers) => ask('POST', path, body, headers),
    patch: (path, body, version) =>
      ask('PATCH', path, body, { 'if-match': version === '*' ? '*' : `"${version}"` }),
  }
}
