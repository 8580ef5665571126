import { rawOf, readFields } from '../../../core/fields/forms.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import type { Named } from '../../../core/records/stored.ts'
import type { Scope } from '../../../core/scope.ts'
import { accountKind } from '../kinds.ts'
import { contactsText } from '../messages.ts'
import type { AccountValues } from './account-fields.ts'
import { accountMeant } from './account-picking.ts'
import type { AccountRecord } from './account-record.ts'
import type { AccountInput } from './accounts.ts'
import { isBelow } from './hierarchy.ts'

/** An account as its form shows it. The parent is named only to those who may see it. */
export const accountRaw = (scope: Scope, { values, parent }: AccountRecord): Raw => ({
  ...rawOf(fieldsOf(scope, accountKind), values, scope.locale),
  parent: parent?.name ?? '',
})

export type ReadAccount = { input: AccountInput; errors: Errors; understood: string[] }

/** Reads an account's form. A parent that the reader may not see stays what it is. */
export async function readAccountForm(
  scope: Scope,
  raw: Raw,
  old?: AccountRecord,
): Promise<ReadAccount> {
  const { values, errors, understood } = readFields<AccountValues>(
    scope,
    fieldsOf(scope, accountKind),
    raw,
    old?.values,
  )
  const hidden = old?.parentId && !old.parent
  const parent = hidden
    ? { id: old.parentId as string, name: '' }
    : await readParent(scope, raw.parent ?? '', errors, old)
  return { input: { values, parent }, errors, understood }
}

async function readParent(
  scope: Scope,
  typed: string,
  errors: Errors,
  old?: AccountRecord,
): Promise<Named | null> {
  const t = contactsText(scope.locale).accounts
  if (typed.trim() === '') return null
  if (old?.parent?.name === typed.trim()) return old.parent
  if (typed.includes('\0')) return refuse(errors, t.parentUnknown)
  const meant = await accountMeant(scope, typed)
  if (meant === 'several') return refuse(errors, t.parentSeveral)
  if (!meant) return refuse(errors, t.parentUnknown)
  if (meant.id === old?.id) return refuse(errors, t.parentItself)
  if (old && (await isBelow(scope, meant.id, old.id))) return refuse(errors, t.parentBelow)
  return meant
}

function refuse(errors: Errors, sentence: string): null {
  errors.parent = sentence
  return null
}
