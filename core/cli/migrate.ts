import { parseArgs } from 'node:util'
import { attachDatabase } from './attach.ts'
import { type Command, report } from './io.ts'

/** Brings the database up to date without serving; a start does the same. */
export const migrateDatabase: Command = async (args, io) => {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } })
  const { applied, release } = await attachDatabase(io.env)
  await release()
  const line = applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.'
  report(io, values.json, line, { applied })
  return 0
}
