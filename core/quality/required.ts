import { sql } from 'drizzle-orm'
import { isFilled } from '../own-fields/filled.ts'
import type { Scope } from '../scope.ts'
import type { Quality } from './declared.ts'

/** As much as an ordinary field of the product. */
const weight = 1

/** What good data are for a company: the fields it added and requires count as well. */
export const withRequired = (scope: Pick<Scope, 'own'>, quality: Quality): Quality => ({
  ...quality,
  fields: [
    ...quality.fields,
    ...scope.own
      .live(quality.object)
      .filter(({ own }) => own.required)
      .map((field) => ({
        ...{ field: field.field as string, label: field.label, weight },
        filled: isFilled(sql`${quality.table}.own`, field),
      })),
  ],
})
