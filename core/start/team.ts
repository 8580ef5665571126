import cluster from 'node:cluster'
import { setTimeout as wait } from 'node:timers/promises'
import type { Connections } from '../db/connection.ts'
import type { Env } from '../env.ts'
import { hireMember, type Member } from './member.ts'
import type { Serving } from './serving.ts'

/**
 * Several processes that share one port (WEB_CONCURRENCY); this one holds the folder and the
 * database and serves nothing itself. A process that dies is replaced.
 */
export async function openTeam(env: Env): Promise<Serving> {
  const members = new Set<Member>()
  let connections: Connections | undefined
  let closing = false

  async function hire(): Promise<Member> {
    const member = await hireMember(cluster.fork())
    members.add(member)
    member.gone.then(async () => {
      members.delete(member)
      if (!closing) await replace()
    })
    return member
  }
  async function replace(): Promise<void> {
    console.error('A serving process ended; starting another.')
    await wait(1_000)
    if (closing) return
    const member = await hire().catch(replace)
    if (member && connections) await member.ask('serve', connections).catch(console.error)
  }
  const tellAll = (verb: 'serve' | 'pause' | 'close') =>
    Promise.all([...members].map((member) => member.ask(verb, connections)))

  // Whether the port can be had, one of them finds out for all.
  const first = await hire()
  await Promise.all(Array.from({ length: env.WEB_CONCURRENCY - 1 }, hire))
  return {
    url: first.url,
    async serve(given) {
      connections = given
      await tellAll('serve')
    },
    pause() {
      connections = undefined
      tellAll('pause').catch(() => {})
    },
    setupLink: async () => [...members][0]?.ask('setupLink'),
    async close() {
      closing = true
      await Promise.all([...members].map((member) => member.dismiss()))
    },
  }
}
