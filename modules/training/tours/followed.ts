import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import { isNoWay } from './missing.ts'
import type { Tour } from './tours.ts'

/** How many people began a tour, and how many of them came to its end. */
export type Followed = { started: number; finished: number }

/** Every tour that anybody began, by its code. */
export async function readFollowed({ db, company }: Scope): Promise<ReadonlyMap<string, Followed>> {
  const rows = await db.execute<Followed & { code: string }>(sql`
    select object as code,
      count(distinct user_id) filter (where kind = 'tour.started')::int as started,
      count(distinct user_id) filter (where kind = 'tour.finished')::int as finished
    from training.learning_events where company_id = ${company.id}
      and kind in ('tour.started', 'tour.finished') group by object`)
  return new Map(rows.map(({ code, ...counts }) => [code, counts]))
}

/** What became of people at one step: they saw it, left there, or it had nothing to point at. */
export type StepCount = { key: string; reached: number; left: number; missing: number }

export type Funnel = Followed & { steps: StepCount[] }

/** How people fare with a tour, step by step, in the version that is followed now. */
export async function readFunnel({ db, company }: Scope, tour: Tour): Promise<Funnel> {
  const rows = await db.execute<{ kind: string; step: string | null; people: number }>(sql`
    select e.kind, e.step, count(distinct e.user_id)::int as people
    from training.learning_events e
    where e.company_id = ${company.id} and e.object = ${tour.code}
      and e.object_version is not distinct from ${tour.number}
      and ${isNoWay}
      and (e.kind in ('tour.started', 'tour.finished', 'tour.step_viewed', 'tour.target_missing')
        or e.kind = 'tour.closed' and not exists (select from training.learning_events f
          where f.company_id = e.company_id and f.kind = 'tour.finished' and f.object = e.object
            and f.user_id = e.user_id))
    group by e.kind, e.step`)
  const at = (kind: string, step?: string) =>
    rows
      .filter((row) => row.kind === `tour.${kind}` && (step === undefined || row.step === step))
      .reduce((sum, { people }) => sum + people, 0)
  return {
    ...{ started: at('started'), finished: at('finished') },
    steps: tour.steps.map(({ key }) => ({
      ...{ key, reached: at('step_viewed', key), left: at('closed', key) },
      missing: at('target_missing', key),
    })),
  }
}

/** d: of those who reached each step, the share that did not reach what follows it (7.2). */
export const dropOffs = ({ steps, finished }: Funnel): (number | undefined)[] =>
  steps.map(({ reached }, at) => {
    const next = steps[at + 1]?.reached ?? finished
    return reached === 0 ? undefined : Math.max(0, 1 - next / reached)
  })
