import { sql } from 'drizzle-orm'
import { findByTexts } from '../../../core/lists/note-finding.ts'
import type { Search } from '../../../core/module.ts'
import type { RecordKind } from '../../../core/records/kind.ts'
import { type Noted, textsWith } from '../../../core/records/note-search.ts'
import type { Scope } from '../../../core/scope.ts'

/** Looks follow-ups on one kind of records up, as `contacts.activities a`. */
export const followUpsWith = (
  scope: Scope,
  object: string,
  typed: string,
): Promise<Noted | undefined> =>
  textsWith(
    scope,
    {
      ...{ id: sql`a.id`, search: sql`a.search` },
      find: (grams, part, most) =>
        sql`contacts.find_activities(${object}, ${grams}, ${part}, ${most})`,
    },
    typed,
  )

/** Records of any module found by what was written when they were followed up. */
export const findByFollowUps = (kind: RecordKind): Search['find'] =>
  findByTexts(kind, {
    with: (scope, query) => followUpsWith(scope, kind.object, query),
    ...{ from: sql`contacts.activities a`, id: sql`a.id`, body: sql`a.body` },
    record: sql`a.record_id`,
    where: ({ company }) =>
      sql`a.company_id = ${company.id} and a.object = ${kind.object} and a.archived_at is null`,
    icon: 'message-circle',
  })
