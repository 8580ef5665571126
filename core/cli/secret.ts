import { randomInt } from 'node:crypto'
import { createInterface } from 'node:readline'
import { authText } from '../auth/messages.ts'
import { weaknessOf } from '../auth/password.ts'
import type { Io } from './io.ts'
import { UsageError } from './io.ts'

/** Without what is easily taken for something else: 0 and o, 1 and l and i. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')

export type Secret = { password: string; generated: boolean }

/**
 * The password for a new person: the first line of standard input when asked to, else one of our
 * own of some 79 random bits, to be printed once.
 * @param context names and addresses that must not be most of a given password
 * @throws UsageError when the given one is too weak
 */
export async function newSecret(
  { input }: Pick<Io, 'input'>,
  given: boolean,
  context: readonly string[],
): Promise<Secret> {
  if (!given) return { password: [group(), group(), group(), group()].join('-'), generated: true }
  const password = await firstLine(input)
  const weakness = weaknessOf(password, context)
  if (weakness)
    throw new UsageError(
      `The password on standard input cannot be used: ${authText('en').weakness[weakness]}`,
    )
  return { password, generated: false }
}

async function firstLine(input: NodeJS.ReadableStream): Promise<string> {
  const lines = createInterface({ input })
  for await (const line of lines) return line
  return ''
}
