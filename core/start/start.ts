import type { Connections } from '../db/connection.ts'
import type { Env } from '../env.ts'
import { openDatabase } from './database.ts'
import { openDataFolder } from './folder.ts'
import { addressOf } from './front.ts'
import type { Life } from './life.ts'
import { lockFolder } from './lock.ts'
import { openServing, type Serving } from './serving.ts'
import { openTeam } from './team.ts'

/**
 * Starts the product: folder, lock, port, database, pages, in the order in which a step that fails
 * leaves nothing behind.
 * @throws StartFailure and its like, each one sentence for the person who started
 */
export async function start(env: Env, life: Life): Promise<Serving> {
  const folder = await openDataFolder(env.DATA_DIR)
  const lock = await life.open(
    () => lockFolder(folder, env.BASE_URL ?? addressOf(env.HOST, env.PORT)),
    (held) => held.release(),
  )
  const serving = await (env.WEB_CONCURRENCY > 1 ? openTeam(env) : openServing(env))
  lock.tell({ url: serving.url })

  let connections: Connections | undefined
  const followDatabase = async (up: boolean, reason?: unknown) => {
    if (reason) console.error(`The database is still away: ${(reason as Error).message}`)
    else console.error(up ? 'The database is back.' : 'The database went away; starting it again.')
    if (up && connections) await serving.serve(connections)
    else serving.pause()
  }
  const database = await life.open(
    () => openDatabase(env, folder, followDatabase),
    (opened) => opened.stop(),
  )
  connections = database.connections
  await life.open(
    () => serving.serve(database.connections),
    () => {
      lock.tell({ stopping: true })
      return serving.close()
    },
  )
  return serving
}
