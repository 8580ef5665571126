import { readDirectory } from '../access/directory.ts'
import type { Changes } from '../db/changes.ts'
import { type Kept, keepPerCompany } from '../db/kept.ts'
import type { InCompany } from '../scope.ts'
import { readDefinitions } from './definition.ts'
import { type OwnField, ownFieldOf } from './own-field.ts'

/** The own fields of one company by the kind of record that has them, each in their order. */
export type OwnFields = {
  /** Those in use. */
  live: (object: string) => readonly OwnField[]
  /** Those and the archived ones, whose values are still there and still told. */
  all: (object: string) => readonly OwnField[]
}

/** What to tell when a company's own fields changed. */
export const ownFieldsTopic = 'own-fields'

const none: readonly OwnField[] = []

/** Reads them as they are in the scope's transaction; the people with them where a field names some. */
export async function readOwnFields(scope: InCompany): Promise<OwnFields> {
  const definitions = await readDefinitions(scope)
  const named = definitions.some(({ kind }) => kind === 'person')
  const { colleagues } = named ? await readDirectory(scope) : { colleagues: [] }
  const all = Map.groupBy(
    definitions.map((one) => ownFieldOf(one, colleagues)),
    ({ own }) => own.object,
  )
  const live = new Map(
    [...all].map(([object, fields]) => [object, fields.filter(({ own }) => !own.archived)]),
  )
  return { live: (object) => live.get(object) ?? none, all: (object) => all.get(object) ?? none }
}

/** Keeps them in memory, because every request asks for them and they hardly change. */
export const openOwnFields = (changes: Pick<Changes, 'on' | 'live'>): Kept<OwnFields> =>
  keepPerCompany(changes, [ownFieldsTopic, 'access'], readOwnFields)
