import { type SQL, sql } from 'drizzle-orm'
import type { OwnValues } from '../own-fields/own-field.ts'
import type { Scope } from '../scope.ts'
import type { RecordKind } from './kind.ts'
import { mayChange } from './rights.ts'
import type { Named } from './stored.ts'
import type { Tag } from './tags.ts'

/** What every record's page shows besides its fields. */
export type ShownRecord<Values extends OwnValues> = {
  id: string
  version: number
  values: Values
  owner: Named | null
  department: Named | null
  tags: Tag[]
  archivedAt: Date | null
  createdAt: Date
  updatedAt: Date
  mayEdit: boolean
  mayAssign: boolean
}

/** Those columns, without the values, for a query over the table of a kind. */
export function recordColumns(scope: Scope, kind: RecordKind): SQL {
  const { table } = kind
  const company = scope.company.id
  return sql`${table.id} as id, ${table.version} as version, ${table.archivedAt} as "archivedAt",
    ${table.createdAt} as "createdAt", ${table.updatedAt} as "updatedAt",
    (select json_build_object('id', u.id, 'name', u.name) from core.users u
      where u.company_id = ${company} and u.id = ${table.ownerId}) as owner,
    (select json_build_object('id', d.id, 'name', d.name) from core.departments d
      where d.company_id = ${company} and d.id = ${table.departmentId}) as department,
    ${tagsColumn(scope, kind)}, ${mayChange(scope, kind)}`
}

/** The tags of each record of a query. */
export const tagsColumn = ({ company }: Scope, { table }: RecordKind): SQL => sql`
  coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name)
    from core.taggings g join core.tags t on t.company_id = g.company_id and t.id = g.tag_id
    where g.company_id = ${company.id} and g.record_id = ${table.id}), '[]') as tags`
