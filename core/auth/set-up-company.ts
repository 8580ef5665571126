import type { Context } from 'hono'
import { createCompany } from '../access/companies.ts'
import { Fields } from '../http/fields.ts'
import type { Errors, Raw } from '../http/form.ts'
import type { Site } from '../http/site.ts'
import { isLocale } from '../i18n/locale.ts'
import { parseEmail } from '../values/email.ts'
import { parseText } from '../values/text.ts'
import { timeZoneOf } from '../values/time-zone.ts'
import { authText } from './messages.ts'
import { weaknessOf } from './password.ts'
import { useSetupToken } from './setup.ts'
import { enter } from './signing.ts'

/**
 * Founds the first company from the form of the first run and signs its administrator in.
 * @returns what is wrong with the form, or undefined when the company exists
 */
export async function setUpCompany(
  c: Context<Site>,
  raw: Raw,
  token: string,
): Promise<Errors | undefined> {
  const t = authText(c.var.locale)
  const fields = new Fields(raw, c.var.locale)
  const name = fields.need('company', t.companyName, (text) => parseText(text, { most: 100 }), '')
  const adminName = fields.need('name', t.yourName, (text) => parseText(text, { most: 100 }), '')
  const email = fields.need('email', t.email, parseEmail, '').toLowerCase()
  const locale = isLocale(raw.locale) ? raw.locale : c.var.locale
  const password = raw.password ?? ''
  const weakness = weaknessOf(password, [name, adminName, email.split('@')[0] ?? ''])
  if (weakness) fields.refuse('password', t.weakness[weakness])
  if (!fields.ok) return fields.errors
  const { product, requestId } = c.var
  const founded = await createCompany(
    product.pool,
    {
      ...{ name, locale, adminLocale: locale, adminName, adminEmail: email, password },
      timeZone: timeZoneOf(raw.timeZone ?? ''),
    },
    requestId,
    (db) => useSetupToken(db, token),
  )
  await enter(c, { company_id: founded.company, user_id: founded.admin })
  return undefined
}
