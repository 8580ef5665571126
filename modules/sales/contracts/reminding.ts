import { sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import { notifyMany } from '../../../core/notify/notify.ts'
import type { Scope } from '../../../core/scope.ts'
import { isFollowed } from './follow-on.ts'
import { contractKind } from './kind.ts'
import { contracts } from './schema.ts'

type Ending = { id: string; ownerId: string; endsOn: string }

/**
 * Tells owners that the term of a contract ends soon, as many days before as it says: once each, and
 * not where another one follows on already.
 */
export async function remindOfEnds(scope: Scope): Promise<void> {
  // Somebody, or a file, has moved the end since: of that one nobody has been told.
  await scope.db.execute(sql`
    update ${contracts} set reminded_at = null
    where company_id = ${scope.company.id} and reminded_at is not null
      and ends_on - remind_days > ${today(scope)}::date`)
  const ending = await scope.db.execute<Ending>(sql`
    update ${contracts} set reminded_at = now()
    where company_id = ${scope.company.id} and state = 'active' and archived_at is null
      and owner_id is not null and remind_days is not null and reminded_at is null
      and ends_on - remind_days <= ${today(scope)}::date and not ${isFollowed}
    returning id, owner_id as "ownerId", ends_on::text as "endsOn"`)
  await notifyMany(
    scope,
    ending.map(({ id, ownerId, endsOn }) => ({
      person: ownerId,
      kind: 'sales.contract-ends',
      about: { object: contractKind.object, recordId: id },
      data: { endsOn },
    })),
  )
}
