import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { Scope } from '../../../core/scope.ts'
import { ticketKind } from '../tickets/kind.ts'
import { tickets } from '../tickets/schema.ts'
import { ticketLinks } from './schema.ts'

/** The ticket that another one went into; without an id for who may not see it. */
export type GoneInto = { id: string | null; number: string }

const there = { id: sql`o.id`, ownerId: sql`o.owner_id`, departmentId: sql`o.department_id` }

/** The ticket that the ticket of a query went into; null while it is one of its own. */
export const goneInto = (scope: Scope): SQL => sql`
  (select json_build_object('number', o.number,
      'id', case when ${within(scope, ticketKind.view, there)} then o.id end)
    from ${ticketLinks} l join ${tickets} o on o.company_id = l.company_id and o.id = l.to_id
    where l.company_id = ${scope.company.id} and l.from_id = tickets.id and l.kind = 'merged'
    order by l.id limit 1)`

/** Whether a ticket went into another one: what was written on it is all there. */
export const isGone = (companyId: SQL, ticketId: SQL): SQL => sql`
  exists (select from ${ticketLinks} l
    where l.company_id = ${companyId} and l.from_id = ${ticketId} and l.kind = 'merged')`
