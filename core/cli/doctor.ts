import { parseArgs } from 'node:util'
import { openPool } from '../db/connection.ts'
import { explain } from '../start/explain.ts'
import { freeSpace, openDataFolder } from '../start/folder.ts'
import { attachServer } from './attach.ts'
import { databaseChecks } from './database-checks.ts'
import { type Command, type Io, report } from './io.ts'

type Finding = { what: string; fine: boolean; says: string }

/** Looks whether everything a start needs is in order, and says of each what it found. */
export const doctor: Command = async (args, io) => {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } })
  const findings = [await look('Node.js', node), await look('data folder', () => folder(io))]
  findings.push(...(await database(io)))
  const fine = findings.every((finding) => finding.fine)
  const lines = findings.map(({ what, fine, says }) => `${fine ? 'ok  ' : 'BAD '} ${what}: ${says}`)
  report(io, values.json, lines.join('\n'), { fine, findings })
  return fine ? 0 : 1
}

/** A check returns what it saw and throws what is wrong. */
async function look(what: string, check: () => string | Promise<string>): Promise<Finding> {
  try {
    return { what, fine: true, says: await check() }
  } catch (error) {
    return { what, fine: false, says: explain(error) }
  }
}

function node(): string {
  return process.versions.node
}

async function folder({ env }: Io): Promise<string> {
  const place = await openDataFolder(env.DATA_DIR)
  const free = await freeSpace(place)
  return `${place}, ${Math.floor(free / 1024 ** 3)} GB free`
}

async function database({ env }: Io): Promise<Finding[]> {
  const server = await attachServer(env).catch((error: unknown) => explain(error))
  if (typeof server === 'string') return [{ what: 'database', fine: false, says: server }]
  const pool = openPool({ ...server.admin, database: server.name }, 1)
  try {
    const findings: Finding[] = []
    for (const [what, check] of Object.entries(databaseChecks))
      findings.push(await look(what, () => check(pool)))
    return findings
  } finally {
    await pool.end()
    await server.stop()
  }
}
