import { type SQL, sql } from 'drizzle-orm'
import { within } from '../access/within.ts'
import type { Scope } from '../scope.ts'
import type { RecordTable } from './kind.ts'

/** The id and name of a record that another one names, for who may see it; else null. */
export const seenName = (scope: Scope, of: RecordTable, permission: string, id: SQL): SQL => sql`
  (select json_build_object('id', seen.id, 'name', seen.name) from (
    select ${of.id} as id, ${of.name} as name from ${of} where ${of.companyId} = ${scope.company.id}
      and ${of.id} = ${id} and ${within(scope, permission, of)}) seen)`
