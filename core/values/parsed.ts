import type { en } from './messages/en.ts'
import type { Problem } from './problem.ts'

/** Understood; `shown` is there when what was understood looks different from what was typed. */
export type Understood<T> = { ok: true; value: T; shown?: string }

/** Not understood; what was typed is the caller's to keep. */
export type Refused = { ok: false; problem: Problem }

/** What became of a text that somebody typed. Parsers answer this and never throw. */
export type Parsed<T> = Understood<T> | Refused

/**
 * @param typed the text as given; with it, a different `shown` is handed on so that a page can
 *   say how the text was understood
 */
export function understood<T>(value: T, typed?: string, shown?: string): Understood<T> {
  if (shown === undefined || shown === typed?.trim()) return { ok: true, value }
  return { ok: true, value, shown }
}

type Values<Code extends keyof typeof en> = Extract<Problem, { code: Code }>['values']

export const refused = <Code extends keyof typeof en>(
  code: Code,
  ...values: Values<Code>
): Refused => ({ ok: false, problem: { code, values } as Problem })
