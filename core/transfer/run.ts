import { sql } from 'drizzle-orm'
import { type Acting, asPerson, PersonGone } from '../access/as-person.ts'
import { asOperator } from '../access/operator.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { planCheck } from './check.ts'
import { endImport } from './course.ts'
import { findImport, type Import, importable } from './imports.ts'
import { openImport } from './mending.ts'
import { readingOf } from './reading.ts'
import {
  batchSize,
  type Checked,
  checkAll,
  placing,
  type Refused,
  refusedBy,
  takeBatch,
} from './rows.ts'
import type { Outcome, Transfer, Values } from './transfer.ts'
import { stampChanges } from './undo/keep.ts'

type Work = {
  import: Import
  transfer: Transfer
  /** The rows behind those written, checked. */
  rows: Iterator<Checked>
  /** The next of them, checked while the database wrote those before. */
  ahead: Checked[]
}

/**
 * Takes a started import to its end, batch by batch. Each batch is one transaction: its rows, its
 * rejects and its counts. Begun again after a crash, it goes on behind the last batch kept.
 * It acts as the person who started it, so it can do no more than they, and stops when they no
 * longer may, when they cannot sign in any more, or when the module is switched off.
 * @param signal stops it between two batches, to be gone on with later
 * @param along is done in the transaction of each batch
 * @returns the import as it ended, or still running: stopped, or another process is at work on it
 */
export async function runImport(
  product: Acting,
  company: string,
  person: string,
  id: string,
  requestId: string,
  signal?: AbortSignal,
  along?: (scope: Scope) => Promise<unknown>,
): Promise<Import> {
  const as = <T>(work: (scope: Scope) => Promise<T>) =>
    asPerson(product, company, person, requestId, work)
  try {
    const work = await as((scope) => openWork(product.registry, scope, id))
    while (work && !signal?.aborted)
      if (
        await as(async (scope) => {
          await along?.(scope)
          return doBatch(product.registry, scope, work)
        })
      )
        break
    return await as((scope) => findImport(scope, id))
  } catch (error) {
    if (!(error instanceof PersonGone)) throw error
    return asOperator(product, company, requestId, (scope) =>
      endImport(scope, id, 'failed', 'gone'),
    )
  }
}

/** @returns undefined, with the import ended, when the person may not import this any more */
export async function openWork(
  registry: Registry,
  scope: Scope,
  id: string,
): Promise<Work | undefined> {
  const found = await findImport(scope, id)
  const transfer = importable(registry, scope).find((one) => one.kind === found.kind)
  if (!transfer) {
    await endImport(scope, id, 'failed', 'closed')
    return undefined
  }
  const { sheet, columns } = await openImport(scope, transfer, found)
  const plan = planCheck<Values>(sheet, found.mapping, columns, readingOf(scope.company))
  const rows = sheet.rows()
  for (let at = 0; at < found.doneRows; at++) rows.next()
  const work = { import: found, transfer, rows: checkAll(plan, rows), ahead: [] as Checked[] }
  await lookAhead(work)
  return work
}

/** Checks the next rows, while the database writes those before. */
async function lookAhead(work: Work): Promise<void> {
  work.ahead = await takeBatch(work.rows)
}

/** Writes the next rows. @returns whether there is nothing more to do here */
export async function doBatch(registry: Registry, scope: Scope, work: Work): Promise<boolean> {
  const { id } = work.import
  const [now] = await scope.db.execute<Pick<Import, 'state' | 'doneRows'>>(sql`
    select state, done_rows as "doneRows"
    from core.imports where company_id = ${scope.company.id} and id = ${id} for update`)
  if (now?.state !== 'running' || now.doneRows !== work.import.doneRows) return true
  if (!importable(registry, scope).includes(work.transfer)) {
    await endImport(scope, id, 'failed', 'closed')
    return true
  }
  const batch = work.ahead
  work.import.doneRows += batch.length
  if (batch.length === batchSize) {
    await commitSoon(scope)
    await Promise.all([writeBatch(registry, scope, work, batch), lookAhead(work)])
    return false
  }
  if (batch.length > 0) await writeBatch(registry, scope, work, batch)
  await endImport(scope, id, 'done')
  return true
}

/**
 * Lets the commit of this batch return before it is on the disk: what a power cut takes is a batch
 * with its counts, and the import goes on before it. The last one waits for the disk again.
 */
const commitSoon = ({ db }: Scope): Promise<unknown> =>
  db.execute(sql`select set_config('synchronous_commit', 'off', true)`)

async function writeBatch(
  registry: Registry,
  scope: Scope,
  work: Work,
  checked: readonly Checked[],
): Promise<void> {
  const fit = checked.filter((row) => row.ok)
  const outcomes = await work.transfer.write(
    scope,
    registry,
    fit.map((row) => row.values),
    {
      mode: work.import.mode,
      keys: work.import.keys,
      ownerId: work.import.ownerId,
      importId: work.import.id,
    },
  )
  await stampChanges(scope)
  const placeOf = placing(work.import.mapping)
  const rejects = [
    ...checked.flatMap((row) => (row.ok ? [] : [{ ...row, problems: row.problems }])),
    ...fit.flatMap((row, at) => refusedBy(row, outcomes[at], placeOf)),
  ]
  await keepRejects(scope, work.import.id, rejects)
  const count = (kind: Outcome['kind']) => outcomes.filter((one) => one.kind === kind).length
  await scope.db.execute(sql`
    update core.imports set done_rows = done_rows + ${checked.length},
      created = created + ${count('created')}, updated = updated + ${count('updated')},
      skipped = skipped + ${count('skipped')}, rejected = rejected + ${rejects.length}
    where company_id = ${scope.company.id} and id = ${work.import.id}`)
}

async function keepRejects(scope: Scope, id: string, rejects: Refused[]): Promise<void> {
  if (rejects.length === 0) return
  const rows = rejects.map(({ rowNumber, cells, problems }) => ({
    row_number: rowNumber,
    cells,
    problems,
  }))
  await scope.db.execute(sql`
    insert into core.import_rejects (company_id, import_id, row_number, cells, problems)
    select ${scope.company.id}, ${id}, row_number, cells, problems
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (row_number integer, cells jsonb, problems jsonb)`)
}
