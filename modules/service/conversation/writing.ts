import { attach, type Problem } from '../../../core/attachments/attachments.ts'
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
import { conversationText } from './messages.ts'
import { messageFiles, mostFiles } from './schema.ts'

export type Written = { refused: string } | { untold: string[] }

/**
 * Writes down what somebody composed, with its files, and lets go of their draft.
 * @returns which file was not taken and why, then nothing may be kept; else whom a note called in vain
 */
export async function writeComposed(
  env: Pick<Env, 'DATA_DIR'>,
  scope: Scope,
  registry: Registry,
  ticket: TicketRecord,
  { kind, text, next }: Composed,
  files: readonly File[],
): Promise<Written> {
  const about = { object: ticketKind.object, recordId: ticket.id }
  if (files.length > mostFiles)
    return { refused: conversationText(scope.locale).write.manyFiles(mostFiles) }
  const kept: LinkedFile[] = []
  for (const file of files) {
    const taken = await attach(env, scope, about, file)
    if (typeof taken === 'string') return { refused: refusal(scope, file, taken, files.length) }
    kept.push({ fileId: taken.id })
  }
  const { fromName, fromAddress, channel } = ticket.values
  const id = await addMessage(scope, registry, ticket.id, {
    ...{ kind, text, next, channel: channel ?? 'phone' },
    ...(kind === 'customer' && { fromName, fromAddress }),
  })
  await linkFiles(scope, id, kept)
  await dropDraft(scope, ticket.id)
  const untold =
    kind === 'note' ? await tellMentioned(scope, registry, about, mentionIn(ticketKind), text) : []
  return { untold }
}

/** Why a file was not taken; of several, which. */
function refusal({ locale }: Scope, { name }: File, problem: Problem, among: number): string {
  const why = sayProblem(locale, problem)
  return among > 1 ? conversationText(locale).write.fileRefused(name, why) : why
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
