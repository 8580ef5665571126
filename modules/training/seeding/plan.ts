import { sql } from 'drizzle-orm'
import { readDepartments } from '../../../core/access/department-tree.ts'
import { newId } from '../../../core/db/id.ts'
import type { Role } from '../../../core/module.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { rules } from '../assigning/schema.ts'

/** Who is to take which path; a department by the key that firms usually give it. */
const wanted: readonly { path: string; roles: Role[]; department?: string }[] = [
  { path: 'P-CORE', roles: [] },
  { path: 'P-LEADERS', roles: ['sponsor', 'lead'] },
  { path: 'P-TRAINERS', roles: ['trainer'] },
  { path: 'P-ADMIN', roles: ['admin'] },
  { path: 'P-SALES', roles: [], department: 'sales' },
  { path: 'P-SERVICE', roles: [], department: 'service' },
]

/** Rules that ask for the core of everybody, and for what their work takes of the others; once. */
export async function requirePaths(scope: Scope): Promise<void> {
  const departments = await readDepartments(scope)
  const paths = await scope.db.execute<{ id: string; code: string }>(sql`
    select p.id, p.code from training.paths p where p.company_id = ${scope.company.id}
      and not exists (select from training.rules r where r.company_id = p.company_id
        and r.path_id = p.id)`)
  const rows = wanted.flatMap(({ path, roles, department }) => {
    const pathId = paths.find(({ code }) => code === path)?.id
    const own = departments.filter(({ key }) => key === department)
    if (!pathId || (department && own.length === 0)) return []
    const departmentIds = own.map(({ id }) => id)
    return [{ id: newId(), pathId, roles, departmentIds, dueDays: 20, mandatory: true }]
  })
  await insertMany(scope, rules, rows)
}

const day = 86_400_000

/** A session of the leaders' course to come, in the room upstairs, held by a trainer; once. */
export async function planSession(scope: Scope): Promise<void> {
  const at = new Date(Math.ceil(scope.now().getTime() / day) * day + 9 * day + 6 * 3_600_000)
  await scope.db.execute(sql`
    insert into training.sessions (company_id, id, course_id, lesson, starts_at, place, code, trainer_id)
    select c.company_id, gen_random_uuid(), c.id, 'talk', ${at.toISOString()}::timestamptz,
      ${scope.company.locale === 'en' ? 'Room 2, first floor' : '二楼会议室'}, '20300115',
      (select user_id from core.user_roles r where r.company_id = c.company_id
        and r.role = 'trainer' order by user_id limit 1)
    from training.courses c where c.company_id = ${scope.company.id} and c.code = 'L-01'
      and not exists (select from training.sessions s where s.company_id = c.company_id)`)
}
