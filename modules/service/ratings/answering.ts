import { sql } from 'drizzle-orm'
import { hashToken } from '../../../core/auth/token.ts'
import { addWorkingDays } from '../../../core/calendar/calendar.ts'
import { readCalendar, today } from '../../../core/calendar/reading.ts'
import { tell } from '../../../core/events.ts'
import { notify } from '../../../core/notify/notify.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import { addToTimeline } from '../../../core/records/timeline.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { planTask } from '../../contacts/public.ts'
import { readLeads } from '../clocks/leads.ts'
import { ticketKind } from '../tickets/kind.ts'
import { tickets } from '../tickets/schema.ts'
import { ratingText } from './messages.ts'
import { readRatingRules } from './rules.ts'
import { ratings } from './schema.ts'

/** What stands behind a link: the ticket as its customer knows it, and what they said already. */
export type AskedRating = {
  id: string
  ticketId: string
  number: string
  subject: string
  ownerId: string | null
  departmentId: string | null
  score: number | null
  comment: string
}

/** The rating of a link that is still good; undefined for one that is forged, replaced or too old. */
export async function ratingOf(scope: Scope, token: string): Promise<AskedRating | undefined> {
  const [row] = await scope.db.execute<AskedRating>(sql`
    select r.id, r.ticket_id as "ticketId", t.number, t.name as subject, r.owner_id as "ownerId",
      r.department_id as "departmentId", r.score, r.comment
    from ${ratings} r join ${tickets} t on t.company_id = r.company_id and t.id = r.ticket_id
    where r.company_id = ${scope.company.id} and r.token_hash = ${hashToken(token)}
      and r.expires_at > ${scope.now().toISOString()}`)
  return row
}

/**
 * Takes what a customer says, once: whoever sends it again changes nothing. A low score is called
 * back about by the next working day.
 * @returns whether this was the answer that counts
 */
export async function rate(
  scope: Scope,
  registry: Registry,
  asked: AskedRating,
  { score, comment }: { score: number; comment: string },
): Promise<boolean> {
  const at = scope.now().toISOString()
  const taken = await scope.db.execute(sql`
    update ${ratings} set score = ${score}, comment = ${comment}, rated_at = ${at}
    where company_id = ${scope.company.id} and id = ${asked.id} and rated_at is null returning id`)
  if (taken.length === 0) return false
  const { object } = ticketKind
  await Promise.all([
    recordAudit(scope, {
      ...{ action: 'rated', object, recordId: asked.ticketId, after: { score } },
    }),
    addToTimeline(scope, object, asked.ticketId, 'service.rated', { score, comment }),
    tell(registry, scope, `${object}.rated`, { id: asked.ticketId, score }),
  ])
  const { callBackAt } = await readRatingRules(scope)
  if (score <= callBackAt) await callBack(scope, registry, asked, score)
  return true
}

/** Adds what a customer wrote to a score they gave before; the first words stay. */
export async function addComment(
  scope: Scope,
  { id, ticketId, score }: AskedRating,
  comment: string,
): Promise<void> {
  const taken = await scope.db.execute(sql`
    update ${ratings} set comment = ${comment}
    where company_id = ${scope.company.id} and id = ${id} and comment = '' and rated_at is not null
    returning id`)
  if (taken.length > 0)
    await addToTimeline(scope, ticketKind.object, ticketId, 'service.rated', { score, comment })
}

/** Has somebody call a customer who is not content: whose ticket it was, else who leads there. */
async function callBack(
  scope: Scope,
  registry: Registry,
  { id, ticketId, number, ownerId, departmentId }: AskedRating,
  score: number,
): Promise<void> {
  const caller = ownerId ?? (await readLeads(scope))(departmentId)[0] ?? null
  const t = ratingText(scope.company.locale)
  const dueOn = addWorkingDays(await readCalendar(scope), today(scope), 1)
  const about = { object: ticketKind.object, recordId: ticketId }
  const title = t.callBack(number, String(score))
  const taskId = await planTask(scope, registry, about, { title, dueOn, ownerId: caller })
  await scope.db.execute(sql`
    update ${ratings} set task_id = ${taskId}
    where company_id = ${scope.company.id} and id = ${id}`)
  if (caller) await notify(scope, [caller], 'service.rated-low', about, { score })
}
