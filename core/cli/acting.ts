import { modules } from '../../modules/index.ts'
import type { Acting } from '../access/as-person.ts'
import { openActing } from '../acting.ts'
import type { Connections } from '../db/connection.ts'
import { attachDatabase } from './attach.ts'
import type { Io } from './io.ts'

/** Opens as much of the product as acting in a company needs, for the time of one command. */
export async function inProduct<T>(
  { env, complain }: Io,
  work: (product: Acting, connections: Connections) => Promise<T>,
): Promise<T> {
  const { connections, release } = await attachDatabase(env)
  try {
    const { product, close } = await openActing(connections.app, modules, complain)
    try {
      return await work({ ...product, locale: 'en' }, connections)
    } finally {
      await close()
    }
  } finally {
    await release()
  }
}
