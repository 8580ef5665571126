import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import type { Way } from './choosing.ts'
import { assignmentRules } from './schema.ts'

/** How tickets of a department find an owner, or of the whole company: `departmentId` null. */
export type AssignmentRule = {
  id: string
  departmentId: string | null
  department: string | null
  way: Way
  mostOpen: number | null
  lastOwnerId: string | null
  version: number
}

/** The rules of a company, its own first. There is at most one for each department. */
export const readRules = ({ db, company }: Scope): Promise<AssignmentRule[]> =>
  db.execute<AssignmentRule>(sql`
    select r.id, r.department_id as "departmentId", d.name as department, r.way,
      r.most_open as "mostOpen", r.last_owner_id as "lastOwnerId", r.version
    from ${assignmentRules} r
    left join core.departments d on d.company_id = r.company_id and d.id = r.department_id
    where r.company_id = ${company.id} order by d.name nulls first, r.id limit 500`)
