import { sql } from 'drizzle-orm'
import { queueJob } from '../jobs.ts'
import { notify } from '../notify/notify.ts'
import { recordAudit } from '../records/audit.ts'
import type { Scope } from '../scope.ts'
import { forgetFaults } from './examined.ts'
import { findImport, type Import } from './imports.ts'

/** Starts the import as a job; a second click finds it started and changes nothing. */
export async function startImport(scope: Scope, id: string): Promise<void> {
  if (await beginImport(scope, id)) await queueJob(scope.db, 'core.import', { import: id })
}

/** Starts an import that the caller runs. @returns false when it was started before */
export async function beginImport(scope: Scope, id: string): Promise<boolean> {
  const started = await scope.db.execute(sql`
    update core.imports set state = 'running', started_at = now()
    where company_id = ${scope.company.id} and id = ${id} and state = 'waiting' returning id`)
  if (started.length === 1) await forgetFaults(scope, id)
  return started.length === 1
}

/** So long nobody at a command line has to be heard of before the queue takes their import on, in seconds. */
const silence = 30

/**
 * Has the queue go on with an import that its command line no longer does. Whoever is at work on one
 * says so with every batch; killed, it says no more.
 */
export const goOnWithout = ({ db }: Scope, id: string): Promise<void> =>
  queueJob(db, 'core.import', { import: id }, `import ${id}`, silence)

/** Stops an import before its next batch; what is written stays. One that has ended stays as it is. */
export async function cancelImport(scope: Scope, id: string): Promise<void> {
  const given = await scope.db.execute(sql`
    update core.imports set state = 'cancelled', finished_at = now(), done_rows = 0
    where company_id = ${scope.company.id} and id = ${id} and state in ('reading', 'waiting')
    returning id`)
  if (given.length === 1) await forgetFaults(scope, id)
  await endImport(scope, id, 'cancelled')
}

/**
 * Ends a running import, once, with a trace of what came of it. Waits for the batch being written.
 * @param failure why it failed, as the pages have a sentence for it
 */
export async function endImport(
  scope: Scope,
  id: string,
  state: 'done' | 'cancelled' | 'failed',
  failure: 'closed' | 'gone' | 'broken' | null = null,
): Promise<Import> {
  const ended = await scope.db.execute(sql`
    update core.imports set state = ${state}, failure = ${failure}, finished_at = now()
    where company_id = ${scope.company.id} and id = ${id} and state = 'running' returning id`)
  const found = await findImport(scope, id)
  if (ended.length === 1) {
    const { kind, fileName, startedBy, created, updated, skipped, rejected } = found
    const about = { recordId: id }
    const told = { file: fileName, state }
    await recordAudit(scope, {
      action: 'imported',
      object: 'core.import',
      recordId: id,
      after: { kind, fileName, state, created, updated, skipped, rejected },
    })
    // It ran in their name while they looked elsewhere; who cancels one is there and sees it end.
    if (state !== 'cancelled')
      await notify({ ...scope, actorId: null }, [startedBy], 'core.import-ended', about, told)
  }
  return found
}
