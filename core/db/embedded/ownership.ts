import { chmod, chown, lchown, lstat, mkdir, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { StartFailure } from '../../start/failure.ts'
import type { Cluster } from './cluster.ts'
import type { Identity } from './identity.ts'

/**
 * Gives PostgreSQL's files to the user it runs as, and lets that user pass through the data folder
 * without reading it. PostgreSQL must be stopped. Changes owners only when we are root.
 */
export async function settleOwnership(cluster: Cluster, who: Identity): Promise<void> {
  if (process.platform === 'win32') return
  const uid = who.uid ?? process.getuid?.() ?? 0
  const gid = who.gid ?? process.getgid?.() ?? 0
  await openPath(cluster.home, who)
  await mkdir(cluster.sockets, { recursive: true, mode: 0o700 })
  for (const place of [cluster.sockets, cluster.data]) await give(place, uid, gid)
  if (process.getuid?.() === 0) await chown(cluster.passwordFile, uid, gid).catch(ignoreMissing)
}

async function openPath(home: string, { uid, gid }: Identity): Promise<void> {
  if (uid === undefined || gid === undefined || (await stat(home)).uid === uid) return
  await chown(home, process.getuid?.() ?? 0, gid)
  await chmod(home, 0o710)
}

/** The folder itself changes hands last: interrupted, the next start does it all again. */
async function give(place: string, uid: number, gid: number): Promise<void> {
  const found = await lstat(place).catch(() => undefined)
  if (!found || found.uid === uid) return
  // A socket folder among the system's temporary files could have been put there by anybody.
  if (process.getuid?.() !== 0 || !found.isDirectory()) throw wrongOwner(place, found.uid)
  const inside = await readdir(place, { recursive: true })
  for (const name of inside) await lchown(join(place, name), uid, gid)
  await chown(place, uid, gid)
}

const wrongOwner = (place: string, uid: number) =>
  new StartFailure(
    `${place} belongs to another user (uid ${uid}): start as that user, or let root run \`chown -R ${process.getuid?.()} ${dirname(place)}\` first.`,
  )

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
