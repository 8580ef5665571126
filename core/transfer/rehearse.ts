import { type Acting, asPerson } from '../access/as-person.ts'
import type { Scope } from '../scope.ts'
import { findImport, type Import } from './imports.ts'
import { readRejects } from './preview.ts'
import type { RejectedRow } from './rejects.ts'
import { doBatch, openWork } from './run.ts'

/** What an import would come to, with the first rows that would be rejected. */
export type Rehearsal = { import: Import; rejects: RejectedRow[] }

class Undo extends Error {
  readonly rehearsal: Rehearsal
  constructor(rehearsal: Rehearsal) {
    super()
    this.rehearsal = rehearsal
  }
}

/**
 * Does all that an import would do, in one transaction, and takes it back: the counts are those of
 * the real run, rows of the file that meet each other included. Records that would be updated are
 * locked meanwhile, so this is for the command line; a page foresees it (foresee.ts).
 * @param begin keeps the file and starts its import
 * @param keep how many rejected rows to hand back
 */
export async function rehearseImport(
  product: Acting,
  company: string,
  person: string,
  requestId: string,
  begin: (scope: Scope) => Promise<string>,
  keep = 20,
): Promise<Rehearsal> {
  try {
    return await asPerson(product, company, person, requestId, async (scope) => {
      const id = await begin(scope)
      const work = await openWork(product.registry, scope, id)
      while (work && !(await doBatch(product.registry, scope, work)));
      const rejects: RejectedRow[] = []
      for await (const reject of readRejects(scope, id)) if (rejects.push(reject) === keep) break
      throw new Undo({ import: await findImport(scope, id), rejects })
    })
  } catch (error) {
    if (error instanceof Undo) return error.rehearsal
    throw error
  }
}
