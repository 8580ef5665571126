import { readFields } from '../../../core/fields/forms.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { type AccountValues, accountFields } from '../accounts/account-fields.ts'
import type { AccountRecord } from '../accounts/account-record.ts'
import { accountKind, personKind } from '../kinds.ts'
import { type PersonValues, personFields } from '../people/person-fields.ts'
import type { PersonRecord } from '../people/person-record.ts'
import { accountArms, personArms } from './alike.ts'
import { duplicatesText } from './messages.ts'
import { findSimilar, type Similar } from './similar.ts'

/** Records like the one a form describes, and what stands in the way of saving it. */
export type Asked = { similar: Similar[]; errors: Errors }

/** Accounts like the one a form describes, as far as it is filled in. @param old as stored */
export async function askAboutAccount(scope: Scope, raw: Raw, old?: AccountRecord): Promise<Asked> {
  const { values } = readFields<AccountValues>(scope, accountFields, raw)
  const arms = accountArms(values, old?.values)
  return judged(scope, raw, await findSimilar(scope, accountKind, arms, old?.id))
}

/** Contacts likewise. */
export async function askAboutPerson(scope: Scope, raw: Raw, old?: PersonRecord): Promise<Asked> {
  const { values } = readFields<PersonValues>(scope, personFields, raw)
  const at = { account: raw.account?.replaceAll('\0', ''), self: old?.id }
  const arms = personArms(values, at, old?.values)
  return judged(scope, raw, await findSimilar(scope, personKind, arms, old?.id))
}

/** Two cannot have one credit code; everything else may be a coincidence, which a tick says. */
function judged(scope: Scope, raw: Raw, similar: Similar[]): Asked {
  const t = duplicatesText(scope.locale)
  if (similar.some(({ weight }) => weight === 'same'))
    return { similar, errors: { creditCode: t.sameCode } }
  const likely = similar.some(({ weight }) => weight === 'likely')
  return { similar, errors: likely && raw.anyway !== 'on' ? { anyway: t.anywayNeeded } : {} }
}

type Read = { errors: Errors }

export const hasErrors = (...read: readonly Read[]): boolean =>
  read.some(({ errors }) => Object.keys(errors).length > 0)

/** What a form is drawn again with; it may have been refused before anything was read. */
export const withErrors = (asked?: Asked, read?: Read): Partial<Asked> & Read => ({
  similar: asked?.similar,
  errors: { ...asked?.errors, ...read?.errors },
})
