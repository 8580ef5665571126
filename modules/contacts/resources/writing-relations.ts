import { z } from 'zod'
import { Invalid } from '../../../core/api/invalid.ts'
import type { Input } from '../../../core/api/resource.ts'
import type { Errors } from '../../../core/http/form.ts'
import { reachedIds } from '../../../core/records/reach.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { sayProblem } from '../../../core/values/problem.ts'
import { parseText } from '../../../core/values/text.ts'
import { accountKind, type ContactsKind, personKind } from '../kinds.ts'
import { isMutual, type RelationKind, readKinds, type Way, waysOf } from '../relations/kinds.ts'
import { relationsText } from '../relations/messages.ts'
import { mostRelations, type Relation, readRelations } from '../relations/reading.ts'
import { relate, unrelate } from '../relations/relations.ts'
import { besideFields } from './beside.ts'

const shown = besideFields.relations.element.shape

/** How a record stands to others as programs write it: the whole list, as far as they see it. */
export const writtenRelations = z
  .array(
    z.strictObject({
      kind: shown.kind,
      side: shown.side,
      resource: shown.resource,
      id: shown.id,
      note: shown.note.default(''),
    }),
  )
  .max(mostRelations)
  .meta(besideFields.relations.meta() ?? {})

type Given = z.output<typeof writtenRelations>[number]

/** Each with the one that says the same already, or the way in which it is to be noted. */
export type GivenRelation = { given: Given; at: number; old?: Relation; way?: Way }

type Known = { kinds: readonly RelationKind[]; now: readonly Relation[] }
export type ReadRelations = Known & { list: GivenRelation[] }

/** Reads what the relations of a record are to be. What is wrong is added to `errors`. */
export async function readGivenRelations(
  scope: Scope,
  { relations }: Input,
  record: ContactsKind,
  id: string | undefined,
  errors: Errors,
): Promise<ReadRelations | undefined> {
  if (relations === undefined) return undefined
  const t = relationsText(scope.locale)
  const all = relations as Given[]
  const idsAt = (resource: Given['resource']) =>
    all.filter((one) => one.resource === resource).map((one) => one.id)
  const [kinds, now, accounts, people] = await Promise.all([
    readKinds(scope),
    id ? readRelations(scope, { object: record.object, recordId: id }) : [],
    reachedIds(scope, accountKind, idsAt('accounts'), accountKind.view),
    reachedIds(scope, personKind, idsAt('contacts'), personKind.view),
  ])
  const ways = waysOf(kinds, record)
  const list = all.map((given, at): GivenRelation => {
    const mutual = kinds.some((kind) => kind.key === given.kind && isMutual(kind))
    const side = mutual ? 'forward' : given.side
    const end = given.resource === 'contacts' ? 'person' : 'account'
    const old = now.find(
      (one) =>
        one.kind === given.kind && one.recordId === given.id && (mutual || one.side === side),
    )
    const way = ways.find(({ value }) => value === `${given.kind}.${side}.${end}`)
    const note = given.note === '' ? undefined : parseText(given.note, { most: 300 })
    const place = `relations.${at}`
    if (!old && !way) errors[`${place}.kind`] = t.chooseWay
    if (!(end === 'person' ? people : accounts).has(given.id)) errors[`${place}.id`] = t.unknown
    if (given.id === id) errors[`${place}.id`] = t.itself
    if (note && !note.ok) errors[`${place}.note`] = sayProblem(note.problem, scope.locale)
    return { given, at, old, way }
  })
  return { kinds, now, list }
}

/** Makes the relations of a record those of the list. @throws Invalid when one side has too many */
export async function setRelations(
  scope: Scope,
  registry: Registry,
  record: ContactsKind,
  id: string,
  { kinds, now, list }: ReadRelations,
): Promise<void> {
  const stays = ({ given, old }: GivenRelation) => old?.note === given.note
  const kept = new Set(list.filter(stays).map(({ old }) => old?.id))
  for (const one of now)
    if (!kept.has(one.id)) await unrelate(scope, registry, record, id, one.id, kinds)
  for (const relation of list.filter((one) => !stays(one))) {
    const { given, at, old } = relation
    const way = relation.way ?? (old && wayOf(kinds, old))
    const came = way && (await relate(scope, registry, record, id, way, given.id, given.note))
    if (came === 'full')
      throw new Invalid({ [`relations.${at}.id`]: relationsText(scope.locale).full(mostRelations) })
  }
}

/** The way of a relation whose kind nobody can choose any more. */
function wayOf(
  kinds: readonly RelationKind[],
  { kind: key, side, object }: Relation,
): Way | undefined {
  const kind = kinds.find((one) => one.key === key)
  const other = object === personKind.object ? 'person' : 'account'
  return kind && { value: `${key}.${side}.${other}`, kind, side, other }
}
