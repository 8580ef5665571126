import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { newId, newIdAt } from '../../../core/db/id.ts'
import { audit } from '../../../core/records/schema.ts'
import { addLines } from '../../../core/records/timeline.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { Random } from '../../../core/seed/random.ts'
import { activityObject } from '../activities/activities.ts'
import { activityKinds } from '../activities/kinds.ts'
import { activities } from '../activities/schema.ts'
import { accountKind } from '../kinds.ts'
import { today } from '../tasks/days.ts'
import { tasks } from '../tasks/schema.ts'

const words = {
  'zh-CN': ['聊了需求，约好下周给方案。', '对方在比价，关注交期。', '发了资料，等采购回复。'],
  en: ['Talked about what they need.', 'They compare prices.', 'Sent the brochure, waiting.'],
}

const hour = 3_600_000

type Account = { id: string; ownerId: string | null; departmentId: string | null }

/**
 * Makes follow-ups, up to half a year old, first on accounts with a level, as their owners would
 * have written them down within a day or two; every fourth has a next step.
 */
export async function seedActivities(scope: Scope, count: number, random: Random): Promise<void> {
  const { object } = accountKind
  const accounts = await scope.db.execute<Account>(sql`
    select id, owner_id as "ownerId", department_id as "departmentId" from contacts.accounts
    where company_id = ${scope.company.id} and archived_at is null order by level = '', level, id limit ${count}`)
  if (accounts.length === 0) return
  const made = Array.from({ length: count }, () => {
    const { id: recordId, ownerId, departmentId } = random.pick(accounts)
    const happenedAt = new Date(scope.now().getTime() - random.below(180 * 86_400_000))
    const { key: kind } = random.pick(activityKinds)
    const body = random.pick(words[scope.company.locale])
    const createdAt = new Date(
      Math.min(happenedAt.getTime() + random.below(36 * hour), +scope.now()),
    )
    return {
      id: newIdAt(happenedAt),
      object,
      recordId,
      ownerId,
      departmentId,
      kind,
      body,
      happenedAt,
      createdAt,
      updatedAt: createdAt,
    }
  })
  await insertMany(scope, activities, made)
  await addLines(
    scope,
    object,
    made.map(({ id, recordId, ownerId: actorId, happenedAt: at, kind, body }) => ({
      ...{ recordId, kind: 'contacts.followed-up', data: { kind, body } },
      past: { id, at, actorId },
    })),
  )
  await insertMany(
    scope,
    audit,
    made.map(({ id: recordId, recordId: record, ownerId: actorId, createdAt: at, kind, body }) => ({
      ...{ id: newIdAt(at), at, actorId, action: 'created', object: activityObject, recordId },
      after: { about: object, record, kind, body },
      // Each written down by hand, and not all at once.
      requestId: randomUUID(),
    })),
  )
  await insertMany(
    scope,
    tasks,
    made.flatMap(({ recordId, ownerId, departmentId }, at) =>
      at % 4 === 0
        ? [
            {
              ...{ id: newId(), object, recordId, ownerId, departmentId },
              title: '',
              dueOn: dayIn(scope, random),
            },
          ]
        : [],
    ),
  )
}

const dayIn = (scope: Scope, random: Random): string =>
  new Date(Date.parse(today(scope)) + (random.below(30) - 10) * 86_400_000)
    .toISOString()
    .slice(0, 10)
