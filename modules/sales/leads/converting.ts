import { sql } from 'drizzle-orm'
import { tell } from '../../../core/events.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import { reaches } from '../../../core/records/reach.ts'
import { addToTimeline } from '../../../core/records/timeline.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { createAccount, createPerson, linkAccount, personKind } from '../../contacts/public.ts'
import type { DealValues } from '../deals/deal-fields.ts'
import { createDeal } from '../deals/deals.ts'
import type { Stage } from '../pipelines/stages.ts'
import { accountFromLead, personFromLead } from './becoming.ts'
import { leadKind } from './kind.ts'
import type { LeadRecord } from './lead-record.ts'
import { leads } from './schema.ts'

/** What a lead is to become: a record that is there, within reach, or a new one. */
export type Conversion = {
  account: { id: string } | { name: string } | null
  person: { id: string } | 'new' | null
  /** Always a new one, in the stage where deals begin. */
  deal: { values: DealValues; stage: Stage } | null
}

/**
 * Turns a lead into an account, a contact and a deal, in one go: what is there is linked, the rest is made
 * of what the lead says and belongs to who converts it. The lead stays and names what it became.
 * @returns already when somebody was faster; then nothing was written
 */
export async function convertLead(
  scope: Scope,
  registry: Registry,
  { id, values }: LeadRecord,
  { account, person, deal }: Conversion,
): Promise<'converted' | 'already'> {
  const company = scope.company.id
  const [held] = await scope.db.execute(sql`
    select from ${leads} where company_id = ${company} and id = ${id} and converted_at is null
    for update`)
  if (!held) return 'already'
  const accountId = await accountOf(scope, registry, values, account)
  const personId =
    person === 'new'
      ? await createPerson(scope, registry, personFromLead(values), null)
      : (person?.id ?? null)
  const mayLink =
    person === 'new' ||
    (personId && (await reaches(scope, personKind, [personId], personKind.edit)))
  if (accountId && personId && mayLink)
    await linkAccount(scope, registry, personId, { accountId, role: '' })
  const dealId = deal
    ? await createDeal(scope, registry, { values: deal.values, accountId, personId }, deal.stage)
    : null
  const after = { accountId, personId, dealId }
  await Promise.all([
    scope.db.execute(sql`
      update ${leads} set converted_at = now(), converted_by = ${scope.actorId},
        account_id = ${accountId}, person_id = ${personId}, deal_id = ${dealId},
        updated_at = now(), version = version + 1
      where company_id = ${company} and id = ${id}`),
    recordAudit(scope, { action: 'converted', object: leadKind.object, recordId: id, after }),
    addToTimeline(scope, leadKind.object, id, 'sales.converted', {}),
    tell(registry, scope, 'sales.lead.converted', { id, ...after }),
  ])
  return 'converted'
}

async function accountOf(
  scope: Scope,
  registry: Registry,
  values: LeadRecord['values'],
  account: Conversion['account'],
): Promise<string | null> {
  if (!account) return null
  if ('id' in account) return account.id
  return createAccount(scope, registry, {
    values: accountFromLead(account.name, values),
    parent: null,
  })
}
