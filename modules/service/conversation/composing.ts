import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { sayProblem } from '../../../core/values/problem.ts'
import { parseText } from '../../../core/values/text.ts'
import { inUse, readStates } from '../states/reading.ts'
import type { State } from '../states/state-types.ts'
import type { MessageKind } from '../tickets/schema.ts'
import { conversationText } from './messages.ts'
import { answeredSince } from './reading.ts'
import { writtenKinds } from './views/composer.tsx'

/** The longest message, in signs. */
export const longestMessage = 50_000

export type Composed = {
  kind: MessageKind
  text: string
  next?: State
  errors: Errors
  seen?: string
}

/**
 * Reads what somebody wrote. An answer that a colleague was faster with is refused once: `seen` is
 * then what the page shows by now.
 */
export async function readComposed(scope: Scope, ticketId: string, raw: Raw): Promise<Composed> {
  const t = conversationText(scope.locale)
  const errors: Errors = {}
  const kind = writtenKinds.find((one) => one === raw.kind)
  if (!kind) errors.kind = t.write.whatKind
  const text = parseText(raw.text ?? '', { most: longestMessage })
  if (!text.ok)
    errors.text =
      (raw.text ?? '').trim() === '' ? t.write.empty : sayProblem(text.problem, scope.locale)
  const next = raw.next ? await stateMeant(scope, raw.next) : undefined
  if (raw.next && !next) errors.next = t.state.gone
  const faster =
    kind === 'answer' && raw.seen ? await answeredSince(scope, ticketId, raw.seen) : undefined
  if (faster) errors.text ??= t.write.meanwhile(faster.author)
  return { kind: kind ?? 'note', text: text.ok ? text.value : '', next, errors, seen: faster?.id }
}

const stateMeant = async (scope: Scope, id: string): Promise<State | undefined> =>
  inUse(await readStates(scope)).find((one) => one.id === id)
