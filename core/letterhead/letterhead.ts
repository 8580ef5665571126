import { eq } from 'drizzle-orm'
import { differences, recordAudit } from '../records/audit.ts'
import type { InCompany, Scope } from '../scope.ts'
import { letterheads } from './schema.ts'

/** The texts of a letterhead, in the order of its form. */
export const letterheadFields = [
  ...(['nameZh', 'nameEn', 'addressZh', 'addressEn'] as const),
  ...(['phone', 'email', 'website', 'bank', 'bankAccount', 'taxNumber'] as const),
] as const
export type LetterheadField = (typeof letterheadFields)[number]

export type LetterheadTexts = Record<LetterheadField, string>
/** `version` 0 is one that nobody has saved yet. */
export type Letterhead = LetterheadTexts & { logo: Buffer | null; version: number }

const none = Object.fromEntries(letterheadFields.map((field) => [field, ''])) as LetterheadTexts

/** The company's letterhead; empty until somebody has said it. */
export async function readLetterhead({ db, company }: InCompany): Promise<Letterhead> {
  const [row] = await db.select().from(letterheads).where(eq(letterheads.companyId, company.id))
  return row ?? { ...none, logo: null, version: 0 }
}

/** The logo as it is to be: another picture, none (null), or as it was (undefined). */
export type NewLogo = Buffer | null | undefined

/**
 * Saves the letterhead as read with `version`.
 * @returns conflict when somebody saved it meanwhile; then nothing was written
 */
export async function saveLetterhead(
  scope: Scope,
  version: number,
  texts: LetterheadTexts,
  logo: NewLogo,
): Promise<'saved' | 'conflict'> {
  const { version: present, logo: picture, ...before } = await readLetterhead(scope)
  if (present !== version) return 'conflict'
  const seen = (one: NewLogo) => (one ? `${one.length} B` : '')
  const change = differences(
    { ...pick(before), logo: seen(picture) },
    { ...texts, ...(logo !== undefined && { logo: seen(logo) }) },
  )
  if (!change) return 'saved'
  const row = { ...texts, ...(logo !== undefined && { logo }), version: version + 1 }
  const saved = await scope.db
    .insert(letterheads)
    .values({ companyId: scope.company.id, ...row })
    .onConflictDoUpdate({
      target: letterheads.companyId,
      set: { ...row, updatedAt: scope.now() },
      setWhere: eq(letterheads.version, version),
    })
    .returning({ version: letterheads.version })
  if (saved.length === 0) return 'conflict'
  await recordAudit(scope, {
    action: 'changed',
    object: 'core.letterhead',
    recordId: scope.company.id,
    ...change,
  })
  return 'saved'
}

const pick = (row: LetterheadTexts): LetterheadTexts =>
  Object.fromEntries(letterheadFields.map((field) => [field, row[field]])) as LetterheadTexts
