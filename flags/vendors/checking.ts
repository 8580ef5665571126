import { sql } from 'drizzle-orm'
import { Fields } from '../../core/http/fields.ts'
import type { Errors, Raw } from '../../core/http/form.ts'
import { recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'
import { parseText } from '../../core/values/text.ts'
import { type ClauseState, clauseStates } from './choices.ts'
import type { Clause } from './clauses.ts'
import { vendorText } from './messages.ts'

type Input = { state: ClauseState; clause: string | null; page: string | null; note: string | null }

/** Reads what somebody found of a clause. One that the law asks for always applies. */
export function readCheckForm(
  { locale }: Scope,
  { binding }: Clause,
  raw: Raw,
): { input: Input | undefined; errors: Errors } {
  const t = vendorText(locale).check
  const fields = new Fields(raw, locale)
  const state = clauseStates.find(({ key }) => key === raw.state)?.key
  const text = (name: string, most: number) =>
    fields.may(name, (typed) => parseText(typed, { most }))
  const input = { clause: text('clause', 60), page: text('page', 20), note: text('note', 500) }
  if (!state) fields.refuse('state', t.noState)
  if (state === 'n_a' && binding === 'fixed') fields.refuse('state', t.alwaysApplies)
  if (state === 'n_a' && !input.note) fields.refuse('note', t.whyNot)
  if (state === 'agreed' && !input.clause) fields.refuse('clause', t.noClause)
  return { input: state && fields.ok ? { state, ...input } : undefined, errors: fields.errors }
}

/** Notes what was found, by whom and when; what stood there before is kept in the audit trail. */
export async function keepCheck(
  scope: Scope,
  contract: string,
  item: string,
  { state, clause, page, note }: Input,
): Promise<void> {
  const { db, company, actorId } = scope
  const key = sql`company_id = ${company.id} and contract_id = ${contract} and item = ${item}`
  const [before] = await db.execute<Input>(sql`
    select state, clause, page, note from flags.clause_checks where ${key}`)
  const at = scope.now().toISOString()
  await db.execute(sql`
    insert into flags.clause_checks (company_id, contract_id, item, state, clause, page, note,
      reviewed_by, reviewed_at)
    values (${company.id}, ${contract}, ${item}, ${state}, ${clause}, ${page}, ${note}, ${actorId},
      ${at})
    on conflict (company_id, contract_id, item) do update set state = ${state}, clause = ${clause},
      page = ${page}, note = ${note}, reviewed_by = ${actorId}, reviewed_at = ${at}`)
  await recordAudit(scope, {
    action: 'checked',
    object: 'flags.vendor-contract',
    recordId: contract,
    before: before && { item, ...before },
    after: { item, state, clause, page, note },
  })
}
