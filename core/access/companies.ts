import { sql } from 'drizzle-orm'
import { hashPassword } from '../auth/password.ts'
import type { Pool } from '../db/connection.ts'
import { type Database, inCompany, inNoCompany } from '../db/database.ts'
import { newId } from '../db/id.ts'
import type { Locale } from '../i18n/locale.ts'
import { currencyIn } from '../values/currencies.ts'

export type NewCompany = {
  name: string
  locale: Locale
  /** The administrator's own language; without one their browser decides. */
  adminLocale?: Locale
  adminName: string
  adminEmail: string
  password: string
  /** Where the founder is, as far as their browser says so. */
  timeZone?: string
}

/**
 * A proposal that the settings of the company change. Chinese is spoken in one time zone; of an
 * English form we only know what its browser tells.
 */
const placeOf = ({ locale, timeZone = 'UTC' }: NewCompany) => {
  const zone = locale === 'zh-CN' ? 'Asia/Shanghai' : timeZone
  return { timeZone: zone, currency: currencyIn(zone) }
}

/**
 * Founds a company: its row, its first department and its first administrator, all or nothing.
 * Every module is off until somebody opens it.
 * @param guard runs first in the same transaction and may throw to prevent it
 * @returns ids of the company and its administrator
 */
export async function createCompany(
  pool: Pool,
  company: NewCompany,
  requestId: string,
  guard: (db: Database) => Promise<void> = async () => {},
): Promise<{ company: string; admin: string }> {
  const passwordHash = await hashPassword(company.password)
  const ids = { company: newId(), admin: newId() }
  const office = newId()
  const { timeZone, currency } = placeOf(company)
  await inCompany(pool, ids.company, async (db) => {
    await guard(db)
    await db.execute(sql`
      insert into core.companies (id, name, locale, time_zone, currency)
      values (${ids.company}, ${company.name}, ${company.locale}, ${timeZone}, ${currency})`)
    await db.execute(sql`
      insert into core.departments (company_id, id, key, name)
      values (${ids.company}, ${office}, 'company', ${company.name})`)
    await db.execute(sql`
      insert into core.users (company_id, id, name, email, password_hash, department_id, locale)
      values (${ids.company}, ${ids.admin}, ${company.adminName}, ${company.adminEmail},
        ${passwordHash}, ${office}, ${company.adminLocale ?? null})`)
    await db.execute(sql`
      insert into core.user_roles (company_id, user_id, role)
      values (${ids.company}, ${ids.admin}, 'admin')`)
    await db.execute(sql`
      insert into core.audit (company_id, id, actor_id, action, object, record_id, after, request_id)
      values (${ids.company}, ${newId()}, ${ids.admin}, 'founded', 'core.company', ${ids.company},
        ${JSON.stringify({ name: company.name, locale: company.locale })}, ${requestId})`)
  })
  return ids
}

/** The id of the company with exactly this name; the oldest when several have it. */
export async function findCompany(pool: Pool, name: string): Promise<string | undefined> {
  const [row] = await inNoCompany(pool, (db) =>
    db.execute<{ id: string | null }>(sql`select core.company_named(${name}) as id`),
  )
  return row?.id ?? undefined
}

/** Whether any company exists yet; the first-run page is there only until one does. */
export async function hasCompany(db: Database): Promise<boolean> {
  const [row] = await db.execute<{ found: boolean }>(sql`select core.company_exists() as found`)
  return row?.found === true
}
