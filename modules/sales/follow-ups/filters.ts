import { type SQL, sql } from 'drizzle-orm'
import { readDirectory } from '../../../core/access/directory.ts'
import { within } from '../../../core/access/within.ts'
import { countsFor } from '../../../core/lists/figure-filters.ts'
import { momentIn, readPeriod, sayPeriod } from '../../../core/reports/period.ts'
import type { Scope } from '../../../core/scope.ts'
import type { FilterChip } from '../../../views/list-bar.tsx'
import { activities } from '../../contacts/public.ts'
import { addressOf } from '../papers/address.ts'
import { viewDeals } from '../rights.ts'
import { followUpText } from './messages.ts'

export const followUpsHref = '/sales/follow-ups'
/** The records that were followed up, each once. */
export const followedHref = `${followUpsHref}/records`

/**
 * Which follow-ups are shown: whose, of which department, for whom they count (`whose`, as targets do),
 * from day to day.
 */
export type FollowUpFilters = {
  params: Readonly<Record<string, string | undefined>>
  condition: SQL
  chips: FilterChip[]
}

/** A follow-up counts for who made it, never for a department alone. */
const theirs = { ownerId: activities.ownerId, departmentId: activities.ownerId }

/** Reads the filters of an address to which a figure of a report leads; it counts by the same rule. */
export async function readFollowUpFilters(
  scope: Scope,
  given: URLSearchParams,
  path = followUpsHref,
): Promise<FollowUpFilters> {
  const t = followUpText(scope.locale)
  const params = Object.fromEntries(
    ['q', 'state', 'owner', 'department', 'whose', 'period'].map((name) => [
      name,
      given.get(name) ?? undefined,
    ]),
  )
  const { owner, department, whose, period } = params
  const { colleagues, departments } = await readDirectory(scope)
  const who = owner ? colleagues.find(({ id }) => id === owner) : undefined
  const place = department ? departments.find(({ id }) => id === department) : undefined
  const counted = whose ? [...colleagues, ...departments].find(({ id }) => id === whose) : undefined
  const days = readPeriod(period ?? '')
  const happened = momentIn(sql`${activities.happenedAt}`, scope.company.timeZone, days)
  const without = (name: string) => addressOf(path, { ...params, [name]: undefined })
  const chip = (name: string, label: string | undefined | false) =>
    label ? [{ label, removeHref: without(name) }] : []
  return {
    params: { owner: who?.id, department: place?.id, whose: counted?.id, period },
    condition: sql`${activities.companyId} = ${scope.company.id}
      and ${activities.archivedAt} is null and ${within(scope, viewDeals, activities)}
      and ${who ? sql`${activities.ownerId} = ${who.id}` : sql`true`}
      and ${place ? sql`${activities.departmentId} = ${place.id}` : sql`true`}
      and ${counted ? countsFor(scope, counted.id, theirs) : sql`true`} and ${happened}`,
    chips: [
      ...chip('owner', who && t.of(who.name)),
      ...chip('department', place && t.within(place.name)),
      ...chip('whose', counted && t.countedFor(counted.name)),
      ...chip('period', period && t.during(sayPeriod(scope, days))),
    ],
  }
}
