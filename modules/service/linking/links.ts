import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { newId } from '../../../core/db/id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import type { StateType } from '../states/state-types.ts'
import { ticketKind } from '../tickets/kind.ts'
import { tickets } from '../tickets/schema.ts'
import { type GoneInto, goneInto } from './gone.ts'
import { type LinkKind, ticketLinks } from './schema.ts'

/** A ticket that another one has to do with; `isFrom` says that this one is the link's beginning. */
export type Linked = {
  link: string
  kind: LinkKind
  isFrom: boolean
  id: string
  number: string
  name: string
  stateType: StateType
}

/** The tickets linked with one, as far as the reader sees; the latest first. */
export async function readLinks(scope: Scope, ticketId: string): Promise<Linked[]> {
  const rows = await scope.db.execute<Linked>(sql`
    select l.id as link, l.kind, l.from_id = ${ticketId} as "isFrom", tickets.id, tickets.number,
      tickets.name, tickets.state_type as "stateType"
    from ${ticketLinks} l join ${tickets} on tickets.company_id = l.company_id
      and tickets.id = case when l.from_id = ${ticketId} then l.to_id else l.from_id end
    where l.company_id = ${scope.company.id} and ${ticketId} in (l.from_id, l.to_id)
      and ${within(scope, ticketKind.view, tickets)}
    order by l.id desc limit 20`)
  return [...rows]
}

export type Meant = { id: string; number: string; goneInto: GoneInto | null }

/** The live ticket of a number that this person may change. */
export async function ticketMeant(scope: Scope, number: string): Promise<Meant | undefined> {
  const wanted = number.trim().toUpperCase()
  if (wanted === '' || wanted.includes('\0')) return undefined
  const [row] = await scope.db.execute<Meant>(sql`
    select tickets.id, tickets.number, ${goneInto(scope)} as "goneInto" from ${tickets}
    where tickets.company_id = ${scope.company.id} and tickets.number = ${wanted}
      and tickets.archived_at is null and ${within(scope, ticketKind.edit, tickets)}`)
  return row
}

/** Links two tickets; the caller has made sure that both may be changed. */
export async function linkTickets(
  scope: Scope,
  kind: LinkKind,
  fromId: string,
  toId: string,
): Promise<'linked' | 'there'> {
  const made = await scope.db.execute(sql`
    insert into ${ticketLinks} (company_id, id, kind, from_id, to_id, created_by)
    select ${scope.company.id}, ${newId()}, ${kind}, ${fromId}, ${toId}, ${scope.actorId}
    where not exists (select from ${ticketLinks} l where l.company_id = ${scope.company.id}
      and l.from_id = ${toId} and l.to_id = ${fromId})
    on conflict do nothing returning id`)
  if (made.length === 0) return 'there'
  const { object } = ticketKind
  const after = { linked: toId }
  await recordAudit(scope, { action: 'linked', object, recordId: fromId, after })
  return 'linked'
}

/**
 * Takes a link off, for those who may change the ticket it begins at or ends at; what was merged or
 * split stays so. @returns the ticket to go back to @throws Refusal 404 else
 */
export async function unlinkTickets(scope: Scope, linkId: string): Promise<string> {
  const [row] = await scope.db.execute<{ id: string; other: string }>(sql`
    select tickets.id, case when l.from_id = tickets.id then l.to_id else l.from_id end as other
    from ${ticketLinks} l join ${tickets} on tickets.company_id = l.company_id
      and tickets.id in (l.from_id, l.to_id)
    where l.company_id = ${scope.company.id} and l.id = ${linkId} and l.kind = 'related'
      and ${within(scope, ticketKind.edit, tickets)} order by tickets.id limit 1`)
  if (!row) throw notFound()
  const { object } = ticketKind
  await Promise.all([
    scope.db.execute(sql`
      delete from ${ticketLinks} where company_id = ${scope.company.id} and id = ${linkId}`),
    recordAudit(scope, {
      ...{ action: 'unlinked', object, recordId: row.id, before: { linked: row.other } },
    }),
  ])
  return row.id
}
