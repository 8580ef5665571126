import { execFile } from 'node:child_process'
import { access, readFile, stat } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { StartFailure } from '../../start/failure.ts'
import type { Binaries } from './binaries.ts'
import type { Cluster } from './cluster.ts'

const run = promisify(execFile)

/**
 * As whom PostgreSQL runs, since it refuses to be root.
 * `prefix` comes before the command; `uid` and `gid` are for the child and for what it owns.
 */
export type Identity = { prefix: string[]; uid?: number; gid?: number }

const namespace: Identity = {
  prefix: ['unshare', '--user', '--map-user=65534', '--map-group=65534'],
}

/**
 * Picks who PostgreSQL shall be (security 5.2): ourselves; or, started by root, the owner of the
 * data, the user postgres or nobody, whoever reaches both programs and data; or else a user
 * namespace in which we are nobody, which needs no other user and changes no owner.
 * @throws StartFailure when none of them works
 */
export async function chooseIdentity(cluster: Cluster, binaries: Binaries): Promise<Identity> {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const owner = await stat(cluster.data).catch(() => undefined)
  const candidates = [await known('postgres'), await known('nobody')]
  if (owner?.uid === 0) candidates.unshift(namespace)
  else candidates.push(namespace)
  if (owner && owner.uid !== 0) candidates.unshift({ prefix: [], uid: owner.uid, gid: owner.gid })
  for (const candidate of candidates)
    if (candidate && (await reaches(candidate, cluster, binaries))) return candidate
  throw new StartFailure(
    `PostgreSQL must not run as root, and no other user of this machine reaches both ${dirname(binaries.postgres)} and ${cluster.home}: start as an ordinary user, move both to a folder others may enter, or set DATABASE_URL.`,
  )
}

async function known(name: string): Promise<Identity | undefined> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const fields = users
    .split('\n')
    .map((line) => line.split(':'))
    .find((line) => line[0] === name)
  return fields && { prefix: [], uid: Number(fields[2]), gid: Number(fields[3]) }
}

/** Asked before anything changes hands: a folder given away to somebody who cannot enter it is lost. */
async function reaches(who: Identity, cluster: Cluster, binaries: Binaries): Promise<boolean> {
  const place = who === namespace ? cluster.home : dirname(cluster.home)
  const question = 'cd "$1" && exec "$2" --version'
  const [command, args] = as(who, ['/bin/sh', '-c', question, 'sh', place, binaries.postgres])
  return succeeds(run(command, args, childOptions(who)))
}

const succeeds = (attempt: Promise<unknown>): Promise<boolean> =>
  attempt.then(
    () => true,
    () => false,
  )

/** Turns a command into one that runs as that identity. */
export function as(who: Identity, words: string[]): [command: string, args: string[]] {
  const [command = '', ...args] = [...who.prefix, ...words]
  return [command, args]
}

/** PostgreSQL gets none of our environment: it holds secrets, and PG… variables change its ways. */
export function childOptions({ uid, gid }: Identity) {
  const { PATH, SystemRoot } = process.env
  const posix = process.platform !== 'win32'
  return {
    cwd: posix ? '/' : undefined,
    env: { PATH, SystemRoot, ...(posix ? { LC_ALL: locale } : {}) },
    ...(uid === undefined ? {} : { uid, gid }),
  }
}

/** Letters must be known as such beyond ASCII, or trigram indexes never match Chinese. */
export const locale =
  { darwin: 'en_US.UTF-8', win32: 'en-US' }[process.platform as string] ?? 'C.UTF-8'

/** Linux can tell a child that its parent died, however it died; `setpriv` asks for that. */
export async function untilWeDie(): Promise<string[]> {
  if (process.platform !== 'linux') return []
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const tool = join(folder, 'setpriv')
    if (await succeeds(access(tool))) return [tool, '--pdeathsig', 'INT', '--']
  }
  return []
}
