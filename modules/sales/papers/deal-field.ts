import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { isId } from '../../../core/db/id.ts'
import type { Fields } from '../../../core/http/fields.ts'
import type { Raw } from '../../../core/http/form.ts'
import type { Named } from '../../../core/records/stored.ts'
import type { Scope } from '../../../core/scope.ts'
import { searchText } from '../../../core/values/names.ts'
import { dealKind } from '../deals/kind.ts'
import { deals } from '../deals/schema.ts'
import { paperText } from './messages.ts'

/** Which deal a paper belongs to; `deal` is null out of the reader's reach. */
export type OfDeal = { dealId: string | null; deal: Named | null }

/** A deal as a form shows it: its name, and which of those of that name it is. */
export const rawOfDeal = (deal: Named | null | undefined): Raw =>
  deal ? { deal: deal.name, dealId: deal.id } : {}

/**
 * The deal that the field `deal` names, or `dealId` when a program says which; one that the reader
 * may not see stays what it is.
 */
export async function readDealField(
  scope: Scope,
  fields: Fields,
  raw: Raw,
  old: OfDeal = { dealId: null, deal: null },
): Promise<string | null> {
  const t = paperText(scope.locale)
  const typed = raw.deal?.trim()
  if (typed === undefined && (raw.dealId === undefined || raw.dealId === old.dealId))
    return old.dealId
  // One that was put away since stays with the paper that names it.
  if (old.dealId && raw.dealId === old.dealId && typed === old.deal?.name) return old.dealId
  if (typed === '' || (typed === undefined && !raw.dealId)) return null
  const chosen = raw.dealId && isId(raw.dealId) ? await reachableDeal(scope, raw.dealId) : undefined
  if (chosen && (typed === undefined || typed === chosen.name)) return chosen.id
  // An id out of reach must not become another deal that happens to have the name.
  const isLost = Boolean(raw.dealId) && !chosen
  const meant = typed === undefined || isLost ? undefined : await dealMeant(scope, typed)
  if (meant && meant !== 'several') return meant.id
  fields.refuse(typed === undefined ? 'dealId' : 'deal', meant ? t.dealSeveral : t.dealUnknown)
  return null
}

const live = ({ company }: Scope) => sql`deals.company_id = ${company.id}
  and deals.archived_at is null`

/** A live deal within the reader's reach. */
async function reachableDeal(scope: Scope, id: string): Promise<Named | undefined> {
  const [deal] = await scope.db.execute<Named>(sql`
    select id, name from ${deals} where ${live(scope)} and id = ${id}
      and ${within(scope, dealKind.view, deals)}`)
  return deal
}

/** The live deal that somebody means by its name, or by its reference where several have that name. */
async function dealMeant(scope: Scope, typed: string): Promise<Named | 'several' | undefined> {
  if (typed.includes('\0')) return undefined
  const found = await scope.db.execute<Named>(sql`
    select id, name from ${deals} where ${live(scope)}
      and (name_key = ${searchText(typed)} or reference = ${typed})
      and ${within(scope, dealKind.view, deals)} order by id limit 2`)
  return found.length > 1 ? 'several' : found[0]
}
