import { sql } from 'drizzle-orm'
import { readMembers } from '../../../core/access/members.ts'
import type { PerLocale } from '../../../core/i18n/locale.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Tried } from '../evidence/formula.ts'

/** What people can be seen to do: a deed that a module declares as real work. */
export type Goal = {
  key: string
  module: string
  label: PerLocale
  object: string
  actions: readonly string[]
}

export const goalsOf = ({ modules }: Pick<Registry, 'modules'>): Goal[] =>
  modules.flatMap(({ id, adoption }) =>
    (adoption?.deeds ?? []).map(({ deed, label, object, actions }) => ({
      ...{ key: `${id}:${deed}`, module: id, label, object, actions },
    })),
  )

/** Whether people did something within so many days. */
const days = 7

/**
 * Who did the goal's deed in the seven days behind finishing a tour, and who of those that were
 * never shown it did so in the last seven days; only people for whom the goal's module is on.
 */
export async function readEffect(
  scope: Scope,
  code: string,
  goal: Goal,
): Promise<{ finished: Tried; others: Tried }> {
  const members = await readMembers(scope)
  const eligible = members.filter((member) => scope.modules.of(member).state(goal.module) !== 'off')
  const ids = eligible.map(({ id }) => id)
  const now = scope.now().toISOString()
  const [row] = await scope.db.execute<{ finished: Tried; others: Tried }>(sql`
    with people as (
      select p.id, f.at as finished, exists (select from training.learning_events s
          where s.company_id = ${scope.company.id} and s.user_id = p.id and s.object = ${code}
            and s.kind in ('tour.offered', 'tour.started', 'tour.step_viewed')) as shown
      from unnest(${sql.param(ids)}::uuid[]) as p (id)
      left join lateral (select min(e.at) as at from training.learning_events e
        where e.company_id = ${scope.company.id} and e.user_id = p.id and e.object = ${code}
          and e.kind = 'tour.finished') f on true),
    watched as (
      select id, finished is not null as done,
        coalesce(finished, ${now}::timestamptz - interval '1 day' * ${days}) as since
      from people where (finished is not null
          and finished <= ${now}::timestamptz - interval '1 day' * ${days})
        or (finished is null and not shown)),
    judged as (
      select w.done, exists (select from core.audit a where a.company_id = ${scope.company.id}
          and a.actor_id = w.id and a.object = ${goal.object}
          and a.action = any(${sql.param(goal.actions)}::text[])
          and a.at > w.since and a.at <= w.since + interval '1 day' * ${days}) as did
      from watched w)
    select json_build_object('took', count(*) filter (where done),
        'passed', count(*) filter (where done and did)) as finished,
      json_build_object('took', count(*) filter (where not done),
        'passed', count(*) filter (where not done and did)) as others
    from judged`)
  const nobody = { took: 0, passed: 0 }
  return row ?? { finished: nobody, others: nobody }
}
