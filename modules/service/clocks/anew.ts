import { sql } from 'drizzle-orm'
import { isId } from '../../../core/db/id.ts'
import { queueJob } from '../../../core/jobs.ts'
import type { Job } from '../../../core/module.ts'
import type { Scope } from '../../../core/scope.ts'
import { tickets } from '../tickets/schema.ts'
import { keepClocks } from './keeping.ts'

const batch = 500

const name = 'service.reckon-clocks'

/** Reckons the clocks of all that is open, soon: what is promised, or when somebody works, has changed. */
export const reckonAnew = ({ db, company }: Scope): Promise<void> =>
  queueJob(db, name, {}, `${name} ${company.id}`)

/** The same each night too, because the calendar may have changed. */
export const reckonJob: Job<'service'> = {
  name,
  cron: '10 18 * * *',
  run: async (scope, { after }) => {
    const ids = await openTickets(scope, typeof after === 'string' && isId(after) ? after : null)
    await keepClocks(scope, ids)
    if (ids.length === batch) await queueJob(scope.db, name, { after: ids.at(-1) })
  },
}

async function openTickets({ db, company }: Scope, after: string | null): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select id from ${tickets}
    where company_id = ${company.id} and archived_at is null
      and state_type not in ('solved', 'closed') ${after ? sql`and id > ${after}` : sql``}
    order by id limit ${batch}`)
  return rows.map(({ id }) => id)
}
