import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { lossReasons, pipelines, stages } from './schema.ts'
import { usualPipeline, usualReasons } from './usual.ts'

/**
 * Stores what a company begins with, as pages have shown it, before the first thing that refers to
 * it is written. Harmless to repeat, and for two at once.
 */
export async function foundPipelines(scope: Scope): Promise<void> {
  const [known] = await scope.db.execute(sql`
    select from ${pipelines} where company_id = ${scope.company.id} limit 1`)
  if (known) return
  await scope.db.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(${`sales.pipelines ${scope.company.id}`}, 0))`)
  const { id, name, stages: usual } = usualPipeline(scope)
  const made = await scope.db
    .insert(pipelines)
    .values({ companyId: scope.company.id, id, name, position: 0 })
    .onConflictDoNothing()
    .returning({ id: pipelines.id })
  if (made.length === 0) return
  const placed = usual.map(({ hidden: _, ...one }, position) => ({ ...one, position }))
  await insertMany(scope, stages, placed)
}

/** The same for the reasons for which deals are lost. */
export async function foundReasons(scope: Scope): Promise<void> {
  const [known] = await scope.db.execute(sql`
    select from ${lossReasons} where company_id = ${scope.company.id} limit 1`)
  if (known) return
  await scope.db
    .insert(lossReasons)
    .values(
      usualReasons(scope).map(({ id, name }, position) => ({
        companyId: scope.company.id,
        ...{ id, name, position },
      })),
    )
    .onConflictDoNothing()
}
