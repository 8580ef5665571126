import { sql } from 'drizzle-orm'
import { withinPlaces } from '../../../core/access/within.ts'
import { today } from '../../../core/calendar/reading.ts'
import { notFound } from '../../../core/http/refusal.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Texts } from '../courses/content.ts'
import { follow } from '../permissions.ts'

/** A certificate as it is printed, and as whoever checks it sees it. */
export type Certificate = {
  id: string
  userId: string
  name: string
  course: string
  titles: Texts
  version: number
  completedAt: Date
  validUntil: string | null
  serial: string
  code: string
  revokedAt: Date | null
}

const certificates = (scope: Scope) => sql`
  select d.id, d.user_id as "userId", u.name, c.code as course, v.content -> 'title' as titles,
    v.number as version, d.completed_at as "completedAt", d.valid_until::text as "validUntil",
    d.serial, d.code, d.revoked_at as "revokedAt"
  from training.completions d
  join core.users u on u.company_id = d.company_id and u.id = d.user_id
  join training.courses c on c.company_id = d.company_id and c.id = d.course_id
  join training.course_versions v on v.company_id = d.company_id and v.id = d.version_id
  where d.company_id = ${scope.company.id}`

/**
 * A certificate of one's own, or of somebody whose learning one may follow.
 * @throws Refusal 404 else
 */
export async function readCertificate(scope: Scope, id: string): Promise<Certificate> {
  const inReach = withinPlaces(scope, follow, {
    ...{ ownerId: sql`d.user_id`, departmentId: sql`u.department_id` },
  })
  const [row] = await scope.db.execute<Certificate>(sql`
    ${certificates(scope)} and d.id = ${id} and (d.user_id = ${scope.user.id} or ${inReach})`)
  if (!row) throw notFound()
  return row
}

/** The certificate of a code, for whoever holds the paper. */
export async function certificateOf(scope: Scope, code: string): Promise<Certificate | undefined> {
  const [row] = await scope.db.execute<Certificate>(
    sql`${certificates(scope)} and d.code = ${code}`,
  )
  return row
}

export type Standing = 'valid' | 'expired' | 'revoked'

export const standingOf = (scope: Pick<Scope, 'company' | 'now'>, one: Certificate): Standing => {
  if (one.revokedAt !== null) return 'revoked'
  return one.validUntil !== null && one.validUntil < today(scope) ? 'expired' : 'valid'
}

/** As it is printed, in groups that can be read out: ABCDE-FGHJK … */
export const printCode = (code: string): string => code.replaceAll(/(.{5})(?=.)/g, '$1-')

/** As somebody typed it; letters that look like digits are meant as those. */
export const readCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '')
