import { sql } from 'drizzle-orm'
import { shiftDay } from '../../core/calendar/calendar.ts'
import { today } from '../../core/calendar/reading.ts'
import type { Scope } from '../../core/scope.ts'

/** Days without a look after which the sponsor’s attention counts as gone. */
const patience = 14

/** Notes that the sponsor has looked at how the rollout goes, as they said; of nobody else anything is noted. */
export async function noteLook(scope: Scope): Promise<void> {
  await scope.db.execute(sql`
    insert into flags.sponsor_looks (company_id, user_id, looked_on)
    select company_id, sponsor_id, ${today(scope)} from flags.programmes
    where company_id = ${scope.company.id} and sponsor_id = ${scope.user.id}
    on conflict (company_id, user_id) do update set looked_on = excluded.looked_on
      where sponsor_looks.looked_on < excluded.looked_on`)
}

/** The sponsor’s own last look, which they are asked for; undefined for everybody else. */
export async function readLook({
  db,
  company,
  user,
}: Scope): Promise<{ on: string | null } | undefined> {
  const [row] = await db.execute<{ on: string | null }>(sql`
    select l.looked_on::text as on from flags.programmes p
    left join flags.sponsor_looks l on l.company_id = p.company_id and l.user_id = p.sponsor_id
    where p.company_id = ${company.id} and p.sponsor_id = ${user.id}`)
  return row
}

/**
 * Whether the sponsor has not looked for two weeks, or had no part in the last two decisions at
 * gates; undefined before there is a rollout.
 */
export async function hasFaded(scope: Scope): Promise<boolean | undefined> {
  const [row] = await scope.db.execute<{ since: string; absent: number }>(sql`
    select coalesce(l.looked_on, (p.created_at at time zone ${scope.company.timeZone})::date)::text
        as since,
      (select count(*)::int from (
        select decided_by, second_by from flags.gate_decisions d where d.company_id = p.company_id
        order by d.id desc limit 2) latest
        where decided_by is distinct from p.sponsor_id
          and second_by is distinct from p.sponsor_id) as absent
    from flags.programmes p
    left join flags.sponsor_looks l on l.company_id = p.company_id and l.user_id = p.sponsor_id
    where p.company_id = ${scope.company.id}`)
  return row && (row.absent === 2 || row.since < shiftDay(today(scope), -patience))
}
