import type { Context } from 'hono'
import { attach, discardFile } from '../attachments/attachments.ts'
import { sayProblem } from '../attachments/refusing.ts'
import { type Errors, type Raw, readUpload } from '../http/form.ts'
import type { Site } from '../http/site.ts'
import type { Reference } from '../records/subjects.ts'
import type { FileValue } from './files.ts'

/**
 * Keeps the files that came with the form of a record for its own fields, and lets go of those that
 * they replace; an answer that refuses the form takes both back. `raw` then names the files.
 * @param old the record's values, for one that exists
 * @returns a sentence for each file that is not taken
 */
export async function takeFiles(
  c: Context<Site>,
  about: Reference,
  raw: Raw,
  old: object = {},
): Promise<Errors> {
  const { scope, product } = c.var
  const errors: Errors = {}
  for (const { field, own, raw: write } of scope.own.live(about.object)) {
    if (own.kind !== 'file') continue
    const file = await readUpload(c, field)
    const kept = file && (await attach(product.env, scope, about, file, { fieldId: own.id }))
    if (typeof kept === 'string') errors[field] = sayProblem(scope.locale, kept)
    else if (kept) raw[field] = write?.(kept as never)
    const before = Reflect.get(old, field) as FileValue | null | undefined
    if (before && raw[field] !== undefined) await discardFile(scope, before.id)
  }
  return errors
}
