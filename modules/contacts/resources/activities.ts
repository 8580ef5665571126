import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { within } from '../../../core/access/within.ts'
import { refuseErrors } from '../../../core/api/invalid.ts'
import type { Input, JsonRecord, Resource } from '../../../core/api/resource.ts'
import type { Raw } from '../../../core/http/form.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { cutPage, pageOf } from '../../../core/records/paging.ts'
import { changeableSubject } from '../../../core/records/subjects.ts'
import type { Scope } from '../../../core/scope.ts'
import {
  type Activity,
  editActivities,
  readActivity,
  removeActivity,
  saveActivity,
} from '../activities/activities.ts'
import { readFollowUp } from '../activities/activity-form.ts'
import { followUp } from '../activities/follow-up.ts'
import { type ActivityKind, activityKinds } from '../activities/kinds.ts'
import { activities, activityComments } from '../activities/schema.ts'

type Row = {
  id: string
  sortedBy: string
  happenedAt: Date
  latitude: number | null
  longitude: number | null
} & Record<string, unknown>

const kinds = z.enum(activityKinds.map(({ key }) => key) as [ActivityKind, ...ActivityKind[]])
const degrees = (most: number) => z.number().min(-most).max(most).nullable()

const comment = z.strictObject({
  ...{ id: z.uuid(), text: z.string(), authorId: z.uuid(), at: z.iso.datetime({ offset: true }) },
})

const columns = sql`${activities.id}, ${activities.version}, ${activities.object},
  ${activities.recordId} as "recordId", ${activities.kind}, ${activities.body} as text,
  ${activities.place}, ${activities.latitude}::float8 as latitude,
  ${activities.longitude}::float8 as longitude, ${activities.happenedAt} as "happenedAt",
  ${activities.ownerId} as "ownerId", ${activities.happenedAt}::text as "sortedBy",
  coalesce((select json_agg(json_build_object('id', c.id, 'text', c.body, 'authorId', c.author_id,
      'at', c.created_at) order by c.created_at, c.id) from ${activityComments} c
    where c.company_id = ${activities.companyId} and c.activity_id = ${activities.id}
      and c.archived_at is null), '[]') as comments`

const reached = (scope: Scope): SQL => sql`${activities.companyId} = ${scope.company.id}
  and ${activities.archivedAt} is null and ${within(scope, editActivities, activities)}`

const asJson = ({ sortedBy: _, happenedAt, ...row }: Row): JsonRecord => ({
  ...row,
  happenedAt: happenedAt.toISOString(),
})

/** Follow-ups for programs: those of one's own, and as far as one may change those of others. */
export const activityResource: Resource<'contacts'> = {
  name: 'activities',
  title: { en: 'Follow-ups', 'zh-CN': '跟进' },
  permission: editActivities,
  record: () =>
    z.strictObject({
      ...{ id: z.uuid(), version: z.int(), object: z.string(), recordId: z.uuid(), kind: kinds },
      ...{ text: z.string(), place: z.string(), happenedAt: z.iso.datetime() },
      ...{ latitude: degrees(90), longitude: degrees(180), ownerId: z.uuid().nullable() },
      comments: z.array(comment),
    }),
  filters: { object: z.string(), record: z.uuid(), kind: kinds },
  sorts: ['newest'],
  list: async (scope, { q, cursor, limit, filters: { object, record, kind } }) => {
    const place = pageOf(
      { column: activities.happenedAt, cast: 'timestamptz' },
      activities.id,
      'desc',
      cursor,
    )
    const where = sql`${reached(scope)}
      ${object ? sql`and ${activities.object} = ${object}` : sql``}
      ${record ? sql`and ${activities.recordId} = ${record}` : sql``}
      ${kind ? sql`and ${activities.kind} = ${kind}` : sql``}
      ${q ? sql`and strpos(lower(${activities.body}), lower(${q})) > 0` : sql``}`
    const [rows, [counted]] = await Promise.all([
      scope.db.execute<Row>(sql`select ${columns} from ${activities}
        where ${where} and ${place.condition} order by ${place.order} limit ${limit + 1}`),
      scope.db.execute<{ total: number }>(
        sql`select count(*)::int as total from ${activities} where ${where}`,
      ),
    ])
    const { rows: items, after } = cutPage(rows, limit, cursor)
    return { items: items.map(asJson), total: counted?.total ?? 0, next: after ?? null }
  },
  read: async (scope, id) => {
    const [row] = await scope.db.execute<Row>(
      sql`select ${columns} from ${activities} where ${reached(scope)} and ${activities.id} = ${id}`,
    )
    if (!row) throw notFound()
    return asJson(row)
  },
  writing: {
    permission: editActivities,
    input: () =>
      z.strictObject({
        ...{ object: z.string(), recordId: z.uuid(), kind: kinds, text: z.string() },
        ...{ next: z.string().meta({ format: 'date' }).nullable().optional() },
        ...{ place: z.string().optional(), latitude: degrees(90).optional() },
        longitude: degrees(180).optional(),
      }),
    create: async (scope, registry, input) => {
      const { object, recordId } = input as { object: string; recordId: string }
      const subject = await changeableSubject(registry, scope, object, recordId)
      return (await followUp(scope, registry, subject, readInput(scope, input))).id
    },
    change: async (scope, registry, id, version, input) => {
      const activity = await readActivity(scope, registry, id)
      const { where, ...said } = readInput(scope, { ...inputOf(activity), ...input })
      const known = version ?? activity.version
      const saved = await saveActivity(scope, activity, known, { ...said, ...where })
      return saved === 'conflict' ? saved : undefined
    },
    archive: async (scope, registry, id, version) => {
      const activity = await readActivity(scope, registry, id)
      if (version !== undefined && activity.version !== version) return 'conflict'
      await removeActivity(scope, activity)
      return undefined
    },
  },
}

const inputOf = ({ kind, body, place, latitude, longitude }: Activity): Input => ({
  ...{ kind, text: body, place, latitude, longitude },
})

/** By the form's own parsers, so that a program hears what a person would. @throws Invalid */
function readInput(scope: Scope, input: Input) {
  const texts = Object.entries(input).map(([name, value]) => [name, String(value ?? '')])
  const { input: read, errors } = readFollowUp(scope, Object.fromEntries(texts) as Raw)
  refuseErrors(errors)
  return read
}
