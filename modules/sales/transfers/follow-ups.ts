import { sql } from 'drizzle-orm'
import { may } from '../../../core/access/person.ts'
import { seenName } from '../../../core/records/seen-name.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { bookText } from '../../../core/transfer/book/messages.ts'
import { importAlone } from '../../../core/transfer/book/write-many.ts'
import type { Order, Outcome, Transfer } from '../../../core/transfer/transfer.ts'
import { keepMade } from '../../../core/transfer/undo/keep.ts'
import {
  accounts,
  activities,
  logActivities,
  people,
  personAccounts,
  putActivitiesBack,
} from '../../contacts/public.ts'
import { deals } from '../deals/schema.ts'
import { followUpsHref, readFollowUpFilters } from '../follow-ups/filters.ts'
import { followUpsWhere, followUpViews } from '../follow-ups/reading.ts'
import { leads } from '../leads/schema.ts'
import {
  exportDeals,
  importDeals,
  viewAccounts,
  viewDeals,
  viewLeads,
  viewPeople,
} from '../rights.ts'
import { type FollowUpCells, followUpColumns } from './follow-up-columns.ts'
import { enterFollowUps } from './follow-up-rows.ts'

const logRight = 'contacts.activities.edit'

async function writeFollowUps(
  scope: Scope,
  registry: Registry,
  rows: readonly FollowUpCells[],
  { mode, importId }: Order,
): Promise<Outcome[]> {
  const reason = bookText(scope.locale).mayNotEdit
  if (!may(scope.user, logRight)) return rows.map(() => ({ kind: 'rejected', reason }))
  await importAlone(scope)
  const { logged, outcomes } = await enterFollowUps(scope, rows, mode)
  const made = await logActivities(scope, registry, logged)
  if (importId) await keepMade(scope, importId, made)
  return outcomes
}

/** What an export is asked for: the list's own search, view and filters, as far as it may go out. */
async function asked(scope: Scope, filters: URLSearchParams) {
  const { condition } = await readFollowUpFilters(scope, filters)
  return followUpsWhere(scope, {
    query: filters.get('q') ?? '',
    state: followUpViews.find((one) => one === filters.get('state')) ?? followUpViews[0],
    ...{ condition, permission: exportDeals },
  })
}

const about = (object: string) =>
  sql`case when ${activities.object} = ${object} then ${activities.recordId} end`

/** What a file calls each record: by what it is found again, where it has that. */
const columns = (scope: Scope) => sql`
  coalesce(${seenName(scope, accounts, viewAccounts, about('contacts.account'))},
    ${seenName(
      scope,
      accounts,
      viewAccounts,
      sql`(select w.account_id from ${personAccounts} w
      where w.company_id = ${scope.company.id} and w.person_id = ${about('contacts.person')}
        and w.primary_since is not null)`,
    )},
    ${seenName(
      scope,
      accounts,
      viewAccounts,
      sql`(select d.account_id from ${deals} d
      where d.company_id = ${scope.company.id} and d.id = ${about('sales.deal')})`,
    )}) ->> 'name' as account,
  ${seenName(scope, people, viewPeople, about('contacts.person'))} ->> 'name' as contact,
  ${seenName(scope, leads, viewLeads, about('sales.lead'))} ->> 'name' as lead,
  ${seenName(scope, deals, viewDeals, about('sales.deal'))} ->> 'name' as deal`

type Exported = FollowUpCells & { id: string }

/** Follow-ups in and out as files; they go with the rights to files of deals. */
export const followUpTransfer: Transfer<'sales'> = {
  kind: 'follow-ups',
  title: { en: 'Follow-ups', 'zh-CN': '跟进记录' },
  importPermission: importDeals,
  exportPermission: exportDeals,
  keys: { en: 'Record, time, how and what', 'zh-CN': '跟进对象、时间、方式与内容' },
  columns: followUpColumns,
  write: (scope, registry, rows, order) =>
    writeFollowUps(scope, registry, rows as FollowUpCells[], order),
  putBack: (scope, _, ...which) => putActivitiesBack(scope, ...which),
  count: async (scope, filters) => {
    const [row] = await scope.db.execute<{ count: number }>(sql`
      select count(*)::int as count from ${activities} where ${await asked(scope, filters)}`)
    return row?.count ?? 0
  },
  read: async (scope, filters, after, limit) =>
    scope.db.execute<Exported>(sql`
      select ${activities.id}, ${columns(scope)}, ${activities.kind}, ${activities.body} as text,
        to_char(${activities.happenedAt} at time zone ${scope.company.timeZone},
          'YYYY-MM-DD HH24:MI:SS') as "happenedAt", nullif(${activities.place}, '') as place,
        (select coalesce(u.email, u.name) from core.users u
          where u.company_id = ${scope.company.id} and u.id = ${activities.ownerId}) as owner
      from ${activities} where ${await asked(scope, filters)}
        and ${after ? sql`${activities.id} > ${after}` : sql`true`}
      order by ${activities.id} limit ${limit}`),
  listHref: followUpsHref,
}
