import { sql } from 'drizzle-orm'
import { newId } from '../db/id.ts'
import type { Role } from '../module.ts'
import { recordAudits } from '../records/audit.ts'
import type { Scope } from '../scope.ts'
import { audited, tellAll } from './keeping.ts'
import type { PreparedView } from './listed.ts'

/**
 * Makes the views that a company may begin with, once: what is there by that name stays, and so does
 * what a role opens already. The caller has made sure that the person sets lists up for everybody.
 */
export async function prepareViews(
  scope: Scope,
  list: string,
  prepared: readonly PreparedView[],
): Promise<void> {
  const { company, user, db } = scope
  const wanted = prepared.map((view) => ({ ...view, id: newId(), own: view.name[company.locale] }))
  const made = await db.execute<{ id: string }>(sql`
    insert into core.saved_views (company_id, id, list, name, params, owner_id, for_roles, names)
    values ${sql.join(
      wanted.map(
        ({ id, own, params, roles, name }) => sql`(${company.id}, ${id}, ${list}, ${own}, ${params},
          ${user.id}, ${sql.param(roles)}::text[], ${JSON.stringify(name)}::jsonb)`,
      ),
      sql`, `,
    )}
    on conflict (company_id, list, owner_id, name) do nothing returning id`)
  const ids = new Set(made.map(({ id }) => id))
  const fresh = wanted.filter(({ id }) => ids.has(id))
  for (const { id, opensFor = [] } of fresh) await openForRoles(scope, list, id, opensFor)
  await tellAll(scope)
  await recordAudits(
    scope,
    fresh.map(({ id, own, params, roles }) => ({
      ...{ action: 'created', object: audited, recordId: id },
      after: { name: own, roles, filters: params },
    })),
  )
}

const openForRoles = async (
  { db, company }: Scope,
  list: string,
  view: string,
  roles: readonly Role[],
): Promise<void> => {
  for (const role of roles)
    await db.execute(sql`
      insert into core.list_defaults (company_id, id, list, role, view_id)
      values (${company.id}, ${newId()}, ${list}, ${role}, ${view})
      on conflict (company_id, list, role) do nothing`)
}
