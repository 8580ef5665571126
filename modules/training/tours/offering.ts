import { sql } from 'drizzle-orm'
import { shiftDay } from '../../../core/calendar/calendar.ts'
import { today } from '../../../core/calendar/reading.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { noteLearning } from '../learning/events.ts'
import { pauses, readLooks } from './missing.ts'
import { missingIn, readTours, type Tour } from './tours.ts'

/** What somebody says to a tour that they were offered. */
export const replies = ['take', 'tomorrow', 'week', 'never'] as const
export type Reply = (typeof replies)[number]

/** Put off so often, a tour is offered no more (R3). */
const mostSnoozes = 3

/**
 * Offers somebody a tour of the page they are on: one that they can see all of, have not begun and
 * did not decline, and that finds what it points at; and no more than one unasked interruption a day, whatever it is about (R3).
 * @returns undefined when there is none to offer now
 */
export async function offerTour(
  scope: Scope,
  registry: Registry,
  path: string,
): Promise<Tour | undefined> {
  const follower = { reach: scope.user.reach, modules: scope.modules }
  const fitting = (await readTours(scope)).filter(
    (tour) =>
      tour.offered &&
      tour.start === path &&
      tour.steps.every((step) => !missingIn(registry, follower, tour, step)),
  )
  if (fitting.length === 0) return undefined
  const paused = (await readLooks(scope, fitting)).filter(pauses).map(({ code }) => code)
  const open = fitting.filter(({ code }) => !paused.includes(code))
  if (open.length === 0) return undefined
  await offersAlone(scope)
  const [row] = await scope.db.execute<{ code: string }>(sql`
    select t.code from unnest(${sql.param(open.map(({ code }) => code))}::text[])
      with ordinality as t (code, at)
    left join training.tour_offers o on o.company_id = ${scope.company.id}
      and o.user_id = ${scope.user.id} and o.code = t.code
    where o.settled_at is null and coalesce(o.snoozed_until <= ${today(scope)}, true)
      and not exists (select from training.tour_offers x where x.company_id = ${scope.company.id}
        and x.user_id = ${scope.user.id}
        and x.offered_at > ${scope.now().toISOString()}::timestamptz - interval '24 hours')
      and not exists (select from training.learning_events e
        where e.company_id = ${scope.company.id} and e.user_id = ${scope.user.id}
          and e.kind = 'tour.started' and e.object = t.code)
    order by t.at limit 1`)
  const tour = open.find(({ code }) => code === row?.code)
  if (!tour) return undefined
  await scope.db.execute(sql`
    insert into training.tour_offers (company_id, user_id, code, offered_at)
    values (${scope.company.id}, ${scope.user.id}, ${tour.code}, ${scope.now().toISOString()})
    on conflict (company_id, user_id, code) do update set offered_at = excluded.offered_at`)
  await note(scope, 'tour.offered', tour)
  return tour
}

/** Two pages opened at once are offered one tour between them. */
const offersAlone = ({ db, user }: Scope) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`tour offers ${user.id}`}, 0))`)

const note = (scope: Scope, kind: 'tour.offered' | 'tour.snoozed', { code, number }: Tour) =>
  noteLearning(scope, [
    { kind, object: code, ...(number === null ? {} : { objectVersion: number }) },
  ])

/** Keeps what somebody said to an offer; only of what they were offered. */
export async function replyToOffer(scope: Scope, code: string, reply: Reply): Promise<void> {
  const isLater = reply === 'tomorrow' || reply === 'week'
  const until = isLater ? shiftDay(today(scope), reply === 'tomorrow' ? 1 : 7) : null
  const replied = await scope.db.execute(sql`
    update training.tour_offers set snoozed_until = ${until},
      snoozes = snoozes + ${isLater ? 1 : 0},
      settled_at = case when not ${isLater}::boolean or snoozes + 1 > ${mostSnoozes}
        then ${scope.now().toISOString()}::timestamptz end
    where company_id = ${scope.company.id} and user_id = ${scope.user.id} and code = ${code}
      and settled_at is null returning code`)
  const tour = (await readTours(scope)).find((one) => one.code === code)
  if (replied.length > 0 && isLater && tour) await note(scope, 'tour.snoozed', tour)
}
