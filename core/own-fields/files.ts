import type { AnyField } from '../fields/field.ts'
import { refused, understood } from '../values/parsed.ts'

/** What a field of a file holds: a file that lies on the record (core/attachments). */
export type FileValue = { id: string; name: string }

/**
 * How such a value is passed on within a form. Browsers never post it: `readRecordForm` throws away
 * what they send as text, so that no record can point at the file of another.
 */
export const fileValues: Pick<AnyField, 'kind' | 'parse' | 'print' | 'raw' | 'example'> = {
  kind: 'file',
  parse: (text) => {
    const [, id, name] = /^([0-9a-f-]{36}) (.+)$/s.exec(text) ?? []
    return id && name ? understood<FileValue>({ id, name }) : refused('notAFileCell')
  },
  print: ({ name }: FileValue) => name,
  raw: ({ id, name }: FileValue) => `${id} ${name}`,
  example: '',
}

/** The box of a form that takes the file away. */
export const removeName = (field: string): string => `${field}.remove`
