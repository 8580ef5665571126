import { sql } from 'drizzle-orm'
import { issueLink } from '../auth/links.ts'
import { newId } from '../db/id.ts'
import { recordAudit } from '../records/audit.ts'
import type { Scope } from '../scope.ts'
import type { PersonFields } from './person-form.ts'

/**
 * Adds a person; `readPersonForm` has checked the fields after `changeAlone` in the same transaction.
 * @param passwordHash the operator may set a password; without one they choose it by `inviteLink`
 */
export async function addPerson(
  scope: Scope,
  person: PersonFields,
  passwordHash: string | null = null,
): Promise<string> {
  const id = newId()
  await scope.db.execute(sql`
    insert into core.users (company_id, id, name, email, phone, password_hash, locale, department_id,
      champion_since)
    values (${scope.company.id}, ${id}, ${person.name}, ${person.email}, ${person.phone},
      ${passwordHash}, ${person.locale}, ${person.departmentId},
      ${person.champion ? sql`now()` : null})`)
  await writeRoles(scope, id, person.roles)
  const after = await snapshot(scope, id)
  await recordAudit(scope, { action: 'created', object: 'core.user', recordId: id, after })
  return id
}

/** Makes a person's roles exactly these. */
export async function writeRoles(
  scope: Scope,
  id: string,
  roles: PersonFields['roles'],
): Promise<void> {
  await scope.db.execute(sql`
    delete from core.user_roles where company_id = ${scope.company.id} and user_id = ${id}`)
  await scope.db.execute(sql`
    insert into core.user_roles (company_id, user_id, role)
    select ${scope.company.id}, ${id}, unnest(${sql.param(roles)}::text[])`)
}

/** What the audit trail keeps of a person; departments by their key. */
export async function snapshot(scope: Scope, id: string): Promise<Record<string, unknown>> {
  const [row] = await scope.db.execute<Record<string, unknown>>(sql`
    select u.name, u.email, u.phone, u.locale, d.key as department,
      u.champion_since is not null as champion,
      (select json_agg(r.role order by r.role) from core.user_roles r
        where r.company_id = u.company_id and r.user_id = u.id) as roles
    from core.users u
    left join core.departments d on d.company_id = u.company_id and d.id = u.department_id
    where u.company_id = ${scope.company.id} and u.id = ${id}`)
  return { ...row }
}

/**
 * Makes the link by which a person chooses a password: 72 h for somebody who has none yet, half an
 * hour for somebody who forgot it. Links made before stop working.
 * @param secret what its token is to be, when not a new one
 * @returns the token, to be shown once; undefined when the person may not sign in
 */
export async function makeLink(
  scope: Scope,
  id: string,
  secret?: string,
): Promise<string | undefined> {
  const [user] = await scope.db.execute<{ joined: boolean }>(sql`
    update core.users set reset_asked_at = null
    where company_id = ${scope.company.id} and id = ${id} and disabled_at is null
    returning password_hash is not null as joined`)
  if (!user) return undefined
  const purpose = user.joined ? 'reset' : 'invite'
  const token = await issueLink(scope.db, scope.company.id, id, purpose, scope.actorId, secret)
  const change = { action: 'link-made', object: 'core.user', recordId: id }
  await recordAudit(scope, { ...change, after: { purpose } })
  return token
}
