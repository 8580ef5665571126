import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import type { Seed } from '../../../core/module.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { tickets } from '../tickets/schema.ts'
import { ratings } from './schema.ts'

type Done = { id: string; ownerId: string | null; departmentId: string | null; at: Date }

/** Makes what customers said of tickets that are done, as far as there are any: most are content. */
export const ratingSeed: Seed = {
  key: 'ratings',
  make: async (scope, count, random) => {
    const done = await scope.db.execute<Done>(sql`
      select t.id, t.owner_id as "ownerId", t.department_id as "departmentId",
        coalesce(t.solved_at, t.updated_at) as at
      from ${tickets} t where t.company_id = ${scope.company.id}
        and t.state_type in ('solved', 'closed') and not exists (select from ${ratings} r
          where r.company_id = t.company_id and r.ticket_id = t.id)
      order by t.id limit ${count}`)
    await insertMany(
      scope,
      ratings,
      done.map(({ id, ownerId, departmentId, at }) => {
        const answers = random.chance(0.6)
        return {
          ...{ id: newId(), ticketId: id, ownerId, departmentId, askedAt: at },
          score: answers ? random.pick([5, 5, 5, 4, 4, 4, 3, 2, 1]) : null,
          ratedAt: answers ? at : null,
        }
      }),
    )
  },
}
