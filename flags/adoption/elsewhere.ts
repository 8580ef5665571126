import { sql } from 'drizzle-orm'
import { isAside, type PersonShare } from '../../core/adoption/declared.ts'
import { weekOf } from '../../core/calendar/reading.ts'
import { formatDay } from '../../core/i18n/format.ts'
import type { Module } from '../../core/module.ts'
import type { Scope } from '../../core/scope.ts'
import { elsewhere } from './formula.ts'
import type { Elsewhere } from './schema.ts'

export const isElsewhere = (text: string | undefined): text is Elsewhere =>
  text !== undefined && Object.hasOwn(elsewhere, text)

/** Whether somebody has a module in which work with customers is measured: only they are asked. */
export const hasWork = ({ modules: switches }: Scope, modules: readonly Module[]): boolean =>
  modules.some(
    (module) => module.adoption && !isAside(module) && switches.state(module.id) !== 'off',
  )

const week = 7 * 86_400_000

/** Whether somebody is to be asked: once a week, and not before they have a week to speak of. */
export const isToSayElsewhere = async (scope: Scope): Promise<boolean> =>
  (
    await scope.db.execute(sql`
      select from core.users u where u.company_id = ${scope.company.id} and u.id = ${scope.user.id}
        and u.created_at <= ${new Date(scope.now().getTime() - week).toISOString()}
        and not exists (select from flags.adoption_elsewhere e
          where e.company_id = u.company_id and e.user_id = u.id and e.week = ${weekOf(scope)})`)
  ).length > 0

/** Says for this week how much was kept outside of the product; said again, it is what is said last. */
export async function sayElsewhere(scope: Scope, answer: Elsewhere): Promise<void> {
  await scope.db.execute(sql`
    insert into flags.adoption_elsewhere (company_id, user_id, week, answer, at)
    values (${scope.company.id}, ${scope.user.id}, ${weekOf(scope)}, ${answer},
      ${scope.now().toISOString()})
    on conflict (company_id, user_id, week) do update set answer = excluded.answer,
      at = excluded.at`)
}

/** Of the weeks that people spoke of since a moment, how many they kept nothing elsewhere in. */
export const readElsewhere = ({ db, company }: Scope, from: Date): Promise<PersonShare[]> =>
  db.execute<PersonShare>(sql`
    select user_id as person, count(*)::int as "of", sum(case answer when 'none' then
      ${elsewhere.none}::float when 'some' then ${elsewhere.some}::float else
      ${elsewhere.most}::float end) as good
    from flags.adoption_elsewhere where company_id = ${company.id}
      and week >= ${formatDay(company.timeZone, from)}
    group by user_id`)
