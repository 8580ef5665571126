import { sql } from 'drizzle-orm'
import { today } from '../../core/calendar/reading.ts'
import { newId } from '../../core/db/id.ts'
import { recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'
import { insertMany } from '../../core/seed/insert.ts'
import { attestations } from './schema.ts'

export type Attestation = {
  id: string
  metric: string
  departmentId: string | null
  value: number | null
  n: number | null
  heldOn: string
  validUntil: string | null
  document: string
  statement: string
  withdrawn: boolean
  signedBy: string
  signer: string
  signedAt: Date
  /** The document itself, where it was put there; it stays as it was signed. */
  file: { id: string; name: string } | null
}

export const attestationObject = 'flags.attestation'

const columns = sql`
  a.id, a.metric, a.department_id as "departmentId", a.value, a.n, a.held_on::text as "heldOn",
  a.valid_until::text as "validUntil", a.document, a.statement, a.withdrawn,
  a.signed_by as "signedBy", a.signed_at as "signedAt",
  (select jsonb_build_object('id', f.id, 'name', f.file_name) from core.attachments f
    where f.company_id = a.company_id and f.object = ${attestationObject} and f.record_id = a.id
      and f.removed_at is null limit 1) as file,
  (select u.name from core.users u where u.company_id = a.company_id and u.id = a.signed_by) as signer`

/** What was vouched for of a figure, the latest first. */
export const readAttestations = (scope: Scope, metric: string): Promise<Attestation[]> =>
  scope.db.execute<Attestation>(sql`
    select ${columns} from flags.attestations a
    where a.company_id = ${scope.company.id} and a.metric = ${metric}
    order by a.id desc limit 50`)

/** Which figure an attestation is of. */
export async function readSigned({ db, company }: Scope, id: string): Promise<string | undefined> {
  const [row] = await db.execute<{ metric: string }>(sql`
    select metric from flags.attestations where company_id = ${company.id} and id = ${id}`)
  return row?.metric
}

/**
 * What holds today of all figures, by figure and department: the latest of each, unless it was taken
 * back or has run out.
 */
export async function readStandingAttestations(
  scope: Scope,
): Promise<(metric: string, department?: string) => Attestation | undefined> {
  const rows = await scope.db.execute<Attestation>(sql`
    select distinct on (a.metric, a.department_id) ${columns} from flags.attestations a
    where a.company_id = ${scope.company.id} order by a.metric, a.department_id, a.id desc`)
  const day = today(scope)
  const standing = new Map(
    rows
      .filter(({ withdrawn, validUntil }) => !withdrawn && (!validUntil || validUntil >= day))
      .map((row) => [`${row.metric} ${row.departmentId ?? ''}`, row]),
  )
  return (metric, department) => standing.get(`${metric} ${department ?? ''}`)
}

export type Vouched = Pick<
  Attestation,
  'metric' | 'departmentId' | 'value' | 'n' | 'heldOn' | 'validUntil' | 'document' | 'statement'
>

/** Vouches for a figure. @param id of what its document was put on already */
export async function attest(scope: Scope, vouched: Vouched, id = newId()): Promise<void> {
  const signedBy = scope.user.id
  await insertMany(scope, attestations, [
    { id, ...vouched, withdrawn: false, signedBy, signedAt: scope.now() },
  ])
  const after = { ...vouched, departmentId: undefined, department: vouched.departmentId }
  await recordAudit(scope, { action: 'signed', object: attestationObject, recordId: id, after })
}

/** Takes back what is vouched for; it stays readable, and counts no more. */
export async function withdrawAttestation(
  scope: Scope,
  { id, metric, departmentId }: Attestation,
  reason: string,
): Promise<void> {
  const row = { metric, departmentId, value: null, n: null, heldOn: today(scope) }
  await insertMany(scope, attestations, [
    {
      ...{ id: newId(), ...row, validUntil: null, document: '', statement: reason },
      ...{ withdrawn: true, signedBy: scope.user.id, signedAt: scope.now() },
    },
  ])
  await recordAudit(scope, {
    action: 'withdrawn',
    object: attestationObject,
    recordId: id,
    reason,
  })
}
