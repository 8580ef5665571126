import { parseEmail } from '../values/email.ts'
import { parsePhone } from '../values/phone.ts'

/**
 * What people sign in with, as it is stored: an e-mail address in small letters, or a phone number
 * in E.164. Anything else stays as typed and simply finds nobody.
 */
export function loginOf(typed: string): string {
  const text = typed.trim().slice(0, 320)
  if (text.includes('@')) {
    const email = parseEmail(text)
    return email.ok ? email.value.toLowerCase() : text
  }
  const phone = parsePhone(text, { region: 'CN' })
  return phone.ok && phone.value.e164 ? phone.value.e164 : text
}
