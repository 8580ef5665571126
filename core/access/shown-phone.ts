import { parsePhone } from '../values/phone.ts'

/** A stored number as people read it: 138 1234 5678, and +1 415 555 2671 from abroad. */
export function shownPhone(e164: string): string {
  const parsed = parsePhone(e164, { region: 'CN' })
  return parsed.ok ? parsed.value.text : e164
}
