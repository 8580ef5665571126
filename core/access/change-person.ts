import { sql } from 'drizzle-orm'
import type { Errors } from '../http/form.ts'
import { notFound } from '../http/refusal.ts'
import { differences, recordAudit } from '../records/audit.ts'
import type { Scope } from '../scope.ts'
import { revokeTokensOf } from '../tokens/tokens.ts'
import { snapshot, writeRoles } from './add-person.ts'
import { changeAlone } from './alone.ts'
import { isLastAdministrator } from './last-administrator.ts'
import { accessText } from './messages.ts'
import type { PersonFields } from './person-form.ts'

const object = 'core.user'

/**
 * Writes what an administrator changed about a person. Other roles end the person's sessions, so
 * that nobody goes on under a token from before.
 * @param keep id of the session that goes on: the administrator's own, who changes themselves
 * @returns what is wrong, `conflict` when it was changed meanwhile, undefined when done
 */
export async function changePerson(
  scope: Scope,
  id: string,
  version: number,
  person: PersonFields,
  keep: string | null,
): Promise<Errors | 'conflict' | undefined> {
  await changeAlone(scope)
  if (!person.roles.includes('admin') && (await isLastAdministrator(scope, id)))
    return { roles: accessText(scope.locale).people.lastAdministrator }
  const before = await snapshot(scope, id)
  const written = await scope.db.execute(sql`
    update core.users set name = ${person.name}, email = ${person.email}, phone = ${person.phone},
      locale = ${person.locale}, department_id = ${person.departmentId},
      champion_since = ${person.champion ? sql`coalesce(champion_since, now())` : null},
      updated_at = now(), version = version + 1
    where company_id = ${scope.company.id} and id = ${id} and version = ${version} returning id`)
  if (written.length === 0) return 'conflict'
  await writeRoles(scope, id, person.roles)
  const change = differences(before, await snapshot(scope, id))
  if (!change) return undefined
  await recordAudit(scope, { action: 'changed', object, recordId: id, ...change })
  if (change.after.roles) await deleteSessions(scope, id, keep)
  if ('email' in change.after || 'phone' in change.after) await endLinks(scope, id)
  return undefined
}

/** Keeps a person out from now on. @returns why not, or undefined when done */
export async function disablePerson(scope: Scope, id: string): Promise<string | undefined> {
  await changeAlone(scope)
  const t = accessText(scope.locale).people
  if (id === scope.actorId) return t.notYourself
  if (await isLastAdministrator(scope, id)) return t.lastAdministrator
  await setDisabled(scope, id, true)
  await deleteSessions(scope, id, null)
  await revokeTokensOf(scope, id)
  return undefined
}

/** Lets a disabled person in again, with the password they had. */
export async function enablePerson(scope: Scope, id: string): Promise<void> {
  await changeAlone(scope)
  await setDisabled(scope, id, false)
}

/** Signs a person out everywhere. @returns how many sessions there were */
export async function endSessions(scope: Scope, id: string): Promise<number> {
  await changeAlone(scope)
  const ended = await deleteSessions(scope, id, null)
  const after = { sessions: ended }
  await recordAudit(scope, { action: 'sessions-ended', object, recordId: id, after })
  return ended
}

async function setDisabled(scope: Scope, id: string, disabled: boolean): Promise<void> {
  const changed = await scope.db.execute(sql`
    update core.users set disabled_at = ${disabled ? sql`now()` : null}, reset_asked_at = null,
      updated_at = now(), version = version + 1
    where company_id = ${scope.company.id} and id = ${id}
      and (disabled_at is null) = ${disabled} returning id`)
  if (changed.length === 0) throw notFound()
  await recordAudit(scope, { action: disabled ? 'disabled' : 'enabled', object, recordId: id })
}

async function deleteSessions(scope: Scope, id: string, keep: string | null): Promise<number> {
  const ended = await scope.db.execute(sql`
    delete from core.sessions where company_id = ${scope.company.id} and user_id = ${id}
      and id is distinct from ${keep}::text returning id`)
  return ended.length
}

/** What was sent to an address that is no longer theirs opens nothing (security.md 1: 7). */
async function endLinks(scope: Scope, id: string): Promise<void> {
  await scope.db.execute(sql`
    update core.one_time_links set used_at = now()
    where company_id = ${scope.company.id} and user_id = ${id} and used_at is null`)
}
