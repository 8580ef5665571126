import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type Acting, asPerson } from '../access/as-person.ts'
import type { Scope } from '../scope.ts'
import { beginImport } from '../transfer/course.ts'
import { importKind, takeFile } from '../transfer/imports.ts'
import { runImport } from '../transfer/run.ts'
import type { DemoFile } from './files.ts'

/** Whether a file of this name has been imported to its end. */
export async function isBrought({ db, company }: Scope, name: string): Promise<boolean> {
  const found = await db.execute(sql`
    select id from core.imports
    where company_id = ${company.id} and file_name = ${name} and state = 'done'`)
  return found.length > 0
}

/**
 * Imports a file as somebody of the firm, as they would on the import page.
 * @throws when a row is not taken: the demo shows real data, whole
 */
export async function bring(
  product: Acting,
  company: string,
  person: string,
  { name, content }: DemoFile,
  kind: 'accounts' | 'contacts' | 'products' | 'deals' | 'tickets' = 'accounts',
): Promise<void> {
  const request = `import-${randomUUID()}`
  const id = await asPerson(product, company, person, request, async (scope) => {
    const taken = await takeFile(scope, importKind(product.registry, scope, kind), name, content)
    await beginImport(scope, taken)
    return taken
  })
  const { state, rejected } = await runImport(product, company, person, id, request)
  if (state !== 'done' || rejected > 0)
    throw new Error(`The demo's file ${name} is ${state} with ${rejected} rows rejected.`)
}
