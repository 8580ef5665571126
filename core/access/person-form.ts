import { sql } from 'drizzle-orm'
import { Fields } from '../http/fields.ts'
import type { Errors, Raw } from '../http/form.ts'
import { isLocale, type Locale } from '../i18n/locale.ts'
import type { Role } from '../module.ts'
import type { Scope } from '../scope.ts'
import { parseEmail } from '../values/email.ts'
import { type Parsed, refused, understood } from '../values/parsed.ts'
import { parsePhone } from '../values/phone.ts'
import { parseText } from '../values/text.ts'
import { accessText } from './messages.ts'
import { isRole } from './roles.ts'

/** What is kept of a person as administrators write it. */
export type PersonFields = {
  name: string
  /** In small letters, as `loginOf` looks for it. */
  email: string | null
  /** In E.164. */
  phone: string | null
  departmentId: string
  roles: Role[]
  champion: boolean
  locale: Locale | null
}

/**
 * Reads the form of a person. Whoever writes it takes `changeAlone` first, or somebody else may
 * take the address between the look and the write.
 * @param raw fields name, email, phone, department (an id), roles, champion, locale; no other counts
 * @param chosen the roles, which one field carries several times or with commas between
 * @param self id of the person who is changed, whose own address may stay
 */
export async function readPersonForm(
  scope: Scope,
  raw: Raw,
  chosen: readonly string[],
  self?: string,
): Promise<{ person: PersonFields; errors: Errors }> {
  const t = accessText(scope.locale).people
  const fields = new Fields(raw, scope.locale)
  const name = fields.need('name', t.name, (text) => parseText(text, { most: 100 }), '')
  const email = fields.may('email', parseLoginEmail)
  const phone = fields.may('phone', parseLoginPhone)
  if (!raw.email?.trim() && !raw.phone?.trim()) fields.refuse('email', t.noLogin)
  const roles = [...new Set(chosen.flatMap((one) => one.split(',')).filter(isRole))].sort()
  if (roles.length === 0) fields.refuse('roles', t.noRole)
  const champion = raw.champion === 'on'
  if (champion && !roles.includes('member')) fields.refuse('champion', t.championIsMember)
  const found = await lookUp(scope, { email, phone, department: raw.department ?? '', self })
  if (!found.departmentId) fields.refuse('department', t.noDepartment)
  if (found.emailOf) fields.refuse('email', t.takenEmail(found.emailOf))
  if (found.phoneOf) fields.refuse('phone', t.takenPhone(found.phoneOf))
  const locale = isLocale(raw.locale) ? raw.locale : null
  const departmentId = found.departmentId ?? ''
  return {
    person: { name, email, phone, departmentId, roles, champion, locale },
    errors: fields.errors,
  }
}

const parseLoginEmail = (text: string): Parsed<string> => {
  const parsed = parseEmail(text)
  return parsed.ok ? understood(parsed.value.toLowerCase()) : parsed
}

const parseLoginPhone = (text: string): Parsed<string> => {
  const parsed = parsePhone(text, { region: 'CN', strict: true })
  if (!parsed.ok) return parsed
  return parsed.value.e164 ? understood(parsed.value.e164) : refused('notAPhone')
}

type Wanted = { email: string | null; phone: string | null; department: string; self?: string }
type Found = { departmentId: string | null; emailOf: string | null; phoneOf: string | null }

/** Whether the department is one of ours, and who has the address or the number already. */
async function lookUp(scope: Scope, { email, phone, department, self }: Wanted): Promise<Found> {
  const other = sql`company_id = ${scope.company.id} and id is distinct from ${self ?? null}::uuid`
  const [found] = await scope.db.execute<Found>(sql`
    select (select id from core.departments where company_id = ${scope.company.id}
        and id::text = ${department} and archived_at is null) as "departmentId",
      (select name from core.users where ${other} and email = ${email}) as "emailOf",
      (select name from core.users where ${other} and phone = ${phone}) as "phoneOf"`)
  return found ?? { departmentId: null, emailOf: null, phoneOf: null }
}
