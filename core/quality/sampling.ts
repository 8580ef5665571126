import { type SQL, sql } from 'drizzle-orm'
import { within } from '../access/within.ts'
import { newId } from '../db/id.ts'
import { recordAudit } from '../records/audit.ts'
import type { Scope } from '../scope.ts'
import type { Quality } from './declared.ts'
import type { Share } from './formula.ts'
import { owned } from './owned.ts'
import { qualitySamples, type Verdict } from './schema.ts'

/** A check says something for so long, and a record is not drawn again meanwhile. */
export const sampleDays = 90
/** So many are drawn at once, and as many are shown. */
export const mostDrawn = 100

const recent = (column: SQL): SQL => sql`${column} > now() - make_interval(days => ${sampleDays})`

const sampleObject = 'core.quality-sample'

/**
 * How much was right of what was checked lately. A record counts once, by the share of its checked
 * fields that were right: values of one record stand or fall together, and thirty of them that come
 * from three records are no sample of thirty.
 */
export async function accuracyShare(scope: Scope, object: string): Promise<Share> {
  const [row] = await scope.db.execute<Share>(sql`
    select coalesce(sum(share), 0)::float8 as good, count(share)::int as of from (
      select (select avg((verdict = 'right')::int) from jsonb_each_text(s.verdicts) v(field, verdict)) as share
      from ${qualitySamples} s where s.company_id = ${scope.company.id} and s.object = ${object}
        and ${recent(sql`s.checked_at`)}) checked`)
  return row ?? { good: 0, of: 0 }
}

/** Draws live records by lot among those that the person may see. @returns how many there were */
export async function drawSample(
  scope: Scope,
  { object, table, permission }: Quality,
  count: number,
): Promise<number> {
  const company = scope.company.id
  const rows = await scope.db.execute<{ id: string }>(sql`
    select ${table}.id as id from ${table}
    where ${table}.company_id = ${company} and ${table}.archived_at is null
      and ${within(scope, permission, owned(table))}
      and not exists (select from ${qualitySamples} s where s.company_id = ${company}
        and s.record_id = ${table}.id and ${recent(sql`s.drawn_at`)})
    order by random() limit ${Math.min(count, mostDrawn)}`)
  if (rows.length === 0) return 0
  await scope.db.insert(qualitySamples).values(
    rows.map(({ id }) => ({
      ...{ companyId: company, id: newId(), object, recordId: id, drawnBy: scope.actorId },
    })),
  )
  await recordAudit(scope, {
    action: 'drawn',
    object: sampleObject,
    after: { kind: object, count: rows.length },
  })
  return rows.length
}

/** A drawn record; `verdicts` are there once it was checked. */
export type Drawn = {
  id: string
  recordId: string
  name: string
  checkedAt: Date | null
  verdicts: Record<string, Verdict>
}

const drawn = (scope: Scope, { object, table, permission }: Quality): SQL => sql`
  select s.id, s.record_id as "recordId", ${table}.name as name, s.checked_at as "checkedAt", s.verdicts
  from ${qualitySamples} s
  join ${table} on ${table}.company_id = s.company_id and ${table}.id = s.record_id
    and ${table}.archived_at is null and ${within(scope, permission, owned(table))}
  where s.company_id = ${scope.company.id} and s.object = ${object}`

/** What was drawn lately and the reader may see: first what waits, then the latest checks. */
export const readSample = (scope: Scope, quality: Quality) =>
  scope.db.execute<Drawn>(sql`
    ${drawn(scope, quality)} and ${recent(sql`s.drawn_at`)}
    order by s.checked_at is not null, s.checked_at desc, s.id limit ${mostDrawn}`)

export type DrawnRecord = Drawn & { shown: Record<string, string | null> }

/** One drawn record with the values that can be checked; undefined out of reach. */
export async function readDrawn(
  scope: Scope,
  quality: Quality,
  id: string,
): Promise<DrawnRecord | undefined> {
  const shown = quality.fields.flatMap(({ field, shown }) =>
    shown ? [sql`${field}::text`, shown] : [],
  )
  const [row] = await scope.db.execute<Drawn>(sql`${drawn(scope, quality)} and s.id = ${id}`)
  if (!row) return undefined
  const { table } = quality
  const [values] = await scope.db.execute<Pick<DrawnRecord, 'shown'>>(sql`
    select json_build_object(${sql.join(shown, sql`, `)}) as shown from ${table}
    where ${table}.company_id = ${scope.company.id} and ${table}.id = ${row.recordId}`)
  return { ...row, shown: values?.shown ?? {} }
}

/** Keeps what a check said; a second check of the same record replaces the first. */
export async function keepCheck(
  scope: Scope,
  { id, verdicts: before }: Drawn,
  verdicts: Record<string, Verdict>,
): Promise<void> {
  await Promise.all([
    scope.db.execute(sql`
      update ${qualitySamples} set verdicts = ${JSON.stringify(verdicts)}::jsonb, checked_at = now(),
        checked_by = ${scope.actorId}
      where company_id = ${scope.company.id} and id = ${id}`),
    recordAudit(scope, {
      action: 'checked',
      object: sampleObject,
      recordId: id,
      before: Object.keys(before).length > 0 ? before : undefined,
      after: verdicts,
    }),
  ])
}
