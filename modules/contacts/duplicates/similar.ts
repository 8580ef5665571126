import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { readPlanned } from '../../../core/db/plan.ts'
import type { RecordKind } from '../../../core/records/kind.ts'
import type { Scope } from '../../../core/scope.ts'
import { maskedFirm, maskedPerson } from '../../../core/values/masked.ts'
import type { Hint } from './schema.ts'
import { readHint } from './settings.ts'

/** What two records have in common. */
export type Reason = 'creditCode' | 'name' | 'phone' | 'email' | 'domain' | 'wechat' | 'mobile'

/**
 * A record like the one that somebody is writing down: one they may open, with what is alike; or
 * no more of it than the company lets be told: a masked name, and whom to ask.
 */
export type Similar =
  | { kind: 'open'; weight: Weight; id: string; name: string; archived: boolean; reasons: Reason[] }
  | { kind: 'masked'; weight: Weight; name: string; ask: string | null }

/** The same firm by law; likely the same; or only related, as colleagues share a domain. */
export type Weight = 'same' | 'likely' | 'related'

/** One key of a record, and the condition of the rows that have it too; each by an index. */
export type Arm = { reason: Reason; rows: SQL }

/** What is looked through: accounts, contacts, or records of another module that may be either. */
type Searched = Pick<RecordKind, 'list' | 'table' | 'view'>

/** A number that half a town shares must not make a page slow. */
const mostPerKey = 50
const mostShown = 6

type Row = {
  id: string
  name: string
  archived: boolean
  reasons: Reason[]
  seen: boolean
  owner: string | null
  department: string | null
}

/**
 * Looks up whatever shares a key with a record, in the whole company: that somebody has the
 * customer already is told to those too who may not open it, and nothing else of it (查重).
 * @param self the record that is being changed
 */
export async function findSimilar(
  scope: Scope,
  kind: Searched,
  arms: readonly Arm[],
  self?: string,
): Promise<Similar[]> {
  if (arms.length === 0) return []
  const company = scope.company.id
  const { table } = kind
  const found = sql.join(
    arms.map(
      ({ reason, rows }) => sql`
      (select ${table.id} as id, ${reason}::text as reason from ${table}
        where ${table.companyId} = ${company} and ${rows} limit ${mostPerKey})`,
    ),
    sql` union all `,
  )
  const query = sql`
      with hits as materialized (
        select id, array_agg(distinct reason) as reasons from (${found}) found
        where id is distinct from ${self ?? null}::uuid group by id)
      select ${table.id} as id, ${table.name} as name, hits.reasons,
        ${table.archivedAt} is not null as archived, ${within(scope, kind.view, table)} as seen,
        u.name as owner, d.name as department
      from hits join ${table} on ${table.companyId} = ${company} and ${table.id} = hits.id
      left join core.users u on u.company_id = ${company} and u.id = ${table.ownerId}
      left join core.departments d on d.company_id = ${company} and d.id = ${table.departmentId}
      order by seen desc, cardinality(hits.reasons) desc, ${table.sortName}, hits.id
      limit ${mostShown}`
  // Most contacts have no WeChat name: of a value it does not know the planner would expect all of
  // them. Planning takes longer than looking, and an account has no such key.
  const rows =
    kind.list === 'accounts'
      ? await scope.db.execute<Row>(query)
      : await readPlanned<Row>(scope.db, query)
  const hint = rows.every(({ seen }) => seen) ? 'nothing' : await readHint(scope)
  return rows.flatMap((row) => told(kind, row, hint))
}

/** A record out of reach goes no further than this, whatever a page would make of it. */
function told({ list }: Searched, row: Row, hint: Hint): Similar[] {
  const { id, name, archived, reasons, seen, owner, department } = row
  const weight = weightOf(reasons)
  if (seen) return [{ kind: 'open', weight, id, name, archived, reasons }]
  if (hint === 'nothing') return []
  const masked = list === 'people' ? maskedPerson(name) : maskedFirm(name)
  const whom = { exists: null, department, owner: owner ?? department }[hint]
  return [{ kind: 'masked', weight, name: masked, ask: whom }]
}

function weightOf(reasons: readonly Reason[]): Weight {
  if (reasons.includes('creditCode')) return 'same'
  return reasons.every((reason) => reason === 'domain') ? 'related' : 'likely'
}
