import type { Input } from '../../../core/api/resource.ts'
import type { Errors } from '../../../core/http/form.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import type { ContactsKind } from '../kinds.ts'
import { type GivenDate, readGivenDates, setDates, writtenDates } from './writing-dates.ts'
import {
  type ReadRelations,
  readGivenRelations,
  setRelations,
  writtenRelations,
} from './writing-relations.ts'

/** What programs may write of what stands beside a record; a list that is left out stays. */
export const writtenBeside = {
  relations: writtenRelations.optional(),
  dates: writtenDates.optional(),
}

export type GivenBeside = { relations?: ReadRelations; dates?: GivenDate[] }

/** Reads it. What is wrong is added to `errors`. @param id left out for a new record */
export const readBeside = async (
  scope: Scope,
  input: Input,
  kind: ContactsKind,
  id: string | undefined,
  errors: Errors,
): Promise<GivenBeside> => ({
  relations: await readGivenRelations(scope, input, kind, id, errors),
  dates: await readGivenDates(
    scope,
    input,
    id ? { object: kind.object, recordId: id } : undefined,
    errors,
  ),
})

/** Does what `readBeside` read. */
export async function setBeside(
  scope: Scope,
  registry: Registry,
  kind: ContactsKind,
  id: string,
  { relations, dates }: GivenBeside,
): Promise<void> {
  if (relations) await setRelations(scope, registry, kind, id, relations)
  if (dates) await setDates(scope, registry, { object: kind.object, recordId: id }, dates)
}
