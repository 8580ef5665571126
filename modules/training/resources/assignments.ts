import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { withinPlaces } from '../../../core/access/within.ts'
import { Invalid } from '../../../core/api/invalid.ts'
import type { JsonRecord, Resource } from '../../../core/api/resource.ts'
import { isId } from '../../../core/db/id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { cutPage, pageOf } from '../../../core/records/paging.ts'
import type { Scope } from '../../../core/scope.ts'
import { extend, waive } from '../assigning/changing.ts'
import { assign } from '../learning/assigning.ts'
import { follow, learn, teach } from '../permissions.ts'
import { studioText } from '../studio/messages.ts'

type Row = {
  id: string
  version: number
  userId: string
  userName: string
  courseId: string
  code: string
  status: string
  mandatory: boolean
  dueOn: string | null
  assignedAt: string
  completedAt: string | null
  sortedBy: string
}

const columns = sql`
  a.id, a.version, a.user_id as "userId", u.name as "userName", a.course_id as "courseId", c.code,
  a.status, a.mandatory, a.due_on::text as "dueOn", a.assigned_at as "assignedAt",
  a.completed_at as "completedAt", a.id::text as "sortedBy"`

/** One's own, and those of people whose learning one may follow. */
const from = (scope: Scope) => sql`
  from training.assignments a
  join core.users u on u.company_id = a.company_id and u.id = a.user_id
  join training.courses c on c.company_id = a.company_id and c.id = a.course_id
  where a.company_id = ${scope.company.id} and (a.user_id = ${scope.user.id}
    or ${withinPlaces(scope, follow, { ownerId: sql`u.id`, departmentId: sql`u.department_id` })})`

const moment = (at: string | null) => at && new Date(at).toISOString()

const asJson = ({ sortedBy: _, ...row }: Row): JsonRecord => ({
  ...row,
  assignedAt: moment(row.assignedAt),
  completedAt: moment(row.completedAt),
})

async function readOne(scope: Scope, id: string): Promise<Row> {
  const [row] = await scope.db.execute<Row>(sql`select ${columns} ${from(scope)} and a.id = ${id}`)
  if (!row) throw notFound()
  return row
}

/** Who is to take which course, and how far they are. */
export const assignmentResource: Resource<'training'> = {
  name: 'assignments',
  title: { en: 'Assignments', 'zh-CN': '学习任务' },
  permission: learn,
  record: () =>
    z.strictObject({
      id: z.uuid(),
      version: z.int(),
      userId: z.uuid(),
      userName: z.string(),
      courseId: z.uuid(),
      code: z.string(),
      status: z.string(),
      mandatory: z.boolean(),
      dueOn: z.iso.date().nullable(),
      assignedAt: z.iso.datetime(),
      completedAt: z.iso.datetime().nullable(),
    }),
  filters: { status: z.string().max(20), course: z.uuid(), user: z.uuid() },
  sorts: ['newest'],
  list: async (scope, { cursor, limit, filters }) => {
    const sort = { column: sql`a.id`, cast: 'uuid' as const }
    const { condition, order } = pageOf(sort, sql`a.id`, 'desc', cursor)
    const { status, course, user } = filters
    const wanted = sql`
      ${status ? sql`a.status = ${status}` : sql`true`}
      and ${course ? sql`a.course_id = ${course}` : sql`true`}
      and ${user ? sql`a.user_id = ${user}` : sql`true`}`
    const [rows, counted] = await Promise.all([
      scope.db.execute<Row>(sql`
        select ${columns} ${from(scope)} and ${wanted} and ${condition}
        order by ${order} limit ${limit + 1}`),
      scope.db.execute<{ total: number }>(
        sql`select count(*)::int as total ${from(scope)} and ${wanted}`,
      ),
    ])
    const page = cutPage(rows, limit, cursor)
    return { items: page.rows.map(asJson), total: counted[0]?.total ?? 0, next: page.after ?? null }
  },
  read: async (scope, id) => asJson(await readOne(scope, id)),
  writing: {
    permission: teach,
    input: () =>
      z.strictObject({
        userId: z.uuid(),
        courseId: z.uuid(),
        dueOn: z.iso.date().nullable().optional(),
        mandatory: z.boolean().optional(),
      }),
    create: async (scope, registry, input) => {
      const { userId, courseId, dueOn, mandatory } = input as Given
      const versionId = await publishedOf(scope, userId, courseId)
      const wanted = { userId, courseId, versionId, dueOn: dueOn ?? null }
      await assign(scope, registry, [{ ...wanted, mandatory: mandatory ?? false }])
      const [row] = await scope.db.execute<{ id: string }>(sql`
        select id from training.assignments where company_id = ${scope.company.id}
          and user_id = ${userId} and course_id = ${courseId} order by cycle desc limit 1`)
      return row?.id ?? ''
    },
    change: async (scope, _, id, version, input) => {
      const row = await readOne(scope, id)
      if (version !== undefined && version !== row.version) return 'conflict'
      const { dueOn } = input as Given
      if (dueOn) await extend(scope, row, dueOn)
      return undefined
    },
    archive: async (scope, _, id, version) => {
      const row = await readOne(scope, id)
      if (version !== undefined && version !== row.version) return 'conflict'
      await waive(scope, row, studioText(scope.locale).waivedByProgram)
      return undefined
    },
  },
}

type Given = { userId: string; courseId: string; dueOn?: string | null; mandatory?: boolean }

/** @throws Invalid when there is no such person, or nothing of the course that can be taken */
async function publishedOf(scope: Scope, userId: string, courseId: string): Promise<string> {
  const t = studioText(scope.locale)
  const [row] = await scope.db.execute<{ versionId: string | null; person: boolean }>(sql`
    select (select published_id from training.courses where company_id = ${scope.company.id}
        and id = ${isId(courseId) ? courseId : null} and archived_at is null) as "versionId",
      exists (select from core.users where company_id = ${scope.company.id} and id = ${userId}
        and disabled_at is null) as person`)
  if (!row?.person) throw new Invalid({ userId: t.noSuchPerson })
  if (!row.versionId) throw new Invalid({ courseId: t.noSuchCourse })
  return row.versionId
}
