import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import type { ContactsKind } from '../kinds.ts'
import { contradiction, keysOf, leastScore, weights } from './weights.ts'

/** A key that more records share is a default or a switchboard; each is compared with the first alone. */
const largestBlock = 12

/**
 * Looks for pairs of live records of one kind that may be the same, in one statement: records that
 * share a key come together, what they share is weighed, and what speaks against it leaves them
 * out. Pairs that a search saw before are seen again; dismissed ones stay dismissed.
 * @param run the search that notes them
 * @returns how many there are
 */
export async function findPairs(
  scope: Scope,
  { list, object }: ContactsKind,
  run: string,
): Promise<number> {
  const company = scope.company.id
  const table = list === 'accounts' ? sql`contacts.accounts` : sql`contacts.people`
  const weight = sql.join(
    Object.entries(weights[list]).map(
      ([reason, value]) => sql`(${reason}::text, ${value}::float8)`,
    ),
    sql`, `,
  )
  const found = await scope.db.execute(sql`
    with keys as materialized (${keysOf(scope, list)}),
    blocks as materialized (
      select * from (
        select reason, key, id, count(*) over (partition by reason, key) as size,
          first_value(id) over (partition by reason, key order by id) as head
        from keys) sized
      where size > 1),
    meetings as (
      select a.reason, a.id as x, b.id as y from blocks a
      join blocks b on b.reason = a.reason and b.key = a.key and b.id > a.id
      where a.size <= ${largestBlock}
      union
      select reason, head, id from blocks where size > ${largestBlock} and id <> head),
    reasons as (
      select x, y, reason from meetings
      union
      select m.x, m.y, 'name' from meetings m
      join ${table} x on x.company_id = ${company} and x.id = m.x
      join ${table} y on y.company_id = ${company} and y.id = m.y and y.name_key = x.name_key),
    scored as (
      select x, y, array_agg(r.reason order by w.weight desc) as reasons,
        1 - exp(sum(ln(1 - w.weight))) as score
      from reasons r join (values ${weight}) w (reason, weight) on w.reason = r.reason
      group by x, y)
    insert into contacts.duplicate_pairs
      (company_id, id, object, first_id, second_id, score, reasons, run_id)
    select ${company}, gen_random_uuid(), ${object}, s.x, s.y, round(s.score * 100), s.reasons, ${run}
    from scored s
    join ${table} x on x.company_id = ${company} and x.id = s.x
    join ${table} y on y.company_id = ${company} and y.id = s.y
    where s.score >= ${leastScore} and not coalesce(${contradiction(list)}, false)
    on conflict (company_id, object, first_id, second_id) do update
    set score = excluded.score, reasons = excluded.reasons, run_id = excluded.run_id
    returning dismissed_at is null as open`)
  return found.filter(({ open }) => open).length
}

/** Forgets pairs that are none any more, because a record was changed or put away. */
export async function forgetPairs(scope: Scope, run: string): Promise<void> {
  await scope.db.execute(sql`
    delete from contacts.duplicate_pairs where company_id = ${scope.company.id}
      and run_id <> ${run} and dismissed_at is null`)
}
