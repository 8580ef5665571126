import { createRequire } from 'node:module'
import { hash, verify } from '@node-rs/argon2'

/** argon2id; parameters and times in security.md 2.1, above the minimum OWASP names. */
const parameters = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 }

const require = createRequire(import.meta.url)
let kept: ReadonlySet<string> | undefined

/** Passwords everybody tries. The list takes 18 MB, so it is loaded when somebody chooses one. */
function common(): ReadonlySet<string> {
  if (!kept) {
    const { dictionary } = require('@zxcvbn-ts/language-common')
    kept = new Set<string>(dictionary['passwords-common'])
  }
  return kept
}

let running = 0
const waiting: (() => void)[] = []

/** Each hash takes 64 MiB and a thread, so no more than four are made at once. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 4) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}

/** Hashes a password for storing; some 70 ms. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize('NFC'), parameters))

let nobody: Promise<string> | undefined

/**
 * Whether a password fits a stored hash. Without a hash it takes the same time and fails, so that
 * an unknown account answers like a wrong password.
 */
export async function checkPassword(
  stored: string | undefined,
  password: string,
): Promise<boolean> {
  nobody ??= hashPassword('a password that fits nobody')
  const against = stored ?? (await nobody)
  const fits = await inTurn(() => verify(against, password.normalize('NFC')))
  return fits && stored !== undefined
}

export type PasswordProblem = 'short' | 'long' | 'common' | 'contextual'

/**
 * Why a new password cannot be taken, if so: 12 to 128 characters, not one everybody tries, not
 * made of the company's or the person's own name (OWASP ASVS 5.0: 6.2.1, 6.2.4, 6.2.9, 6.2.11).
 * @param context names and addresses that must not be most of the password
 */
export function weaknessOf(
  password: string,
  context: readonly (string | null)[],
): PasswordProblem | undefined {
  const length = [...password].length
  if (length < 12) return 'short'
  if (length > 128) return 'long'
  const plain = password.toLowerCase().replace(/[\s\d\p{P}\p{S}]+/gu, '')
  if (common().has(password.toLowerCase()) || common().has(plain) || new Set(password).size < 5)
    return 'common'
  for (const word of ['stepwise', 'stepwisecrm', 'password', '循序', ...context]) {
    const known = (word ?? '').toLowerCase().replace(/[\s\d\p{P}\p{S}]+/gu, '')
    if (known.length > 1 && plain.includes(known) && plain.replaceAll(known, '').length < 5)
      return 'contextual'
  }
  return undefined
}
