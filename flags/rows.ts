import { sql } from 'drizzle-orm'
import type { Database } from '../core/db/database.ts'
import { newId } from '../core/db/id.ts'
import type { Module } from '../core/module.ts'
import { learningRule } from './learning-rule.ts'
import type { ModuleRows } from './schema.ts'
import type { Kill, Snapshot } from './snapshot.ts'

const audience = sql`json_strip_nulls(json_build_object('id', a.id, 'module', a.module,
  'kind', a.kind, 'department', a.department_id, 'role', a.role, 'person', a.user_id,
  'percentage', a.percentage, 'variant', a.variant, 'state', nullif(a.state, 'on'),
  'until', a.until, 'since', a.since, 'by', a.by, 'reason', a.reason,
  'expiresOn', a.expires_on))`

const kill = sql`json_strip_nulls(json_build_object('id', k.id, 'module', k.module,
  'department', k.department_id, 'since', k.since, 'by', k.by, 'reason', k.reason))`

/**
 * Everything that decides a company's flags, in one query; and what its people have learned, by the
 * module that knows.
 */
export async function readSnapshot(
  db: Database,
  company: string,
  modules: readonly Pick<Module, 'id' | 'learning'>[] = [],
): Promise<Snapshot> {
  const [row] = await db.execute<Snapshot & { asked: string | null }>(sql`
    select
      (select l.by from (${learningRule(company)}) as l) as asked,
      (select coalesce(json_agg(${audience} order by a.id), '[]') from flags.audiences a
        where a.company_id = ${company}) as audiences,
      (select coalesce(json_agg(${kill} order by k.id), '[]') from flags.kills k
        where k.company_id = ${company}) as kills,
      (select coalesce(json_agg(json_strip_nulls(
          json_build_object('id', d.id, 'key', d.key, 'parent', d.parent_id)) order by d.id), '[]')
        from core.departments d where d.company_id = ${company}) as departments,
      (select coalesce(json_agg(f.document order by f.name), '[]') from flags.features f
        where f.company_id = ${company}) as features,
      (select coalesce(json_agg(s.document order by s.number), '[]') from flags.segments s
        where s.company_id = ${company}) as segments`)
  const { asked, ...snapshot } = row as Snapshot & { asked: string | null }
  const teacher = modules.find(({ learning }) => learning)
  if (!teacher?.learning) return snapshot
  const learned = await teacher.learning.read(db, company)
  const follows = learned.follows ?? asked !== null
  return { ...snapshot, taught: { module: teacher.id, learned: { ...learned, follows } } }
}

/** The rows that decide one module, in the form a change keeps them. */
export async function readModuleRows(
  db: Database,
  company: string,
  module: string,
): Promise<ModuleRows> {
  const [row] = await db.execute<ModuleRows>(sql`
    select json_strip_nulls(json_build_object(
      'audiences', (select coalesce(json_agg(${audience} order by a.id), '[]')
        from flags.audiences a where a.company_id = ${company} and a.module = ${module}),
      'kill', (select ${kill} from flags.kills k
        where k.company_id = ${company} and k.module = ${module} and k.department_id is null),
      'frozen', (select json_agg(${kill} order by k.id) from flags.kills k
        where k.company_id = ${company} and k.module = ${module}
          and k.department_id is not null))) as rows`)
  return (row as unknown as { rows: ModuleRows }).rows
}

/** Makes one module's rows what they shall be. Rows that stay keep their id, date and reason. */
export async function writeModuleRows(
  db: Database,
  company: string,
  module: string,
  rows: ModuleRows,
): Promise<void> {
  const ids = JSON.stringify(rows.audiences.map((row) => row.id))
  await db.execute(sql`
    delete from flags.audiences where company_id = ${company} and module = ${module}
      and id not in (select value::uuid from jsonb_array_elements_text(${ids}::jsonb))`)
  await db.execute(sql`
    insert into flags.audiences (company_id, id, module, kind, department_id, role, user_id,
      percentage, variant, state, until, since, "by", reason, expires_on)
    select ${company}, r.id, ${module}, r.kind, r.department, r.role, r.person, r.percentage,
      r.variant, coalesce(r.state, 'on'), r.until, r.since, r."by", r.reason,
      r."expiresOn"
    from jsonb_to_recordset(${JSON.stringify(rows.audiences)}::jsonb) as r(id uuid, kind text,
      department uuid, role text, person uuid, percentage int, variant text, state text,
      until timestamptz, since timestamptz, "by" uuid, reason text, "expiresOn" date)
    on conflict (company_id, id) do nothing`)
  await writeKills(db, company, module, [...(rows.kill ? [rows.kill] : []), ...(rows.frozen ?? [])])
}

/** A reason that was owed may be given later; all else of a stop stays as it is. */
async function writeKills(
  db: Database,
  company: string,
  module: string,
  kills: readonly Kill[],
): Promise<void> {
  // Changes kept from before stops had a place carry no ids.
  const all = JSON.stringify(kills.map((kill) => ({ ...kill, id: kill.id ?? newId() })))
  await db.execute(sql`
    delete from flags.kills where company_id = ${company} and module = ${module}
      and id not in (select (kill->>'id')::uuid from jsonb_array_elements(${all}::jsonb) kill)`)
  await db.execute(sql`
    insert into flags.kills (company_id, id, module, department_id, since, "by", reason)
    select ${company}, r.id, ${module}, r.department, r.since, r."by", r.reason
    from jsonb_to_recordset(${all}::jsonb) as r(id uuid, department uuid, since timestamptz,
      "by" uuid, reason text)
    on conflict (company_id, id) do update set reason = excluded.reason`)
}
