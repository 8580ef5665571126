import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import type { Env } from '../env.ts'
import { isSecure } from '../http/cookies.ts'
import { StartFailure } from './failure.ts'
import { openWaitingRoom } from './waiting.tsx'

type Answer = (request: Request, bindings: HttpBindings) => Response | Promise<Response>

/** The listening side of the process. It listens before there is anything to serve. */
export type Front = {
  url: string
  port: number
  /** hands requests to the product from now on */
  serve(answer: Answer): void
  /** answers 503 from now on, until `serve` */
  pause(): void
  /** refuses new connections and returns when the last request is done, or after `limit` ms */
  close(limit: number): Promise<void>
}

/**
 * Takes the port at once, so that a start which cannot have it leaves nothing behind, and answers
 * 503 until the product is ready. `/healthz` says that the process is up.
 */
export async function openFront(env: Env): Promise<Front> {
  const { HOST, PORT, BASE_URL } = env
  let answer: Answer | undefined
  let waiting: ReturnType<typeof openWaitingRoom> | undefined
  const comeBack = async (request: Request) => {
    waiting ??= openWaitingRoom(isSecure(env))
    return (await waiting).fetch(request)
  }
  // It puts light Request and Response objects in the place of the global ones: a quarter faster.
  const listener = getRequestListener((request, bindings) => {
    const { incoming } = bindings as HttpBindings
    if (incoming.url === '/healthz') return new Response('ok\n')
    return answer ? answer(request, bindings as HttpBindings) : comeBack(request)
  })
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 60_000 }, listener)
  await listen(server, HOST, PORT)
  const { port } = server.address() as AddressInfo
  return {
    url: BASE_URL ?? addressOf(HOST, port),
    port,
    serve: (next) => {
      answer = next
    },
    pause: () => {
      answer = undefined
    },
    close: (limit) => drain(server, limit),
  }
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new StartFailure(whyNot(error as NodeJS.ErrnoException, host, port))
  }
}

function whyNot({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken by another program: stop it, or set PORT to a free one (PORT=${port + 1} npm start).`
  if (code === 'EACCES')
    return `Port ${port} may only be opened by the system's administrator: set PORT to 1024 or above.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST=${host} is no address of this machine: leave it out to serve this machine alone, or set 0.0.0.0 to serve all.`
  return `Listening on ${host}, port ${port} failed (${message}): set HOST and PORT to others.`
}

/** Where a browser on this machine finds a listener; a host that means "all" is no address. */
export function addressOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}

async function drain(server: Server, limit: number): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  // A browser keeps its connection open after the answer; it counts only while it waits for one.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const patience = setTimeout(() => server.closeAllConnections(), limit)
  await closed
  clearInterval(sweep)
  clearTimeout(patience)
}
