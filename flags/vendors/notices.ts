import { sql } from 'drizzle-orm'
import { newId } from '../../core/db/id.ts'
import { recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'
import type { Clock } from './choices.ts'

/** Notes that somebody was told of an incident; the clock stops at the first notice of its kind. */
export async function noteNotice(
  scope: Scope,
  incident: string,
  clock: Clock,
  note: string,
): Promise<void> {
  const at = scope.now().toISOString()
  await scope.db.execute(sql`
    insert into flags.incident_notices (company_id, id, incident_id, clock, at, by, note)
    values (${scope.company.id}, ${newId()}, ${incident}, ${clock}, ${at}, ${scope.actorId}, ${note})`)
  await recordAudit(scope, {
    action: 'notified',
    object: 'flags.incident',
    recordId: incident,
    after: { clock, note },
  })
}
