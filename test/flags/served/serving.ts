import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Unleash } from 'unleash-client'
import type { Mode } from 'unleash-client/lib/unleash-config.js'
import { makeToken } from '../../../core/tokens/tokens.ts'
import { customs } from '../../contract/fixture/customs.tsx'
import { parcels } from '../../contract/fixture/parcels.tsx'
import { type Office, openOffice } from '../../setup/office.ts'

/** An office that listens, and programs of the firm that ask it for its flags with the stock client. */
export type Serving = {
  office: Office
  address: string
  token: string
  /** A stock client that has heard everything once. */
  client: (mode: Mode, refreshInterval?: number) => Promise<Unleash>
  ask: (path: string, init?: RequestInit) => Promise<Response>
  close: () => Promise<void>
}

export async function openServing(): Promise<Serving> {
  const office = await openOffice({ modules: [parcels, customs] })
  const server = createAdaptorServer({ fetch: (request) => office.app.fetch(request) })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
  const person = { id: office.people.amy, name: 'amy' }
  const token = await office.inScope('amy', (scope) =>
    makeToken(scope, { person, name: 'shop', kind: 'unleash', days: null }),
  )
  const clients = new Set<Unleash>()
  const client: Serving['client'] = async (experimentalMode, refreshInterval = 3_600_000) => {
    const unleash = new Unleash({
      appName: 'shop',
      url: address,
      customHeaders: { Authorization: token },
      experimentalMode,
      refreshInterval,
      disableMetrics: true,
      skipInstanceCountWarning: true,
      storageProvider: { get: async () => undefined, set: async () => {} },
    })
    clients.add(unleash)
    unleash.on('error', () => {})
    await new Promise((heard) => unleash.once('synchronized', heard))
    return unleash
  }
  return {
    office,
    address,
    token,
    client,
    ask: (path, init) =>
      fetch(`${address}${path}`, { ...init, headers: { authorization: token, ...init?.headers } }),
    close: async () => {
      for (const one of clients) one.destroy()
      office.app.hush()
      server.close()
      await office.close()
    },
  }
}
