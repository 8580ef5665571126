import { sql } from 'drizzle-orm'
import { changeAlone } from '../access/alone.ts'
import { Fields } from '../http/fields.ts'
import type { Errors, Raw } from '../http/form.ts'
import { isLocale } from '../i18n/locale.ts'
import { differences, recordAudit } from '../records/audit.ts'
import type { Company, Scope } from '../scope.ts'
import { parseText } from '../values/text.ts'
import { timeZones } from '../values/time-zone.ts'
import { settingsText } from './messages.ts'

/** Currencies as this runtime knows them. */
export const currencies: readonly string[] = Intl.supportedValuesOf('currency')

/** The company as it is now; what a request's scope holds may be a moment old. */
export async function readCompany(scope: Scope): Promise<Company & { version: number }> {
  const [company] = await scope.db.execute<Company & { version: number }>(sql`
    select id, name, locale, time_zone as "timeZone", currency, version from core.companies
    where id = ${scope.company.id}`)
  if (!company) throw new Error(`The company ${scope.company.id} has no row: restore a backup.`)
  return company
}

/**
 * Changes the company's settings.
 * @param raw fields name, locale, timeZone (IANA), currency (ISO 4217)
 * @returns what is wrong, `conflict` when it was changed meanwhile, undefined when done
 */
export async function changeCompany(
  scope: Scope,
  version: number,
  raw: Raw,
): Promise<Errors | 'conflict' | undefined> {
  await changeAlone(scope)
  const t = settingsText(scope.locale)
  const { id, version: present, ...before } = await readCompany(scope)
  if (present !== version) return 'conflict'
  const fields = new Fields(raw, scope.locale)
  const name = fields.need('name', t.name, (text) => parseText(text, { most: 100 }), '')
  const { locale, timeZone = '', currency = '' } = raw
  if (!isLocale(locale)) fields.refuse('locale', t.badLanguage)
  if (!timeZones.includes(timeZone)) fields.refuse('timeZone', t.badTimeZone)
  if (!currencies.includes(currency)) fields.refuse('currency', t.badCurrency)
  if (!fields.ok || !isLocale(locale)) return fields.errors
  const change = differences(before, { name, locale, timeZone, currency })
  if (!change) return undefined
  await scope.db.execute(sql`
    update core.companies set name = ${name}, locale = ${locale}, time_zone = ${timeZone},
      currency = ${currency}, updated_at = now(), version = version + 1 where id = ${id}`)
  await recordAudit(scope, { action: 'changed', object: 'core.company', recordId: id, ...change })
  return undefined
}
