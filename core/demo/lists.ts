import { sql } from 'drizzle-orm'
import { prepareViews } from '../lists/preparing.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'

/** Whether lists have their prepared views; those that people deleted since do not come back. */
export async function hasPrepared({ db, company }: Scope): Promise<boolean> {
  const [row] = await db.execute(sql`
    select from core.audit where company_id = ${company.id} and object = 'core.saved-view' limit 1`)
  return row !== undefined
}

/** Adds the views that a company may begin with to every list that has some. */
export async function prepareLists({ modules }: Registry, scope: Scope): Promise<void> {
  for (const { key, prepared } of modules.flatMap(({ lists = [] }) => lists))
    if (prepared) await prepareViews(scope, key, prepared)
}
