import { attach } from '../../../core/attachments/attachments.ts'
import { sayProblem } from '../../../core/attachments/refusing.ts'
import type { Env } from '../../../core/env.ts'
import { mentionIn } from '../../../core/records/mentioned.ts'
import { tellMentioned } from '../../../core/records/mentions.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { addMessage } from '../tickets/conversing.ts'
import { ticketKind } from '../tickets/kind.ts'
import type { TicketRecord } from '../tickets/ticket-record.ts'
import type { Composed } from './composing.ts'
import { dropDraft } from './drafts.ts'
import { messageFiles } from './schema.ts'

export type Written = { refused: string } | { untold: string[] }

/**
 * Writes down what somebody composed, with its file, and lets go of their draft.
 * @returns why the file was not taken, then nothing was written; else whom a note called in vain
 */
export async function writeComposed(
  env: Pick<Env, 'DATA_DIR'>,
  scope: Scope,
  registry: Registry,
  ticket: TicketRecord,
  { kind, text, next }: Composed,
  file?: File,
): Promise<Written> {
  const about = { object: ticketKind.object, recordId: ticket.id }
  const kept = file && (await attach(env, scope, about, file))
  if (typeof kept === 'string') return { refused: sayProblem(scope.locale, kept) }
  const { fromName, fromAddress, channel } = ticket.values
  const id = await addMessage(scope, registry, ticket.id, {
    ...{ kind, text, next, channel: channel ?? 'phone' },
    ...(kind === 'customer' && { fromName, fromAddress }),
  })
  if (kept) await linkFiles(scope, id, [{ fileId: kept.id }])
  await dropDraft(scope, ticket.id)
  const untold =
    kind === 'note' ? await tellMentioned(scope, registry, about, mentionIn(ticketKind), text) : []
  return { untold }
}

/** A file of a message; `contentId` is what the HTML of a mail calls it. */
export type LinkedFile = { fileId: string; contentId?: string | null }

/** Says that files on a ticket came with a message of its. */
export async function linkFiles(
  { db, company }: Scope,
  messageId: string,
  files: readonly LinkedFile[],
): Promise<void> {
  if (files.length === 0) return
  await db
    .insert(messageFiles)
    .values(files.map((file) => ({ companyId: company.id, messageId, ...file })))
}
