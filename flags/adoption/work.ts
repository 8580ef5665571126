import { type SQL, sql } from 'drizzle-orm'
import type { Period } from '../../core/adoption/declared.ts'
import { newIdAt } from '../../core/db/id.ts'
import type { Module } from '../../core/module.ts'
import type { Scope } from '../../core/scope.ts'

/** What somebody did in one module within a period. */
export type Work = {
  person: string
  module: string
  /** The days of it, in the company's time zone. */
  days: string[]
  /** Which kinds of deeds. */
  deeds: string[]
  /** How often they wrote down what should be written down every time. */
  recorded: number
  /** On how many records they worked. */
  records: number
}

/** So many alike in a day are no work any more (R23). */
const mostAlike = 60

/** What was taken back so soon was not done (R23). */
const takenBack = sql`interval '10 minutes'`

/** Only requests that people sent from a page have a bare number: jobs and programs name theirs. */
const byHand = sql`a.request_id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-'`

/**
 * What everybody really did in these modules (rollout-and-training 7.4, A1), by the audit trail.
 * Imports, jobs and programs do not count, neither does what was taken back within ten minutes nor
 * what was done alike more than sixty times a day; a deed on many records at once is one (R23).
 */
export async function readWork(
  { db, company }: Scope,
  modules: readonly Module[],
  { from, to }: Period,
): Promise<Work[]> {
  const declared = declaredDeeds(modules)
  if (declared.length === 0) return []
  const objects = modules.flatMap(({ adoption }) =>
    (adoption?.deeds ?? []).map((one) => one.object),
  )
  return await db.execute<Work>(sql`
    with declared (module, deed, is_process, object, action) as (values ${sql.join(declared, sql`, `)}),
    entry as (
      select a.id, a.at, a.actor_id, a.object, a.action, a.record_id, a.request_id, a.before, a.after,
        d.module, d.deed, d.is_process, (a.at at time zone ${company.timeZone})::date as day
      from core.audit a left join declared d on d.object = a.object and d.action = a.action
      where a.company_id = ${company.id} and a.id >= ${newIdAt(from)} and a.at >= ${from}
        and a.at < ${to} and a.actor_id is not null and ${byHand}
        and a.object = any(${sql.param(objects)}::text[])
        and (d.module is not null or a.action in ('archived', 'removed', 'restored', 'unlinked'))),
    neighbours as (
      select e.*, ${neighbour('lead')}, ${neighbour('lag')},
        count(*) over (partition by actor_id, day, object, action,
          md5(coalesce(after, '{}')::text)) as alike
      from entry e
      window same as (partition by actor_id, object, record_id order by id))
    select actor_id as person, module, array_agg(distinct day::text) as days,
      array_agg(distinct deed) as deeds,
      count(distinct request_id) filter (where is_process)::int as recorded,
      count(distinct (object, record_id))::int as records
    from neighbours
    where module is not null and alike <= ${mostAlike}
      and ${undoes('lead', sql`lead_at <= at + ${takenBack}`)} is not true
      and ${undoes('lag', sql`lag_at >= at - ${takenBack}`)} is not true
    group by actor_id, module`)
}

/** What the same person did to the same record before or after. */
const neighbour = (side: 'lead' | 'lag'): SQL =>
  sql.join(
    ['action', 'at', 'before', 'after'].map((name) => {
      const [column, named] = [sql.identifier(name), beside(side, name)]
      return side === 'lead'
        ? sql`lead(${column}) over same as ${named}`
        : sql`lag(${column}) over same as ${named}`
    }),
    sql`, `,
  )

const beside = (side: 'lead' | 'lag', column: string) => sql.identifier(`${side}_${column}`)

const declaredDeeds = (modules: readonly Module[]): SQL[] =>
  modules.flatMap(({ id, adoption }) =>
    (adoption?.deeds ?? []).flatMap(({ deed, object, actions }) =>
      actions.map(
        (action) =>
          sql`(${id}::text, ${deed}::text, ${deed === adoption?.process.deed}::boolean,
            ${object}::text, ${action}::text)`,
      ),
    ),
  )

/** Whether an entry is taken back by the next one soon, or takes the one before it back itself. */
function undoes(side: 'lead' | 'lag', soon: SQL): SQL {
  const there = beside(side, 'action')
  const here = sql.identifier('action')
  const [earlier, later] = side === 'lead' ? [here, there] : [there, here]
  return sql`(${soon} and (
    (${earlier}, ${later}) in (('created', 'archived'), ('created', 'removed'),
      ('archived', 'restored'), ('restored', 'archived'), ('linked', 'unlinked'))
    or action = 'changed' and ${there} = 'changed'
      and before = ${beside(side, 'after')} and after = ${beside(side, 'before')}))`
}
