import { type OwnField, type OwnValues, ownPrefix } from './own-field.ts'

/** A row's own values as a record has them among its others. */
export const ownFrom = (own: Record<string, unknown>): OwnValues =>
  Object.fromEntries(Object.entries(own).map(([key, value]) => [ownPrefix + key, value]))

/** A record's own values as its row keeps them: those of archived fields too, and nothing empty. */
export const ownColumn = (values: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([field, value]) => field.startsWith(ownPrefix) && (value ?? null) !== null)
      .map(([field, value]) => [field.slice(ownPrefix.length), value]),
  )

const isSearched = ({ own }: OwnField): boolean => own.kind === 'text' || own.kind === 'link'

/** What a record is also found by a part of: its own texts and links. */
export const searchedTexts = (fields: readonly OwnField[], values: object): string[] =>
  fields
    .filter(isSearched)
    .flatMap(({ field }) => (Reflect.get(values, field) as string | null | undefined) ?? [])
