import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import type { StateType } from '../states/state-types.ts'
import type { Priority } from '../tickets/choices.ts'
import { policies } from './schema.ts'

/** What a company says of a policy; times in minutes of business time. */
export type PolicyInput = {
  name: string
  position: number
  priorities: Priority[]
  levels: string[]
  categoryIds: string[]
  firstMinutes: number | null
  nextMinutes: number | null
  solveMinutes: number | null
  pauses: StateType[]
  warnPercent: number | null
  escalates: boolean
}

export type Policy = PolicyInput & { id: string; since: Date; version: number }

const columns = sql`id, name, position, priorities, levels, category_ids as "categoryIds",
  first_minutes as "firstMinutes", next_minutes as "nextMinutes", solve_minutes as "solveMinutes",
  pauses, warn_percent as "warnPercent", escalates, since, version`

/** The policies of a company, in the order in which they are tried. There are few. */
export const readPolicies = ({ db, company }: Pick<Scope, 'db' | 'company'>): Promise<Policy[]> =>
  db.execute<Policy>(sql`
    select ${columns} from ${policies}
    where company_id = ${company.id} and archived_at is null order by position, id limit 200`)
