import { newId } from '../../../core/db/id.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Doubt } from '../mail/authenticity.ts'
import type { Channel } from './choices.ts'
import { type Delivery, type MessageKind, messages } from './schema.ts'

/** One message as it is written. `authorId` is a colleague; customers have a name and an address. */
export type MessageInput = {
  kind: MessageKind
  text: string
  channel: Channel
  authorId?: string | null
  fromName?: string
  fromAddress?: string
  /** Now when left out. */
  sentAt?: Date
  htmlKept?: string | null
  messageId?: string | null
  inReplyTo?: string | null
  doubt?: Doubt | null
  delivery?: Delivery
}

/** Writes a message down, and nothing else; see `addMessage` for what it brings about. */
export async function writeMessage(
  scope: Scope,
  ticketId: string,
  { sentAt = scope.now(), ...message }: MessageInput,
): Promise<string> {
  const id = newId()
  await scope.db
    .insert(messages)
    .values({ companyId: scope.company.id, id, ticketId, sentAt, ...message })
  return id
}
