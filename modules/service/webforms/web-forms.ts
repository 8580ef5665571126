import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { differences, recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { formEntries, webForms } from './schema.ts'

export const webFormObject = 'service.web-form'

export type WebFormValues = {
  name: string
  language: Locale
  intro: string
  consent: string
  thanks: string
  departmentId: string | null
}

export type WebForm = WebFormValues & {
  id: string
  key: string
  version: number
  closedAt: Date | null
  /** How often it was sent in. */
  entries: number
}

/** 128 random bits: nobody comes upon a form by trying. */
export const newFormKey = (): string => randomBytes(16).toString('base64url')

const columns = sql`
  f.id, f.key, f.version, f.name, f.language, f.intro, f.consent, f.thanks,
  f.department_id as "departmentId", f.closed_at as "closedAt",
  (select count(*)::int from ${formEntries} e
    where e.company_id = f.company_id and e.form_id = f.id) as entries
  from ${webForms} f`

export const readWebForms = ({ db, company }: Scope): Promise<WebForm[]> =>
  db.execute<WebForm>(sql`
    select ${columns} where f.company_id = ${company.id}
    order by f.closed_at is not null, f.name, f.id limit 100`)

/** @throws Refusal 404 when there is none */
export async function readWebForm({ db, company }: Scope, id: string): Promise<WebForm> {
  const [row] = await db.execute<WebForm>(sql`
    select ${columns} where f.company_id = ${company.id} and f.id = ${id}`)
  if (!row) throw notFound()
  return row
}

/** The form at an address, for whoever found it. */
export async function formAt({ db, company }: Scope, key: string): Promise<WebForm | undefined> {
  const [row] = await db.execute<WebForm>(sql`
    select ${columns} where f.company_id = ${company.id} and f.key = ${key}`)
  return row
}

/** @returns its id */
export async function addWebForm(scope: Scope, values: WebFormValues): Promise<string> {
  const id = newId()
  await scope.db.insert(webForms).values({
    ...{ companyId: scope.company.id, id, key: newFormKey(), createdBy: scope.actorId, ...values },
  })
  await recordAudit(scope, {
    ...{ action: 'created', object: webFormObject, recordId: id, after: { ...values } },
  })
  return id
}

export async function changeWebForm(
  scope: Scope,
  form: WebForm,
  version: number,
  after: WebFormValues,
): Promise<'saved' | 'conflict'> {
  const { name, language, intro, consent, thanks, departmentId } = after
  const changed = await scope.db.execute(sql`
    update ${webForms} set name = ${name}, language = ${language}, intro = ${intro},
      consent = ${consent}, thanks = ${thanks}, department_id = ${departmentId},
      updated_at = now(), version = version + 1
    where company_id = ${scope.company.id} and id = ${form.id} and version = ${version}
    returning id`)
  if (changed.length === 0) return 'conflict'
  const changes = differences<Record<string, unknown>>({ ...form }, after)
  if (changes)
    await recordAudit(scope, {
      ...{ action: 'changed', object: webFormObject, recordId: form.id },
      ...changes,
    })
  return 'saved'
}

/** Closes a form, which then says so and takes nothing, or opens it again. */
export async function closeWebForm(scope: Scope, id: string, isClosed: boolean): Promise<void> {
  const changed = await scope.db.execute(sql`
    update ${webForms} set closed_at = ${isClosed ? sql`now()` : null}, updated_at = now(),
      version = version + 1
    where company_id = ${scope.company.id} and id = ${id} returning id`)
  if (changed.length === 0) throw notFound()
  const action = isClosed ? 'closed' : 'reopened'
  await recordAudit(scope, { action, object: webFormObject, recordId: id })
}
