import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { RecordTable } from '../records/kind.ts'
import { momentIn, readPeriod, sayPeriod } from '../reports/period.ts'
import type { Scope } from '../scope.ts'
import type { ListFilter } from './list-filter.ts'
import { listsText } from './messages.ts'

/**
 * Whether a record counts for somebody, or for a department: it is theirs, or of who stands below
 * them. One without an owner counts for its department.
 */
export const countsFor = (
  { company }: Scope,
  whose: string,
  { ownerId, departmentId }: Record<'ownerId' | 'departmentId', SQLWrapper>,
): SQL => sql`coalesce(${ownerId}, ${departmentId}) in (
  with recursive below as (
    select ${whose}::uuid as id
    union
    select d.id from core.departments d join below b on d.parent_id = b.id
    where d.company_id = ${company.id} and d.archived_at is null)
  select id from below
  union all
  select u.id from core.users u where u.company_id = ${company.id} and u.disabled_at is null
    and u.department_id in (select id from below))`

/** Filters to which figures lead: whose records are counted, and in which days they were added. */
export const figureFilters = (table: RecordTable): readonly ListFilter[] => [
  {
    name: 'whose',
    isId: true,
    condition: (scope, whose) => countsFor(scope, whose, table),
    say: ({ locale }, whose, { colleagues, departments }) => {
      const t = listsText(locale)
      const found = [...colleagues, ...departments].find(({ id }) => id === whose)
      return t.chip(t.countedFor, found?.name ?? t.noLongerThere)
    },
  },
  {
    name: 'added',
    condition: ({ company }, days) =>
      momentIn(sql`${table.createdAt}`, company.timeZone, readPeriod(days)),
    say: (scope, days) => listsText(scope.locale).added(sayPeriod(scope, readPeriod(days))),
  },
]
