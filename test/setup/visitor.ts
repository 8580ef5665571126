import type { App } from '../../core/app.tsx'

/** Fields of a form as a browser would send them; a list gives a field several times. */
export type Form = FormData | Record<string, string | readonly string[]>

/** A browser with its own cookies, sending what browsers send. */
export type Visitor = {
  get: (path: string, headers?: Record<string, string>) => Promise<Response>
  post: (path: string, form?: Form, headers?: Record<string, string>) => Promise<Response>
  /** Any request, with the visitor's cookies and no other header than those given. */
  send: (path: string, init: RequestInit) => Promise<Response>
  /** The value of a cookie; undefined when there is none. */
  cookie: (name: string) => string | undefined
}

/**
 * @param app what is visited
 * @param signIn gives the cookie to begin with, as name and value; asked once, at the first request
 */
export function visit(app: App, signIn?: () => Promise<[name: string, value: string]>): Visitor {
  const cookies = new Map<string, string>()
  const origin = app.product.env.BASE_URL ?? 'http://localhost:3000'
  let begun: Promise<void> | undefined
  const begin = async () => {
    const first = await signIn?.()
    if (first) cookies.set(...first)
  }
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    begun ??= begin()
    await begun
    const headers = new Headers(init.headers)
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await app.fetch(new Request(new URL(path, origin), { ...init, headers }))
    for (const line of answer.headers.getSetCookie()) keep(cookies, line)
    return answer
  }
  return {
    send,
    get: (path, headers = {}) =>
      send(path, { headers: { 'sec-fetch-site': 'same-origin', ...headers } }),
    post: (path, form = {}, headers = {}) =>
      send(path, {
        method: 'POST',
        body: form instanceof FormData ? form : encoded(form),
        headers: { 'sec-fetch-site': 'same-origin', ...headers },
      }),
    cookie: (name) => cookies.get(name),
  }
}

function encoded(form: Exclude<Form, FormData>): URLSearchParams {
  const fields = new URLSearchParams()
  for (const [name, values] of Object.entries(form))
    for (const value of [values].flat()) fields.append(name, value as string)
  return fields
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
  const name = pair.slice(0, pair.indexOf('='))
  const value = pair.slice(pair.indexOf('=') + 1)
  const gone = value === '' || attributes.some((attribute) => /^max-age=0$/i.test(attribute))
  if (gone) cookies.delete(name)
  else cookies.set(name, value)
}
