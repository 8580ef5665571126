import { Agent, type IncomingHttpHeaders, request } from 'node:http'

export type Answer = {
  status: number
  headers: IncomingHttpHeaders
  body: string
  /** from the first byte sent to the last one read */
  ms: number
}

/** One person's browser as far as a server can tell: one connection kept open, one cookie. */
export type Visitor = {
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, fields: Record<string, string>): Promise<Answer>
  leave(): void
}

/** @param cookie as `Cookie:` carries it; none before sign-in */
export function visit(url: string, cookie = ''): Visitor {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const send = (method: string, path: string, headers: Record<string, string>, body?: string) =>
    new Promise<Answer>((resolve, reject) => {
      const start = performance.now()
      const sent = request(url + path, { method, agent, headers: { cookie, ...headers } })
      sent.on('error', reject)
      sent.on('response', (response) => {
        const chunks: Buffer[] = []
        response.on('error', reject)
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            ms: performance.now() - start,
            body: Buffer.concat(chunks).toString(),
          }),
        )
      })
      sent.end(body)
    })
  return {
    get: (path, headers = {}) => send('GET', path, headers),
    post: (path, fields) => {
      const body = new URLSearchParams(fields).toString()
      const length = String(Buffer.byteLength(body))
      const type = 'application/x-www-form-urlencoded'
      return send(
        'POST',
        path,
        { origin: url, 'content-type': type, 'content-length': length },
        body,
      )
    },
    leave: () => agent.destroy(),
  }
}

/**
 * Signs somebody in.
 * @returns their cookie
 */
export async function signIn(url: string, email: string, password: string): Promise<string> {
  const visitor = visit(url)
  const { status, headers, body } = await visitor.post('/login', { email, password })
  visitor.leave()
  const cookie = headers['set-cookie']?.find((text) => text.startsWith('sid='))?.split(';')[0]
  if (status === 303 && cookie) return cookie
  throw new Error(`Signing ${email} in was answered with ${status}: ${body.slice(0, 300)}`)
}
