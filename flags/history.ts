import { sql } from 'drizzle-orm'
import type { Scope } from '../core/scope.ts'
import type { Strictness } from './matrix/schema.ts'
import type { Action, ModuleRows } from './schema.ts'
import type { CellState } from './snapshot.ts'

/** One change of who has a module, as its history tells it. */
export type Change = {
  id: string
  module: string
  action: Action
  before: ModuleRows
  after: ModuleRows
  reason: string
  at: Date
  by: string | null
  department: string | null
  state: CellState | 'above' | null
  strictness: Strictness | null
  secondBy: string | null
  /** The decision that let it through, and its gate. */
  decisionId: string | null
  gate: string | null
}

const columns = sql`id, module, action, before, after, reason, at, "by", department_id as department,
  state, strictness, second_by as "secondBy", decision_id as "decisionId",
  (select d.gate from flags.gate_decisions d
    where d.company_id = changes.company_id and d.id = changes.decision_id) as gate`

/** The latest changes of a module, newest first. */
export const readChanges = (scope: Scope, module: string, limit = 50): Promise<Change[]> =>
  scope.db.execute<Change>(sql`
    select ${columns} from flags.changes
    where company_id = ${scope.company.id} and module = ${module}
    order by id desc limit ${limit}`)

/** One change of a module; undefined when there is none of that id. */
export async function readChange(
  scope: Scope,
  module: string,
  id: string,
): Promise<Change | undefined> {
  const [change] = await scope.db.execute<Change>(sql`
    select ${columns} from flags.changes
    where company_id = ${scope.company.id} and module = ${module} and id = ${id}`)
  return change
}
