import { readFields } from '../../../core/fields/forms.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import type { Scope } from '../../../core/scope.ts'
import { sayProblem } from '../../../core/values/problem.ts'
import { parseText } from '../../../core/values/text.ts'
import { accountMeant } from '../accounts/account-picking.ts'
import { personKind } from '../kinds.ts'
import { contactsText } from '../messages.ts'
import type { Link } from './linking.ts'
import type { PersonValues } from './person-fields.ts'
import type { PersonRecord } from './person-record.ts'
import { refuseDays } from './privacy-days.ts'

export type ReadPerson = {
  values: PersonValues
  link: Link | null
  errors: Errors
  understood: string[]
}

/** Reads the form of a contact, with the account they work for where it asks for one. */
export async function readPersonForm(
  scope: Scope,
  raw: Raw,
  old?: PersonRecord,
): Promise<ReadPerson> {
  const { values, errors, understood } = readFields<PersonValues>(
    scope,
    fieldsOf(scope, personKind),
    raw,
    old?.values,
  )
  Object.assign(errors, refuseDays(scope, values, old?.values))
  const link = raw.account?.trim() ? await readLink(scope, raw, errors) : null
  return { values, link, errors, understood }
}

/** Reads which account is meant, and the role there. @returns null with a sentence in `errors` */
export async function readLink(scope: Scope, raw: Raw, errors: Errors): Promise<Link | null> {
  const t = contactsText(scope.locale).people
  const account = parseText(raw.account ?? '')
  const role = raw.role?.trim()
    ? parseText(raw.role, { most: 100 })
    : { ok: true as const, value: '' }
  if (!role.ok) errors.role = sayProblem(role.problem, scope.locale)
  if (!account.ok) errors.account = sayProblem(account.problem, scope.locale)
  if (!role.ok || !account.ok) return null
  const meant = await accountMeant(scope, account.value)
  if (meant === 'several') errors.account = t.accountSeveral
  else if (!meant) errors.account = t.accountUnknown
  else return { accountId: meant.id, role: role.value }
  return null
}
