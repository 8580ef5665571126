import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Connection } from '../../../core/db/connection.ts'
import { root } from '../../../core/root.ts'
import { until } from '../../contract/stage.ts'

/** The last version under a licence that lets anybody run it (Apache-2.0). */
const version = '7.5.1'
const folder = join(root, `node_modules/.cache/unleash-server-${version}`)

/** A real Unleash server over a database of its own; `stop` and `start` are its death and return. */
export type RealServer = {
  url: string
  token: string
  adminToken: string
  start: () => Promise<void>
  stop: () => Promise<void>
}

/** Fetches it once into its own folder: the product itself does without. */
async function install(): Promise<void> {
  if (existsSync(join(folder, 'node_modules/unleash-server/dist/server.js'))) return
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{"private":true}')
  const wanted = ['install', '--ignore-scripts', '--no-audit', '--no-fund']
  await promisify(execFile)('npm', [...wanted, `unleash-server@${version}`], { cwd: folder })
}

export async function realServer(database: Connection, port: number): Promise<RealServer> {
  await install()
  const token = 'default:development.client-token-of-a-test'
  const adminToken = '*:*.admin-token-of-a-test'
  const url = `http://127.0.0.1:${port}/api`
  let child: ChildProcess | undefined
  return {
    url,
    token,
    adminToken,
    start: async () => {
      child = spawn(process.execPath, ['node_modules/unleash-server/dist/server.js'], {
        cwd: folder,
        stdio: 'ignore',
        env: {
          PATH: process.env.PATH,
          HTTP_PORT: String(port),
          HTTP_HOST: '127.0.0.1',
          DATABASE_HOST: String(database.host),
          DATABASE_PORT: String(database.port),
          DATABASE_NAME: database.database,
          DATABASE_USERNAME: database.username,
          DATABASE_PASSWORD: database.password,
          DATABASE_SSL: 'false',
          INIT_ADMIN_API_TOKENS: adminToken,
          INIT_BACKEND_API_TOKENS: token,
          CHECK_VERSION: 'false',
          SEND_TELEMETRY: 'false',
          LOG_LEVEL: 'error',
        },
      })
      for (let tries = 0; tries < 9; tries++) {
        const isUp = until(
          'the Unleash server answers',
          async () =>
            (await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined))?.ok === true,
        )
        if (
          await isUp.then(
            () => true,
            () => false,
          )
        )
          return
      }
      throw new Error('The Unleash server did not answer within 90 seconds.')
    },
    stop: async () => {
      const ended = new Promise((done) => child?.once('exit', done))
      child?.kill('SIGKILL')
      await ended
    },
  }
}
