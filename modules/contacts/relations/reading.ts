import { type SQLWrapper, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { PerLocale } from '../../../core/i18n/locale.ts'
import type { Reference } from '../../../core/records/subjects.ts'
import type { Scope } from '../../../core/scope.ts'
import { accountKind, personKind } from '../kinds.ts'
import { accounts, people } from '../schema.ts'
import { type Side, usualKinds } from './kinds.ts'
import { relationKinds, relations } from './schema.ts'

/** A record has no more of them: its page shows them all. */
export const mostRelations = 100

/** What another record is to this one. */
export type Relation = {
  id: string
  kind: string
  side: Side
  object: string
  recordId: string
  name: string
  note: string
  /** In the company's own words, where it has some. */
  label: PerLocale | null
}

/**
 * The relations of a record as JSON, for a query of its page: those whose other record may be seen
 * and is not archived. The others appear not at all.
 */
export const relationsOf = (scope: Scope, object: string, id: SQLWrapper) => {
  const company = scope.company.id
  const seen = (
    table: typeof accounts | typeof people,
    kind: typeof accountKind | typeof personKind,
  ) =>
    sql`(select ${table.name} from ${table} where ${table.companyId} = ${company}
      and ${table.id} = r.record_id and r.object = ${kind.object} and ${table.archivedAt} is null
      and ${within(scope, kind.view, table)})`
  return sql`coalesce((select json_agg(json_build_object('id', r.id, 'kind', r.kind, 'side', r.side,
      'object', r.object, 'recordId', r.record_id, 'name', r.name, 'note', r.note,
      'label', case r.side when 'forward' then k.forward else k.backward end) order by r.id)
    from (select r.*, coalesce(${seen(accounts, accountKind)}, ${seen(people, personKind)}) as name
      from (select id, kind, note, 'forward' as side, to_object as object, to_id as record_id
          from ${relations} where company_id = ${company} and from_id = ${id} and from_object = ${object}
        union all
        select id, kind, note, 'backward', from_object, from_id
          from ${relations} where company_id = ${company} and to_id = ${id} and to_object = ${object}) r
      where r.record_id <> ${id} order by r.id limit ${mostRelations}) r
    left join ${relationKinds} k on k.company_id = ${company} and k.key = r.kind
    where r.name is not null), '[]')`
}

const usual = new Map(usualKinds.map((kind) => [kind.key, kind]))

/** What the other record is, in words. */
export const labelOf = ({ kind, side, label }: Relation): PerLocale =>
  label ?? usual.get(kind)?.[side] ?? { en: kind, 'zh-CN': kind }

/** Each thing once: after a merge two rows may say the same. */
export const eachOnce = (all: readonly Relation[]): Relation[] => {
  const said = new Set<string>()
  return all.filter((one) => {
    const { en, 'zh-CN': chinese } = labelOf(one)
    const key = [en, chinese, one.recordId].join('\n')
    return !said.has(key) && said.add(key)
  })
}

/** The relations of a record that the caller may see. */
export async function readRelations(scope: Scope, about: Reference): Promise<Relation[]> {
  const [row] = await scope.db.execute<{ relations: Relation[] }>(
    sql`select ${relationsOf(scope, about.object, sql`${about.recordId}::uuid`)} as relations`,
  )
  return eachOnce(row?.relations ?? [])
}
