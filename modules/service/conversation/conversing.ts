import type { Scope } from '../../../core/scope.ts'
import { type Unsent, whyUnsent } from '../outgoing/unsent.ts'
import { readStates } from '../states/reading.ts'
import type { State } from '../states/state-types.ts'
import { type Draft, draftOf, writersOn } from './drafts.ts'
import { latestMessage, type Message, readConversation } from './reading.ts'

/** What the page of a ticket shows of its conversation. */
export type Conversing = {
  messages: Message[]
  older?: string
  /** The newest message there is, for who answers. */
  seen: string
  states: State[]
  draft?: Draft
  writers: string[]
  /** Why an answer is not sent, where it is not. */
  unsent?: Unsent
}

/** Reads all of it. The caller has made sure that the ticket may be seen. */
export async function readConversing(
  scope: Scope,
  ticketId: string,
  before?: string,
): Promise<Conversing> {
  const [conversation, seen, states, draft, writers, unsent] = await Promise.all([
    readConversation(scope, ticketId, before),
    latestMessage(scope, ticketId),
    readStates(scope),
    draftOf(scope, ticketId),
    writersOn(scope, ticketId),
    whyUnsent(scope, ticketId),
  ])
  return { ...conversation, seen, states, draft, writers, unsent }
}
