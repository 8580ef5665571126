import { sql } from 'drizzle-orm'
import type { Listener } from '../../../core/module.ts'
import type { Scope } from '../../../core/scope.ts'
import { readWorkTimes } from '../hours/reading.ts'
import { workBetween } from '../hours/work-time.ts'
import { outgoingMails } from '../outgoing/schema.ts'
import { writeMail } from '../outgoing/writing.ts'
import { tickets } from '../tickets/schema.ts'
import { readNotices } from './rules.ts'

/** Whoever writes while nobody works is told so, once a day at most whatever they write. */
export const outOfHoursListener: Listener = {
  event: 'service.ticket.opened',
  during: async (scope, { payload: { id, channel } }) => {
    if (channel !== 'mail' && channel !== 'form') return
    const { outOfHours: text } = await readNotices(scope)
    if (text === '') return
    const ticketId = String(id)
    const [ticket] = await scope.db.execute<{ departmentId: string | null; wasTold: boolean }>(sql`
      select t.department_id as "departmentId", exists (select from ${outgoingMails} o
        where o.company_id = t.company_id and o.to_address = t.from_address
          and o.kind = 'out-of-hours' and o.created_at > now() - interval '1 day') as "wasTold"
      from ${tickets} t where t.company_id = ${scope.company.id} and t.id = ${ticketId}`)
    if (!ticket || ticket.wasTold || (await isWorking(scope, ticket.departmentId))) return
    await writeMail(scope, { ticketId, kind: 'out-of-hours', text })
  },
}

/** Whether a department works in this minute. */
async function isWorking(scope: Scope, departmentId: string | null): Promise<boolean> {
  const work = (await readWorkTimes(scope))(departmentId)
  const now = scope.now().getTime()
  return workBetween(work, now, now + 60_000) > 0
}
