import { rawOf, readFields } from '../../../core/fields/forms.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import type { Named } from '../../../core/records/stored.ts'
import type { Scope } from '../../../core/scope.ts'
import { recordMeant } from '../../contacts/public.ts'
import type { DealValues } from './deal-fields.ts'
import type { DealRecord } from './deal-record.ts'
import type { DealInput } from './deals.ts'
import { dealKind } from './kind.ts'
import { dealsText } from './messages.ts'

/** A deal as its form shows it. Whom it is with is named only to those who may see them. */
export const dealRaw = (scope: Scope, { values, account, person }: DealRecord): Raw => ({
  ...rawOf(fieldsOf(scope, dealKind), values, scope.locale),
  account: account?.name ?? '',
  person: person?.name ?? '',
})

export type ReadDeal = { input: DealInput; errors: Errors; understood: string[] }

/** Reads a deal's form. An account or a contact that the reader may not see stays what it is. */
export async function readDealForm(scope: Scope, raw: Raw, old?: DealRecord): Promise<ReadDeal> {
  const { values, errors, understood } = readFields<DealValues>(
    scope,
    fieldsOf(scope, dealKind),
    raw,
    old?.values,
  )
  const [accountId, personId] = await Promise.all([
    readLink(scope, 'account', raw.account, errors, old?.accountId, old?.account),
    readLink(scope, 'person', raw.person, errors, old?.personId, old?.person),
  ])
  return { input: { values, accountId, personId }, errors, understood }
}

async function readLink(
  scope: Scope,
  what: 'account' | 'person',
  typed: string | undefined,
  errors: Errors,
  oldId: string | null = null,
  old: Named | null = null,
): Promise<string | null> {
  if ((oldId && !old) || typed === undefined) return oldId
  const name = typed.trim()
  if (name === '') return null
  if (name === old?.name) return old.id
  const t = dealsText(scope.locale)
  const meant = name.includes('\0') ? undefined : await recordMeant(scope, what, name)
  if (meant && meant !== 'several') return meant.id
  errors[what] = meant ? t[`${what}Several`] : t[`${what}Unknown`]
  return null
}
