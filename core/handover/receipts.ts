import { sql } from 'drizzle-orm'
import { notFound } from '../http/refusal.ts'
import type { Scope } from '../scope.ts'

type Party = { id: string; name: string; department: string | null }

/** A receipt: what went from whom to whom, when, and by whom. */
export type Receipt = {
  id: string
  from: Party
  to: Party
  note: string
  by: string | null
  at: Date
  undoneAt: Date | null
  undoneBy: string | null
  returned: number | null
}

const party = (column: 'from_id' | 'to_id') => sql`
  (select json_build_object('id', u.id, 'name', u.name, 'department', d.name)
    from core.users u left join core.departments d on d.company_id = u.company_id
      and d.id = u.department_id
    where u.company_id = h.company_id and u.id = h.${sql.identifier(column)})`

const nameOf = (column: 'done_by' | 'undone_by') => sql`
  (select u.name from core.users u where u.company_id = h.company_id
    and u.id = h.${sql.identifier(column)})`

const columns = sql`h.id, ${party('from_id')} as from, ${party('to_id')} as to, h.note,
  ${nameOf('done_by')} as by, h.done_at as at, h.undone_at as "undoneAt",
  ${nameOf('undone_by')} as "undoneBy", h.returned`

/** @throws Refusal 404 when there is none of this id */
export async function findReceipt(scope: Scope, id: string, lock?: 'for update'): Promise<Receipt> {
  const [receipt] = await scope.db.execute<Receipt>(sql`
    select ${columns} from core.handovers h
    where h.company_id = ${scope.company.id} and h.id = ${id} ${lock ? sql`for update of h` : sql``}`)
  if (!receipt) throw notFound()
  return receipt
}

/** The receipts of what a person handed over, the latest first. */
export const receiptsOf = (scope: Scope, person: string): Promise<Receipt[]> =>
  scope.db.execute<Receipt>(sql`
    select ${columns} from core.handovers h
    where h.company_id = ${scope.company.id} and h.from_id = ${person}
    order by h.done_at desc limit 20`)

export type Item = { object: string; recordId: string; departmentId: string | null }

export const readItems = (scope: Scope, id: string): Promise<Item[]> =>
  scope.db.execute<Item>(sql`
    select object, record_id as "recordId", department_id as "departmentId"
    from core.handover_items where company_id = ${scope.company.id} and handover_id = ${id}
    order by object, record_id`)

/** The short number people write on paper: 8F3A-91C2. */
export const numberOf = ({ id }: Pick<Receipt, 'id'>): string =>
  `${id.slice(-8, -4)}-${id.slice(-4)}`.toUpperCase()
