import type { Raw } from './form.ts'
import { Refusal } from './refusal.ts'

/** The version a form was drawn from. @throws Refusal 400 when the form carries none */
export function versionOf(raw: Raw): number {
  const version = Number(raw.version)
  if (!raw.version || !Number.isSafeInteger(version)) throw new Refusal(400)
  return version
}
