import { lookup } from 'node:dns/promises'
import type { Env } from '../env.ts'
import { isPublic } from './addresses.ts'

/** Why a server may not be reached. */
export type Unreachable = 'unknown' | 'private'

export type Resolve = (host: string) => Promise<readonly string[]>

const resolveName: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address }) => address)

/**
 * The address by which a server that somebody named is reached. The name is resolved once and the
 * connection made to what came out, so that it cannot mean something else a moment later. Whatever
 * way the firm's own network is written, it is refused, unless the operator lists the host in
 * ALLOW_PRIVATE_HOSTS (security.md 2.2: 51).
 * @param host a name or an address, as typed
 */
export async function reach(
  env: Pick<Env, 'ALLOW_PRIVATE_HOSTS'>,
  host: string,
  resolve: Resolve = resolveName,
): Promise<{ address: string } | Unreachable> {
  const addresses = await resolve(host).catch(() => [])
  const [address] = addresses
  if (address === undefined) return 'unknown'
  if (env.ALLOW_PRIVATE_HOSTS.includes(host.toLowerCase())) return { address }
  return addresses.every(isPublic) ? { address } : 'private'
}
