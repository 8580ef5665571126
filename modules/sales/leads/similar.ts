import { sql } from 'drizzle-orm'
import { readFields } from '../../../core/fields/forms.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { companyKey } from '../../../core/values/company-key.ts'
import { emailKey } from '../../../core/values/email.ts'
import { firmDomain } from '../../../core/values/firm-domain.ts'
import {
  type Arm,
  accountArms,
  accountKind,
  duplicatesText,
  findSimilar,
  personArms,
  personKind,
  type Similar,
  type SimilarGroup,
} from '../../contacts/public.ts'
import { leadKind } from './kind.ts'
import { type LeadValues, leadFields } from './lead-fields.ts'
import { leads } from './schema.ts'

/** What is like a lead already: leads, accounts and contacts, in the whole company (查重). */
export type LikeLead = { leads: Similar[]; accounts: Similar[]; people: Similar[] }

/** What a lead has by which another is the same one. */
const keysOf = (values: Partial<LeadValues>) => ({
  name: values.name && companyKey(values.name),
  phone: values.phone?.e164,
  mobile: values.mobile?.e164,
  email: values.email && emailKey(values.email),
  domain: firmDomain(values.website ?? null, values.email ?? null),
})

const columns = {
  name: [leads.companyKey],
  phone: [leads.phoneE164, leads.mobileE164],
  mobile: [leads.mobileE164, leads.phoneE164],
  email: [leads.emailKey],
  domain: [leads.domain],
}

/** Only keys that were not there before count: who saves something else is not asked again. */
function leadArms(values: Partial<LeadValues>, old: Partial<LeadValues> = {}): Arm[] {
  const [now, before] = [keysOf(values), keysOf(old)]
  return (Object.keys(columns) as (keyof typeof columns)[]).flatMap((reason) => {
    const key = now[reason]
    if (!key || key === before[reason]) return []
    return columns[reason].map((column) => ({ reason, rows: sql`${column} = ${key}` }))
  })
}

/** Looks up what is like a lead. @param self the lead itself, once it is stored */
export async function likeLead(
  scope: Scope,
  values: Partial<LeadValues>,
  self?: string,
  old?: LeadValues,
): Promise<LikeLead> {
  const asPerson = { ...values, name: values.person ?? undefined }
  const known = old && { ...old, name: old.person ?? '' }
  const [mine, accounts, people] = await Promise.all([
    findSimilar(scope, leadKind, leadArms(values, old), self),
    findSimilar(scope, accountKind, accountArms(values, old as never)),
    findSimilar(scope, personKind, personArms(asPerson, {}, known as never)),
  ])
  return { leads: mine, accounts, people }
}

export type Asked = { like: LikeLead; errors: Errors }

/** What is like the lead that a form describes, and what stands in the way of saving it. */
export async function askAboutLead(
  scope: Scope,
  raw: Raw,
  old?: { id: string; values: LeadValues },
): Promise<Asked> {
  const { values } = readFields<LeadValues>(scope, leadFields, raw)
  const like = await likeLead(scope, values, old?.id, old?.values)
  const likely = Object.values(like).some((all) => all.some(({ weight }) => weight !== 'related'))
  const errors: Errors =
    likely && raw.anyway !== 'on' ? { anyway: duplicatesText(scope.locale).anywayNeeded } : {}
  return { like, errors }
}

/** As the form shows it: customers first. */
export const groupsOf = ({ locale }: Scope, like: LikeLead | undefined): SimilarGroup[] =>
  like
    ? [
        { kind: accountKind, similar: like.accounts },
        { kind: personKind, similar: like.people },
        { kind: leadKind, similar: like.leads },
      ].map(({ kind, similar }) => ({
        ...{ href: kind.href, called: kind.text(locale).title, similar },
      }))
    : []
