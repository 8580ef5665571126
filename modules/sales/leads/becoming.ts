import type { Scope } from '../../../core/scope.ts'
import type { Money } from '../../../core/values/money.ts'
import {
  type AccountValues,
  accountFields,
  type PersonValues,
  personFields,
} from '../../contacts/public.ts'
import { type DealValues, dealFields } from '../deals/deal-fields.ts'
import type { LeadValues } from './lead-fields.ts'

const none = <Values>(fields: readonly { field: string }[]) =>
  Object.fromEntries(fields.map(({ field }) => [field, null])) as Values

/** A new account as a lead tells of it. */
export const accountFromLead = (name: string, lead: LeadValues): AccountValues => {
  const { industry, region, source, phone, email, website } = lead
  return {
    ...none<AccountValues>(accountFields),
    name,
    industry,
    region,
    source,
    phone,
    email,
    website,
  }
}

/** A new contact likewise; the lead itself is the person when it names no other. */
export const personFromLead = (lead: LeadValues): PersonValues => {
  const { title, mobile, phone, email, wechat, region, source } = lead
  return {
    ...none<PersonValues>(personFields),
    ...{ name: lead.person ?? lead.name, title, mobile, phone, email, wechat, region, source },
  }
}

/** Whether this person may add what a permission is for: accounts, contacts, deals. */
export const mayAdd = ({ user, modules }: Scope, permission: string): boolean =>
  modules.state(permission.split('.')[0] ?? '') === 'write' &&
  (user.reach.get(permission) ?? 'none') !== 'none'

/** A new deal likewise. */
export const dealFromLead = (name: string, amount: Money | null, lead: LeadValues): DealValues => ({
  ...none<DealValues>(dealFields),
  ...{ name, amount, source: lead.source, about: lead.about },
})
