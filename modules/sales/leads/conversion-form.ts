import { isId } from '../../../core/db/id.ts'
import { readFields } from '../../../core/fields/forms.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import { reaches } from '../../../core/records/reach.ts'
import type { Scope } from '../../../core/scope.ts'
import { sayProblem } from '../../../core/values/problem.ts'
import { parseText } from '../../../core/values/text.ts'
import { accountKind, duplicatesText, personKind, recordMeant } from '../../contacts/public.ts'
import { type DealValues, dealFields } from '../deals/deal-fields.ts'
import { startingStage } from '../deals/starting.ts'
import { editDeals } from '../rights.ts'
import { dealFromLead, mayAdd } from './becoming.ts'
import type { Conversion } from './converting.ts'
import type { LeadRecord } from './lead-record.ts'
import { leadsText } from './messages.ts'
import type { LikeLead } from './similar.ts'

/** What the form offers at first: what is there already, else something new. */
export function conversionRaw(scope: Scope, { values }: LeadRecord, like: LikeLead): Raw {
  const firstOf = (similar: LikeLead['accounts']) =>
    similar.find((one) => one.kind === 'open' && one.weight !== 'related' && !one.archived)
  const [account, person] = [firstOf(like.accounts), firstOf(like.people)]
  const fresh = (kind: { edit: string }) => (mayAdd(scope, kind.edit) ? 'new' : '')
  return {
    accountId: account?.kind === 'open' ? account.id : fresh(accountKind),
    account: values.name,
    deal: mayAdd(scope, editDeals) ? '1' : '',
    dealName: values.name,
    personId: person?.kind === 'open' ? person.id : values.person ? fresh(personKind) : '',
  }
}

/** Reads what a lead is to become. */
export async function readConversion(
  scope: Scope,
  raw: Raw,
  lead: LeadRecord,
  like: LikeLead,
): Promise<{ conversion: Conversion; errors: Errors }> {
  const errors: Errors = {}
  const t = leadsText(scope.locale).converting
  const account = await readAccount(scope, raw, like, errors)
  const person = await readPerson(scope, raw.personId ?? '', errors)
  const deal = await readDeal(scope, raw, lead, { account, person }, errors)
  if (!account && !person && !deal && Object.keys(errors).length === 0) errors.accountId = t.nothing
  return { conversion: { account, person, deal }, errors }
}

async function readAccount(
  scope: Scope,
  raw: Raw,
  like: LikeLead,
  errors: Errors,
): Promise<Conversion['account']> {
  const t = leadsText(scope.locale).converting
  const { accountId: chosen = '' } = raw
  if (chosen === '') return null
  if (chosen !== 'new') {
    if (isId(chosen) && (await reaches(scope, accountKind, [chosen], accountKind.view)))
      return { id: chosen }
    errors.accountId = t.gone
    return null
  }
  const name = parseText(raw.account ?? '', { most: 200 })
  if (!name.ok || name.value === '') {
    errors.account = name.ok ? t.nameNeeded : sayProblem(name.problem, scope.locale)
    return null
  }
  const meant = await recordMeant(scope, 'account', name.value)
  if (meant === 'several') errors.account = t.several
  else if (meant) return { id: meant.id }
  else if (!mayAdd(scope, accountKind.edit)) errors.accountId = t.mayNotAdd
  else if (isElsewhere(like) && raw.anyway !== 'on')
    errors.anyway = duplicatesText(scope.locale).anywayNeeded
  return { name: name.value }
}

/** Somebody has such an account whom one may not see: a second one takes a tick. */
const isElsewhere = ({ accounts }: LikeLead): boolean =>
  accounts.some(({ kind, weight }) => kind === 'masked' && weight !== 'related')

async function readPerson(
  scope: Scope,
  chosen: string,
  errors: Errors,
): Promise<Conversion['person']> {
  const t = leadsText(scope.locale).converting
  if (chosen === '') return null
  if (chosen === 'new') {
    if (!mayAdd(scope, personKind.edit)) errors.personId = t.mayNotAdd
    return 'new'
  }
  if (isId(chosen) && (await reaches(scope, personKind, [chosen], personKind.view)))
    return { id: chosen }
  errors.personId = t.gone
  return null
}

/**
 * A new deal with whom the lead became. What its first stage asks for must be there already; that a
 * new account and contact are on their way counts.
 */
async function readDeal(
  scope: Scope,
  raw: Raw,
  { values: lead }: LeadRecord,
  { account, person }: Pick<Conversion, 'account' | 'person'>,
  errors: Errors,
): Promise<Conversion['deal']> {
  if (raw.deal !== '1' || !mayAdd(scope, editDeals)) return null
  const fields = dealFields.filter(({ field }) => field === 'name' || field === 'amount')
  const typed = { name: raw.dealName ?? '', amount: raw.dealAmount ?? '' }
  const read = readFields<Pick<DealValues, 'name' | 'amount'>>(scope, fields, typed)
  if (read.errors.name) errors.dealName = read.errors.name
  if (read.errors.amount) errors.dealAmount = read.errors.amount
  const values = dealFromLead(read.values.name, read.values.amount, lead)
  const coming = { accountId: account ? 'coming' : null, personId: person ? 'coming' : null }
  const wrong: Errors = {}
  const stage = await startingStage(scope, undefined, { values, ...coming }, wrong)
  const [sentence] = Object.values(wrong)
  if (sentence) errors.dealName ??= sentence
  return stage ? { values, stage } : null
}
