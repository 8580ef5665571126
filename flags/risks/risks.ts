import { sql } from 'drizzle-orm'
import { newId } from '../../core/db/id.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import { recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'
import { insertMany } from '../../core/seed/insert.ts'
import type { RiskCategory, RiskState } from './choices.ts'
import { defaultOf, defaultRisks } from './defaults.ts'
import type { Weighed } from './formula.ts'
import { risks } from './schema.ts'

export const riskObject = 'flags.risk'

export type Risk = Weighed & {
  id: string
  version: number
  code: string | null
  title: string | null
  response: string | null
  category: RiskCategory
  state: RiskState
  ownerId: string | null
  dueOn: string | null
  trigger: string | null
  firedAt: Date | null
}

/** The register: some dozens of risks, the heaviest of those that are open first. */
export const readRisks = ({ db, company }: Pick<Scope, 'db' | 'company'>): Promise<Risk[]> =>
  db.execute<Risk>(sql`
    select id, version, code, title, response, category, state, p, i, p_res as "pRes",
      i_res as "iRes", owner_id as "ownerId", due_on::text as "dueOn",
      review_on::text as "reviewOn", trigger, fired_at as "firedAt"
    from ${risks} where company_id = ${company.id} and archived_at is null
    order by state = 'open' desc, state = 'watched' desc, p * i desc, id limit 500`)

/** Puts the risks on the list that every rollout should watch; those that are there stay as they are. */
export async function addDefaults(scope: Scope): Promise<number> {
  const known = await scope.db.execute<{ code: string }>(sql`
    select code from ${risks} where company_id = ${scope.company.id} and code is not null`)
  const missing = defaultRisks.filter(({ code }) => known.every((one) => one.code !== code))
  const rows = missing.map(({ code, category, p, i }) => ({
    ...{ id: newId(), code, category, p, i },
    ...{ trigger: code, state: 'watched' as const },
  }))
  await insertMany(scope, risks, rows)
  if (rows.length > 0)
    await recordAudit(scope, {
      action: 'created',
      object: riskObject,
      after: { codes: missing.map(({ code }) => code) },
    })
  return rows.length
}

/** What a risk is called: as somebody wrote it, else in the product's words. */
export const titleOf = (locale: Locale, { title, code }: Pick<Risk, 'title' | 'code'>): string =>
  title ?? defaultOf(code)?.title[locale] ?? code ?? ''

export const responseOf = (
  locale: Locale,
  { response, code }: Pick<Risk, 'response' | 'code'>,
): string => response ?? defaultOf(code)?.response[locale] ?? ''
