import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { RecordKind } from '../../../core/records/kind.ts'
import { findSubjects, type Reference, type Subject } from '../../../core/records/subjects.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import {
  type ActivityKind,
  accountKind,
  activities,
  activityKinds,
  personKind,
} from '../../contacts/public.ts'
import { dealKind } from '../deals/kind.ts'
import { leadKind } from '../leads/kind.ts'
import type { ListAddress } from '../papers/address.ts'
import { type Paged, readPaged } from '../papers/paged.ts'

/** What is followed up when selling; a file tells of nothing else. */
export const followed: readonly RecordKind[] = [accountKind, personKind, leadKind, dealKind]

export type FollowUpView = 'all' | ActivityKind
export const followUpViews: readonly [FollowUpView, ...FollowUpView[]] = [
  'all',
  ...activityKinds.map(({ key }) => key),
]

export type FollowUpRow = Reference & {
  id: string
  kind: ActivityKind
  body: string
  happenedAt: Date
  owner: string | null
}

/** A record that was followed up: how often, and when last. */
export type FollowedRow = Reference & { id: string; times: number; last: Date }

type WithSubjects<Row> = Paged<Row> & { subjects: ReadonlyMap<string, Subject> }
export type FollowUpList = WithSubjects<FollowUpRow>
export type FollowedList = WithSubjects<FollowedRow>

/** Whether what was followed up may be seen: no words lead to a follow-up on a record out of reach. */
const isSeen = (scope: Scope): SQL =>
  sql`(${sql.join(
    followed.map(
      ({ object, table, view }) => sql`(${activities.object} = ${object} and exists (
        select from ${table} where ${table.companyId} = ${scope.company.id}
          and ${table.id} = ${activities.recordId} and ${within(scope, view, table)}))`,
    ),
    sql` or `,
  )})`

type Wanted = { query: string; state: FollowUpView; condition: SQL; permission?: string }

/** @param permission what else must reach them, as a file that goes out asks */
export const followUpsWhere = (
  scope: Scope,
  { query, state, condition, permission }: Wanted,
): SQL => sql`${condition}
  and ${state === 'all' ? sql`true` : sql`${activities.kind} = ${state}`}
  and ${permission ? sql`${within(scope, permission, activities)} and ${isSeen(scope)}` : sql`true`}
  and ${query ? sql`strpos(lower(${activities.body}), lower(${query})) > 0 and ${isSeen(scope)}` : sql`true`}`

/** One page of follow-ups, the latest first, with the records they are on as far as one sees these. */
export async function readFollowUps(
  registry: Registry,
  scope: Scope,
  { cursor, ...wanted }: ListAddress<FollowUpView> & { condition: SQL },
): Promise<FollowUpList> {
  const list = await readPaged<FollowUpRow>(scope, {
    columns: sql`${activities.id}, ${activities.object}, ${activities.recordId} as "recordId",
      ${activities.kind}, ${activities.body}, ${activities.happenedAt} as "happenedAt",
      (select u.name from core.users u where u.company_id = ${scope.company.id}
        and u.id = ${activities.ownerId}) as owner`,
    from: sql`${activities}`,
    where: followUpsWhere(scope, wanted),
    sort: { column: activities.happenedAt, cast: 'timestamptz' },
    id: sql`${activities.id}`,
    ...{ direction: 'desc' as const, cursor },
  })
  return { ...list, subjects: await findSubjects(registry, scope, list.page.rows) }
}

/** One page of the records that were followed up, each once, what was followed up last first. */
export async function readFollowed(
  registry: Registry,
  scope: Scope,
  { cursor, ...wanted }: ListAddress<FollowUpView> & { condition: SQL },
): Promise<FollowedList> {
  const list = await readPaged<FollowedRow>(scope, {
    columns: sql`r.id, r.object, r.id as "recordId", r.times, r.last`,
    from: sql`(select ${activities.object} as object, ${activities.recordId} as id,
        count(*)::int as times, max(${activities.happenedAt}) as last
      from ${activities} where ${followUpsWhere(scope, wanted)} group by 1, 2) r`,
    where: sql`true`,
    sort: { column: sql`r.last`, cast: 'timestamptz' },
    id: sql`r.id`,
    ...{ direction: 'desc' as const, cursor },
  })
  return { ...list, subjects: await findSubjects(registry, scope, list.page.rows) }
}
