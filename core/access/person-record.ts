import { sql } from 'drizzle-orm'
import { notFound } from '../http/refusal.ts'
import type { Locale } from '../i18n/locale.ts'
import type { Role } from '../module.ts'
import type { Scope } from '../scope.ts'

export type PersonRecord = {
  id: string
  name: string
  email: string | null
  phone: string | null
  locale: Locale | null
  departmentId: string | null
  departmentName: string | null
  roles: Role[]
  championSince: Date | null
  disabledAt: Date | null
  askedAt: Date | null
  createdAt: Date
  updatedAt: Date
  version: number
  joined: boolean
  sessions: number
  lastSeenAt: Date | null
  /** The link that still works, if there is one. */
  linkExpiresAt: Date | null
  /** Who saved it last, as far as somebody did. */
  savedBy: string | null
}

/** All that administrators see of a person. @throws Refusal 404 when there is no such person */
export async function readPersonRecord(scope: Scope, id: string): Promise<PersonRecord> {
  const [person] = await scope.db.execute<PersonRecord>(sql`
    select u.id, u.name, u.email, u.phone, u.locale, u.department_id as "departmentId",
      d.name as "departmentName", u.champion_since as "championSince",
      u.disabled_at as "disabledAt", u.reset_asked_at as "askedAt", u.created_at as "createdAt",
      u.updated_at as "updatedAt", u.version, u.password_hash is not null as joined,
      coalesce((select array_agg(r.role order by r.role) from core.user_roles r
        where r.company_id = u.company_id and r.user_id = u.id), '{}') as roles,
      (select count(*)::int from core.sessions s where s.company_id = u.company_id
        and s.user_id = u.id and s.expires_at > now()) as sessions,
      (select max(s.last_seen_at) from core.sessions s where s.company_id = u.company_id
        and s.user_id = u.id) as "lastSeenAt",
      (select max(l.expires_at) from core.one_time_links l where l.company_id = u.company_id
        and l.user_id = u.id and l.used_at is null and l.expires_at > now()) as "linkExpiresAt",
      (select w.name from core.audit a
        join core.users w on w.company_id = a.company_id and w.id = a.actor_id
        where a.company_id = u.company_id and a.object = 'core.user' and a.record_id = u.id::text
          and a.action in ('created', 'changed', 'disabled', 'enabled')
        order by a.id desc limit 1) as "savedBy"
    from core.users u
    left join core.departments d on d.company_id = u.company_id and d.id = u.department_id
    where u.company_id = ${scope.company.id} and u.id = ${id}`)
  if (!person) throw notFound()
  return person
}
