import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { folder } from './database.ts'
import { startProgram } from './program.ts'

/**
 * How long `npm start` takes once everything is installed and built, in milliseconds: the very
 * first time, when the database is made, and every time after.
 */
export async function measureStarts(times: number): Promise<{ first: number; warm: number[] }> {
  const data = join(folder, 'start')
  const once = async () => {
    const program = await startProgram(
      ['core/run.cjs', 'start'],
      { DATA_DIR: data, PORT: '0', DATABASE_URL: '' },
      join(folder, 'start.log'),
    )
    await program.stop()
    return program.ms
  }
  await rm(data, { recursive: true, force: true })
  const first = await once()
  const warm: number[] = []
  for (let time = 0; time < times; time++) warm.push(await once())
  await rm(data, { recursive: true, force: true })
  return { first, warm }
}
