import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { may } from '../../../core/access/person.ts'
import { Invalid } from '../../../core/api/invalid.ts'
import type { Input, JsonRecord, Resource } from '../../../core/api/resource.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { cutPage, pageOf } from '../../../core/records/paging.ts'
import type { Scope } from '../../../core/scope.ts'
import { containing } from '../../../core/values/part.ts'
import { type CourseContent, sayIn, type Texts } from '../courses/content.ts'
import { learn, teach } from '../permissions.ts'
import { emptyCourse } from '../studio/course-form.ts'
import { studioText } from '../studio/messages.ts'
import { readCourse } from '../studio/reading.ts'
import {
  archiveCourse,
  isCodeTaken,
  restoreCourse,
  saveDraft,
  writeCourse,
} from '../studio/writing.ts'

type Row = {
  id: string
  version: number
  code: string
  titles: Texts
  draft: CourseContent
  published: number | null
  archivedAt: Date | null
  sortedBy: string
}

/** Those who write courses have all of them, everybody else what was published. */
const reach = (scope: Scope) =>
  may(scope.user, teach) ? sql`true` : sql`c.published_id is not null and c.archived_at is null`

const columns = sql`
  c.id, c.version, c.code, c.titles, c.draft, v.number as published, c.archived_at as "archivedAt",
  c.code as "sortedBy"`

const from = (scope: Scope) => sql`
  from training.courses c left join training.course_versions v on v.company_id = c.company_id
    and v.id = c.published_id
  where c.company_id = ${scope.company.id} and ${reach(scope)}`

const asJson = ({ titles, draft, sortedBy: _, ...row }: Row): JsonRecord => ({
  ...row,
  titleZh: titles['zh-CN'] ?? '',
  titleEn: titles.en ?? '',
  minutes: draft.minutes,
  archivedAt: row.archivedAt && new Date(row.archivedAt).toISOString(),
})

/** Courses for programs: what they are called and how far they have come; their text stays in the studio. */
export const courseResource: Resource<'training'> = {
  name: 'courses',
  title: { en: 'Courses', 'zh-CN': '课程' },
  permission: learn,
  record: () =>
    z.strictObject({
      id: z.uuid(),
      version: z.int(),
      code: z.string(),
      titleZh: z.string(),
      titleEn: z.string(),
      minutes: z.int(),
      published: z.int().nullable(),
      archivedAt: z.iso.datetime().nullable(),
    }),
  filters: {},
  sorts: ['code', '-code'],
  list: async (scope, { q, direction, cursor, limit }) => {
    const { condition, order } = pageOf({ column: sql`c.code` }, sql`c.id`, direction, cursor)
    const part = containing(q)
    const found = q
      ? sql`(c.code ilike ${part} or c.titles ->> 'en' ilike ${part} or c.titles ->> 'zh-CN' ilike ${part})`
      : sql`true`
    const [rows, counted] = await Promise.all([
      scope.db.execute<Row>(sql`
        select ${columns} ${from(scope)} and ${found} and ${condition}
        order by ${order} limit ${limit + 1}`),
      scope.db.execute<{ total: number }>(
        sql`select count(*)::int as total ${from(scope)} and ${found}`,
      ),
    ])
    const page = cutPage(rows, limit, cursor)
    return {
      items: page.rows.map(asJson),
      total: counted[0]?.total ?? 0,
      next: page.after ?? null,
    }
  },
  read: async (scope, id) => {
    const [row] = await scope.db.execute<Row>(
      sql`select ${columns} ${from(scope)} and c.id = ${id}`,
    )
    if (!row) throw notFound()
    return asJson(row)
  },
  writing: {
    permission: teach,
    input: () =>
      z.strictObject({
        code: z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,19}$/),
        titleZh: z.string().max(120).optional(),
        titleEn: z.string().max(120).optional(),
        minutes: z.int().min(1).max(600).optional(),
      }),
    create: async (scope, _, input) => {
      const draft = withInput(scope, emptyCourse, input)
      const code = String(input.code)
      if (await isCodeTaken(scope, code))
        throw new Invalid({ code: studioText(scope.locale).form.codeTaken })
      return writeCourse(scope, code, draft)
    },
    change: async (scope, _, id, version, input) => {
      const course = await readCourse(scope, id)
      if (input.code !== undefined && input.code !== course.code)
        throw new Invalid({ code: studioText(scope.locale).form.codeFixed })
      const draft = withInput(scope, course.draft, input)
      const outcome = await saveDraft(scope, course, version ?? course.version, draft)
      return outcome === 'conflict' ? outcome : undefined
    },
    archive: async (scope, _, id, version) => {
      const course = await readCourse(scope, id)
      if (version !== undefined && version !== course.version) return 'conflict'
      await archiveCourse(scope, course)
      return undefined
    },
    restore: async (scope, _, id) => {
      await restoreCourse(scope, await readCourse(scope, id))
      return undefined
    },
  },
}

/** @throws Invalid when no title is left in either language */
function withInput(scope: Scope, draft: CourseContent, input: Input): CourseContent {
  const given = input as { titleZh?: string; titleEn?: string; minutes?: number }
  const title: Texts = {
    'zh-CN': given.titleZh ?? draft.title['zh-CN'] ?? '',
    en: given.titleEn ?? draft.title.en ?? '',
  }
  if (!sayIn('en', title).trim())
    throw new Invalid({ titleZh: studioText(scope.locale).form.titleNeeded })
  return { ...draft, title, minutes: given.minutes ?? draft.minutes }
}
