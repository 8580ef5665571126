import type { Context } from 'hono'
import { type Raw, readForm } from '../http/form.ts'
import type { Site } from '../http/site.ts'
import { removeName } from '../own-fields/files.ts'
import type { AnyField } from './field.ts'

/**
 * Reads the form of a record: of a field that takes several choices, all that were chosen. Of a file
 * it says only whether it is to be taken away; one that came is kept by `takeFiles`.
 */
export async function readRecordForm(c: Context<Site>, fields: readonly AnyField[]): Promise<Raw> {
  const { raw, all } = await readForm(c)
  for (const { field, kind } of fields) {
    if (kind === 'choices' && raw[field] !== undefined)
      raw[field] = all(field).filter(Boolean).join(',')
    if (kind === 'file') raw[field] = raw[removeName(field)] === undefined ? undefined : ''
  }
  return raw
}
