import { sql } from 'drizzle-orm'
import { announce } from '../core/db/changes.ts'
import { newId } from '../core/db/id.ts'
import type { Module } from '../core/module.ts'
import { recordAudit } from '../core/records/audit.ts'
import type { Scope } from '../core/scope.ts'
import type { Strictness } from './matrix/schema.ts'
import { readModuleRows, writeModuleRows } from './rows.ts'
import type { Action, ModuleRows } from './schema.ts'
import type { CellState } from './snapshot.ts'

/** What processes are told when a company's flags have changed. */
export const topic = 'flags'

/** Somebody else changed the module in the meantime; nothing was written. */
export class ChangedMeanwhile extends Error {
  readonly module: string
  constructor(module: string) {
    super(
      `Who has ${module} was changed in the meantime: look at it again, then repeat your change.`,
    )
    this.module = module
  }
}

export type Intent = {
  action: Action
  reason: string
  /** The latest change the person had seen (null: none); left out by who does not look first. */
  seen?: string | null | undefined
  undoes?: string
  /** The cell that is meant, and what it becomes; no department means the whole company. */
  cell?: { department: string | null; state: CellState | 'above' | null }
  /** By which strictness it was decided, and what that asked for. */
  decided?: Decided
}

/** How a change was decided: under which strictness, by which second person, at which gate. */
export type Decided = {
  strictness: Strictness
  secondBy?: string | undefined
  decisionId?: string | undefined
}

/**
 * Changes who has a module: writes the rows, what they were before, and the audit entry, and tells
 * every process, all in the transaction of the scope. Changes of one module wait for each other.
 * @returns the id of the change; undefined when the rows are as they shall be already
 * @throws ChangedMeanwhile when `seen` is no longer the latest change
 */
export async function changeModule(
  scope: Scope,
  module: Pick<Module, 'id'>,
  intent: Intent,
  change: (rows: ModuleRows) => ModuleRows,
): Promise<string | undefined> {
  const { db, company } = scope
  await db.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(${`flags ${company.id} ${module.id}`}, 0))`)
  const latest = await latestChange(scope, module.id)
  if (intent.seen !== undefined && intent.seen !== latest) throw new ChangedMeanwhile(module.id)
  const before = await readModuleRows(db, company.id, module.id)
  const wanted = change(before)
  if (idsOf(wanted) === idsOf(before)) return undefined
  await writeModuleRows(db, company.id, module.id, wanted)
  const after = await readModuleRows(db, company.id, module.id)
  const id = newId()
  await db.execute(sql`
    insert into flags.changes (company_id, id, module, action, before, after, reason, at, "by",
      request_id, undoes, department_id, state, strictness, second_by, decision_id)
    values (${company.id}, ${id}, ${module.id}, ${intent.action}, ${JSON.stringify(before)},
      ${JSON.stringify(after)}, ${intent.reason}, ${scope.now().toISOString()}, ${scope.actorId},
      ${scope.requestId}, ${intent.undoes ?? null}, ${intent.cell?.department ?? null},
      ${intent.cell?.state ?? null}, ${intent.decided?.strictness ?? null},
      ${intent.decided?.secondBy ?? null},
      ${intent.decided?.decisionId ?? null})`)
  const { action, reason } = intent
  const object = 'flags.module'
  await recordAudit(scope, { action, object, recordId: module.id, before, after, reason })
  await announce(db, topic, company.id)
  return id
}

/** The id of the latest change of a module; null when it was never changed. */
export async function latestChange(scope: Scope, module: string): Promise<string | null> {
  const [row] = await scope.db.execute<{ id: string }>(sql`
    select id from flags.changes where company_id = ${scope.company.id} and module = ${module}
    order by id desc limit 1`)
  return row?.id ?? null
}

const idsOf = ({ audiences, kill, frozen = [] }: ModuleRows): string =>
  [
    ...audiences.map((row) => row.id).sort(),
    ...[...(kill ? [kill] : []), ...frozen].map(({ id, reason }) => `${id} ${reason}`).sort(),
  ].join()
