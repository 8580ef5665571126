import { sql } from 'drizzle-orm'
import type { Scope } from '../scope.ts'
import type { Random } from './random.ts'

/** Whose a made-up record is. */
export type MadeOwnership = { ownerId: string | null; departmentId: string | null }

/** How old it is, and whether it has been put away. */
export type MadeAge = { archivedAt: Date | null; createdAt: Date; updatedAt: Date }

/** Shares records out as a firm does: most have an owner, some only a department, some nobody yet. */
export async function openOwnership(scope: Scope, random: Random): Promise<() => MadeOwnership> {
  const owners = await scope.db.execute<{ id: string; departmentId: string | null }>(sql`
    select id, department_id as "departmentId" from core.users
    where company_id = ${scope.company.id} and disabled_at is null order by email, phone, id`)
  return () => {
    const owner = owners.length > 0 && random.chance(0.9) ? random.pick(owners) : undefined
    return {
      ownerId: (random.chance(0.8) && owner?.id) || null,
      departmentId: owner?.departmentId ?? null,
    }
  }
}

const day = 24 * 60 * 60 * 1000

/** Up to three years old, or so many days, changed at some time since; a few are archived. */
export function makeAge(scope: Scope, random: Random, days = 1_000): MadeAge {
  const now = scope.now().getTime()
  const created = now - random.below(days * day)
  const updatedAt = new Date(created + random.below(now - created))
  return {
    archivedAt: random.chance(0.04) ? updatedAt : null,
    createdAt: new Date(created),
    updatedAt,
  }
}
