import { sql } from 'drizzle-orm'
import { type Acting, asPerson, PersonGone } from '../../access/as-person.ts'
import { asOperator } from '../../access/operator.ts'
import { queueJob } from '../../jobs.ts'
import { notify } from '../../notify/notify.ts'
import { recordAudit } from '../../records/audit.ts'
import type { Registry } from '../../registry.ts'
import type { Scope } from '../../scope.ts'
import { findImport, type Import, importable } from '../imports.ts'
import type { PutBack } from '../transfer.ts'

const batchSize = 1_000

/** Starts undoing an import as a job; asked again, or too late, it changes nothing. */
export async function startUndo(scope: Scope, id: string): Promise<void> {
  if (await beginUndo(scope, id)) await queueJob(scope.db, 'core.undo-import', { import: id })
}

/** Starts an undo that the caller runs. @returns false when it cannot be undone (any more) */
export async function beginUndo(scope: Scope, id: string): Promise<boolean> {
  const { undoable } = await findImport(scope, id)
  if (!undoable) return false
  const started = await scope.db.execute(sql`
    update core.imports set undo_started_at = now(), undo_by = ${scope.user.id}
    where company_id = ${scope.company.id} and id = ${id} and undo_started_at is null
      and state <> 'running' returning id`)
  return started.length === 1
}

/**
 * Takes a started undo to its end, a thousand records at a time, each in one transaction with their
 * outcomes: begun again after a crash, it goes on with the rest. It acts as the person who asked, and
 * leaves alone what they may not change; when the kind is not open to them any more, it stops and the
 * rest can be undone later.
 * @returns the import as it is then
 */
export async function runUndo(
  product: Acting,
  company: string,
  person: string,
  id: string,
  requestId: string,
): Promise<Import> {
  const as = <T>(work: (scope: Scope) => Promise<T>) =>
    asPerson(product, company, person, requestId, work)
  try {
    while (await as((scope) => undoBatch(product.registry, scope, id)));
  } catch (error) {
    if (!(error instanceof PersonGone)) throw error
    await asOperator(product, company, requestId, (scope) => letGo(scope, id))
  }
  return asOperator(product, company, requestId, (scope) => findImport(scope, id))
}

/** Leaves the rest to be undone by whoever may. Who had asked for it stays noted, and is told. */
export async function letGo(scope: Scope, id: string): Promise<void> {
  const [stopped] = await scope.db.execute<{ person: string; file: string }>(sql`
    update core.imports set undo_started_at = null
    where company_id = ${scope.company.id} and id = ${id} and undone_at is null
      and undo_started_at is not null returning undo_by as person, file_name as file`)
  if (!stopped) return
  const { person, file } = stopped
  const about = { recordId: id }
  await notify({ ...scope, actorId: null }, [person], 'core.undo-stopped', about, { file })
}

/** @returns whether there is more to do */
async function undoBatch(registry: Registry, scope: Scope, id: string): Promise<boolean> {
  const company = scope.company.id
  const [now] = await scope.db.execute<{ kind: string }>(sql`
    select kind from core.imports where company_id = ${company} and id = ${id}
      and undo_started_at is not null and undone_at is null for update`)
  if (!now) return false
  const transfer = importable(registry, scope).find(({ kind }) => kind === now.kind)
  if (!transfer?.putBack) {
    await letGo(scope, id)
    return false
  }
  const rows = await scope.db.execute<{ id: string }>(sql`
    select record_id as id from core.import_changes
    where company_id = ${company} and import_id = ${id} and outcome is null
    order by record_id limit ${batchSize}`)
  await countBack(
    scope,
    id,
    await transfer.putBack(
      scope,
      registry,
      id,
      rows.map((row) => row.id),
    ),
  )
  if (rows.length === batchSize) return true
  await endUndo(scope, id)
  return false
}

async function countBack(scope: Scope, id: string, outcomes: readonly PutBack[]): Promise<void> {
  await scope.db.execute(sql`
    update core.import_changes c set outcome = o.outcome
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o ("recordId" uuid, outcome text)
    where c.company_id = ${scope.company.id} and c.import_id = ${id} and c.record_id = o."recordId"`)
  const count = (kind: string) => outcomes.filter(({ outcome }) => outcome === kind).length
  await scope.db.execute(sql`
    update core.imports set restored = restored + ${count('restored')},
      removed = removed + ${count('removed')}, left_alone = left_alone + ${count('left')}
    where company_id = ${scope.company.id} and id = ${id}`)
}

async function endUndo(scope: Scope, id: string): Promise<void> {
  await scope.db.execute(sql`
    update core.imports set undone_at = now() where company_id = ${scope.company.id} and id = ${id}`)
  const { kind, fileName, restored, removed, left } = await findImport(scope, id)
  await recordAudit(scope, {
    action: 'taken-back',
    object: 'core.import',
    recordId: id,
    after: { kind, fileName, restored, removed, left },
  })
}
