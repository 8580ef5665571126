import { Unleash, type Variant } from 'unleash-client'
import type { Decider } from '../../core/switchboard.ts'
import type { FlagContext } from '../context.ts'

/** How an Unleash server of the company's own is reached. `adminToken`: it may be written to. */
export type Reach = { url: string; token: string; adminToken?: string | undefined }

/** An Unleash server of the company's own that decides instead of the embedded flags, as far as it knows them. */
export type FlagServer = Omit<Decider, 'isBehind'> & {
  knows: (flag: string) => boolean
  /** What it says; undefined for a flag it does not know, or while it has never been heard of. */
  decide: (flag: string, who: FlagContext) => Variant | undefined
  isEnabled: (flag: string) => boolean
}

/** Milliseconds after which a client that was turned away tries with a new one: tokens are put right. */
const again = 60_000

/**
 * Opens a stock client of the server. It is not waited for: until it has been heard of, and for every
 * flag it does not know, the embedded flags go on deciding; once heard, what it said last holds.
 * @param pollEvery milliseconds between two questions
 * @param complain told when it cannot be reached
 */
export function openServer(
  { url, token, adminToken }: Reach,
  complain: (error: Error) => void,
  pollEvery = 15_000,
): FlagServer {
  let last: ReturnType<Decider['heard']> = { at: undefined, isFailing: false }
  let retry: NodeJS.Timeout | undefined
  const heard = () => {
    last = { at: new Date(), isFailing: false }
  }
  const begin = (): Unleash => {
    const client = new Unleash({
      appName: 'stepwise',
      url,
      customHeaders: { Authorization: token },
      refreshInterval: pollEvery,
      disableMetrics: true,
      skipInstanceCountWarning: true,
      storageProvider: { get: async () => undefined, set: async () => {} },
    })
    client.on('synchronized', heard)
    client.on('changed', heard)
    client.on('unchanged', heard)
    const failed = (error: Error) => {
      if (!last.isFailing) complain(error)
      last = { ...last, isFailing: true }
      // Turned away, the client asks no more: a token may have been put right since.
      if (/Stopping refresh/.test(error.message)) retry ??= setTimeout(renew, again).unref()
    }
    client.on('error', failed)
    client.on('warn', (sentence: string) => failed(new Error(sentence)))
    return client
  }
  const end = (client: Unleash) => {
    client.destroy()
    // A question still under way may fail after the client has stopped listening.
    client.on('error', () => {})
  }
  let client = begin()
  function renew(): void {
    retry = undefined
    end(client)
    client = begin()
  }
  const knows = (flag: string) => client.getFeatureToggleDefinition(flag) !== undefined
  return {
    href: new URL(url).origin,
    mayWrite: adminToken !== undefined,
    heard: () => last,
    knows,
    decide: (flag, who) => (knows(flag) ? client.getVariant(flag, who) : undefined),
    isEnabled: (flag) => client.getFeatureToggleDefinition(flag)?.enabled === true,
    close: () => {
      clearTimeout(retry)
      end(client)
    },
  }
}
