import { type SQL, sql } from 'drizzle-orm'
import type { Firm } from './office.ts'

/** How the database would answer a query of amy's: the lines of its plan in one text. */
export const plan = ({ inScope }: Pick<Firm, 'inScope'>, query: SQL): Promise<string> =>
  inScope('amy', async ({ db }) => {
    const lines = await db.execute<{ 'QUERY PLAN': string }>(sql`explain ${query}`)
    return lines.map((line) => line['QUERY PLAN']).join('\n')
  })
