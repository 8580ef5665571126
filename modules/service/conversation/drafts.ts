import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import type { MessageKind } from '../tickets/schema.ts'
import { drafts } from './schema.ts'

export type Draft = { kind: MessageKind; text: string }

/** Keeps what somebody has written so far; nothing is kept of nothing. */
export async function keepDraft(scope: Scope, ticketId: string, draft: Draft): Promise<void> {
  if (draft.text.trim() === '') return dropDraft(scope, ticketId)
  await scope.db
    .insert(drafts)
    .values({ companyId: scope.company.id, ticketId, userId: scope.user.id, ...draft })
    .onConflictDoUpdate({
      target: [drafts.companyId, drafts.ticketId, drafts.userId],
      set: { ...draft, updatedAt: sql`now()` },
    })
}

/** Lets go of what was begun: it has been sent, or taken back. */
export async function dropDraft({ db, company, user }: Scope, ticketId: string): Promise<void> {
  await db.execute(sql`
    delete from ${drafts} where company_id = ${company.id} and ticket_id = ${ticketId}
      and user_id = ${user.id}`)
}

/** What this person has begun to write. */
export async function draftOf(
  { db, company, user }: Scope,
  ticketId: string,
): Promise<Draft | undefined> {
  const [row] = await db.execute<Draft>(sql`
    select kind, text from ${drafts} where company_id = ${company.id}
      and ticket_id = ${ticketId} and user_id = ${user.id}`)
  return row
}

/** The names of colleagues who are writing on a ticket: they did so within the last minutes. */
export async function writersOn({ db, company, user }: Scope, ticketId: string): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(sql`
    select u.name from ${drafts} d
    join core.users u on u.company_id = d.company_id and u.id = d.user_id
    where d.company_id = ${company.id} and d.ticket_id = ${ticketId} and d.user_id <> ${user.id}
      and d.updated_at > now() - interval '3 minutes'
    order by u.name limit 5`)
  return rows.map(({ name }) => name)
}
