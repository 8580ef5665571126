import { sql } from 'drizzle-orm'
import { newId } from '../../core/db/id.ts'
import { differences, recordAudit, recordAudits } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'
import { insertMany } from '../../core/seed/insert.ts'
import { workItems } from './schema.ts'
import type { StageCode } from './stages.ts'

export type WorkItem = {
  id: string
  stage: StageCode
  origin: 'template' | 'manual' | 'corrective'
  code: string | null
  title: string | null
  note: string
  ownerId: string | null
  owner: string | null
  dueFirst: string
  dueOn: string
  doneOn: string | null
  dropped: boolean
  version: number
  /** What has to be done before it and is not. */
  blockedBy: Pick<WorkItem, 'title' | 'code'>[]
  /** How many files prove that it is done. */
  files: number
}

export const workItemObject = 'flags.work-item'

const columns = sql`
  i.id, i.stage, i.origin, i.code, i.title, i.note, i.owner_id as "ownerId",
  (select u.name from core.users u where u.company_id = i.company_id and u.id = i.owner_id) as owner,
  i.due_first::text as "dueFirst", i.due_on::text as "dueOn", i.done_on::text as "doneOn",
  i.dropped_at is not null as dropped, i.version,
  (select coalesce(json_agg(json_build_object('title', b.title, 'code', b.code)
      order by b.due_on, b.id), '[]')
    from flags.work_dependencies d
    join flags.work_items b on b.company_id = d.company_id and b.id = d.waits_for
    where d.company_id = i.company_id and d.item_id = i.id and b.done_on is null
      and b.dropped_at is null) as "blockedBy",
  (select count(*)::int from core.attachments a where a.company_id = i.company_id
    and a.object = ${workItemObject} and a.record_id = i.id and a.removed_at is null) as files`

/** A stage has so many pieces of work at most; more is no plan any more. */
export const mostPerStage = 200

/** The work of one stage by day; what is dropped comes last. */
export const readStageWork = (scope: Scope, stage: StageCode): Promise<WorkItem[]> =>
  scope.db.execute<WorkItem>(sql`
    select ${columns} from flags.work_items i
    where i.company_id = ${scope.company.id} and i.stage = ${stage}
    order by i.dropped_at is not null, i.due_on, i.id limit ${mostPerStage}`)

/** What somebody is to do for the rollout, the next first; as many as a page bears. */
export const readOwnWork = (scope: Scope, limit: number): Promise<WorkItem[]> =>
  scope.db.execute<WorkItem>(sql`
    select ${columns} from flags.work_items i
    join flags.stages s on s.company_id = i.company_id and s.code = i.stage
    where i.company_id = ${scope.company.id} and i.owner_id = ${scope.user.id}
      and i.done_on is null and i.dropped_at is null and s.started_on is not null
    order by i.due_on, i.id limit ${limit}`)

export async function readWorkItem(scope: Scope, id: string): Promise<WorkItem | undefined> {
  const [row] = await scope.db.execute<WorkItem>(sql`
    select ${columns} from flags.work_items i
    where i.company_id = ${scope.company.id} and i.id = ${id}`)
  return row
}

export type Draft = Pick<WorkItem, 'stage' | 'title' | 'note' | 'ownerId' | 'dueOn'>

/** Adds work that somebody thought of. @returns its id */
export async function addWorkItem(scope: Scope, draft: Draft): Promise<string> {
  const id = newId()
  const { dueOn, ...rest } = draft
  await insertMany(scope, workItems, [
    { id, origin: 'manual', ...rest, dueFirst: dueOn, dueOn, code: null },
  ])
  await recordAudit(scope, {
    ...{ action: 'created', object: workItemObject, recordId: id },
    after: told(draft),
  })
  return id
}

/** Work that follows from a finding or from a gate's decision, by the code its words follow from. */
export type Corrective = { stage: StageCode; code: string; ownerId: string | null; dueOn: string }

/** Adds such work, but for what is open under the same code already. @returns ids of what is new */
export async function addCorrective(scope: Scope, items: readonly Corrective[]): Promise<string[]> {
  const open = await scope.db.execute<{ code: string }>(sql`
    select code from flags.work_items where company_id = ${scope.company.id}
      and code = any(${sql.param(items.map(({ code }) => code))}::text[])
      and done_on is null and dropped_at is null`)
  const known = new Set(open.map(({ code }) => code))
  const fresh = items
    .filter(({ code }) => !known.has(code))
    .map((item) => ({ ...item, id: newId(), origin: 'corrective' as const, dueFirst: item.dueOn }))
  await insertMany(scope, workItems, fresh)
  await recordAudits(
    scope,
    fresh.map(({ id, stage, code, ownerId, dueOn }) => ({
      ...{ action: 'created', object: workItemObject, recordId: id },
      after: { stage, code, owner: ownerId, dueOn },
    })),
  )
  return fresh.map(({ id }) => id)
}

const told = ({ stage, title, note, ownerId, dueOn }: Draft) => ({
  ...{ stage, title, note, owner: ownerId, dueOn },
})

/** @returns false when somebody changed it meanwhile */
export async function changeWorkItem(
  scope: Scope,
  before: WorkItem,
  version: number,
  draft: Draft,
): Promise<boolean> {
  const change = differences(told(before), told(draft))
  if (!change) return true
  const { stage, title, note, ownerId, dueOn } = draft
  const [changed] = await scope.db.execute(sql`
    update flags.work_items set stage = ${stage}, title = ${title}, note = ${note},
      owner_id = ${ownerId}, due_on = ${dueOn}, updated_at = now(), version = version + 1
    where company_id = ${scope.company.id} and id = ${before.id} and version = ${version}
    returning id`)
  if (!changed) return false
  await recordAudit(scope, {
    ...{ action: 'changed', object: workItemObject, recordId: before.id },
    ...change,
  })
  return true
}

export type Mark = 'done' | 'open' | 'dropped'
export const isMark = (text: string | undefined): text is Mark =>
  text === 'done' || text === 'open' || text === 'dropped'

/** Marks work as done, as dropped, or as open again; marked twice it is marked once. */
export async function markWorkItem(
  scope: Scope,
  item: WorkItem,
  mark: Mark,
  day: string,
): Promise<void> {
  const now: Mark = item.dropped ? 'dropped' : item.doneOn ? 'done' : 'open'
  if (now === mark) return
  const done = mark === 'done' ? day : null
  const dropped = mark === 'dropped' ? scope.now().toISOString() : null
  await scope.db.execute(sql`
    update flags.work_items set done_on = ${done}::date, dropped_at = ${dropped}::timestamptz,
      done_by = ${mark === 'done' ? scope.actorId : null}, updated_at = now(), version = version + 1
    where company_id = ${scope.company.id} and id = ${item.id}`)
  await recordAudit(scope, {
    ...{ action: 'changed', object: workItemObject, recordId: item.id },
    ...{ before: { state: now }, after: { state: mark } },
  })
}
