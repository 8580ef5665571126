import { sql } from 'drizzle-orm'
import { notify } from '../../../core/notify/notify.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Tour } from './tours.ts'
import { tourObject } from './writing.ts'

/** From this share of looks on, a step that finds nothing to point at is worth a look (R2). */
const worryingShare = 0.05

/** From this share on its tour is offered to nobody who did not ask for it. */
const pausingShare = 0.2

/** Fewer looks than these say nothing of a share. */
const fewestLooks = 5

/** So many people within a day are worth a look, whatever the share. */
const worryingPeople = 3

/** That a step is on the next page is the way to it, and not a failure: its card leads there. */
export const isNoWay = sql`e.data ->> 'cause' is distinct from 'otherPage'`

/** A step people came to: how often, how often it found nothing, and how many people in the last day. */
export type Look = { code: string; step: string; looks: number; missing: number; people: number }

/** How steps find what they point at, in the versions that are followed now; of the last four weeks. */
export async function readLooks(scope: Scope, tours: readonly Tour[]): Promise<Look[]> {
  const now = scope.now().toISOString()
  const rows = await scope.db.execute<Look & { number: number | null }>(sql`
    select e.object as code, e.object_version as number, e.step, count(*)::int as looks,
      count(*) filter (where e.kind = 'tour.target_missing')::int as missing,
      count(distinct e.user_id) filter (where e.kind = 'tour.target_missing'
        and e.at > ${now}::timestamptz - interval '24 hours')::int as people
    from training.learning_events e
    where e.company_id = ${scope.company.id} and e.step is not null and ${isNoWay}
      and e.object = any(${sql.param(tours.map(({ code }) => code))}::text[])
      and e.kind in ('tour.step_viewed', 'tour.target_missing')
      and e.at > ${now}::timestamptz - interval '28 days'
    group by e.object, e.object_version, e.step order by e.object, e.step`)
  return rows.filter((row) =>
    tours.some(({ code, number }) => code === row.code && number === row.number),
  )
}

const reaches = ({ looks, missing }: Look, share: number): boolean =>
  looks >= fewestLooks && missing / looks >= share

/** Whether whoever wrote a tour should look at this step. */
export const isWorrying = (look: Look): boolean =>
  reaches(look, worryingShare) || look.people >= worryingPeople

/** Whether a tour with such a step is offered no more, until it is mended. */
export const pauses = (look: Look): boolean => reaches(look, pausingShare)

/** Tells whoever wrote a tour, as soon as a third person within a day did not find what it points at. */
export async function tellOfMissing(scope: Scope, { code }: Tour): Promise<void> {
  const [tour] = await scope.db.execute<{ id: string; ownerId: string | null; isThird: boolean }>(
    sql`
    select t.id, t.owner_id as "ownerId", (select count(distinct e.user_id) = ${worryingPeople}
          and count(*) filter (where e.user_id = ${scope.user.id}) = 1
        from training.learning_events e where e.company_id = t.company_id and e.object = t.code
          and e.kind = 'tour.target_missing' and ${isNoWay}
          and e.at > ${scope.now().toISOString()}::timestamptz - interval '24 hours') as "isThird"
    from training.tours t
    where t.company_id = ${scope.company.id} and t.code = ${code} and t.archived_at is null`,
  )
  if (!tour?.isThird || !tour.ownerId) return
  const about = { object: tourObject, recordId: tour.id }
  await notify(scope, [tour.ownerId], 'training.tour-missing', about)
}
