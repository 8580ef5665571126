import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { leaveTrace } from '../../../core/records/traces.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { accountKind, type ContactsKind, personKind } from '../kinds.ts'
import { isMutual, kindAt, type RelationKind, type Side, type Way } from './kinds.ts'
import { labelOf, mostRelations, readRelations } from './reading.ts'
import { relations } from './schema.ts'

const opposite = (side: Side): Side => (side === 'forward' ? 'backward' : 'forward')

/**
 * Notes that another record stands to this one in some way. The caller has made sure that this one
 * may be changed and that the other may be seen.
 */
export async function relate(
  scope: Scope,
  registry: Registry,
  record: ContactsKind,
  id: string,
  { kind, side, other }: Way,
  otherId: string,
  note: string,
): Promise<'added' | 'there' | 'full' | 'itself'> {
  if (id === otherId) return 'itself'
  const company = scope.company.id
  const [from, to] = side === 'forward' ? [id, otherId] : [otherId, id]
  const [row] = await scope.db.execute<{ count: number; there: boolean }>(sql`
    select greatest(count(*) filter (where ${id} in (from_id, to_id)),
        count(*) filter (where ${otherId} in (from_id, to_id)))::int as count, coalesce(bool_or(kind = ${kind.key} and (
      (from_id = ${from} and to_id = ${to})
      or (${isMutual(kind)} and from_id = ${to} and to_id = ${from}))), false) as there
    from ${relations} where company_id = ${company}
      and (from_id in (${id}, ${otherId}) or to_id in (${id}, ${otherId}))`)
  if (row?.there) return 'there'
  if ((row?.count ?? 0) >= mostRelations) return 'full'
  const kinds = side === 'forward' ? [record, kindAt(other)] : [kindAt(other), record]
  await scope.db.insert(relations).values({
    ...{ companyId: company, id: newId(), kind: kind.key, note, createdBy: scope.actorId },
    ...{ fromObject: kinds[0]?.object ?? '', fromId: from },
    ...{ toObject: kinds[1]?.object ?? '', toId: to },
  })
  await tellBoth(scope, registry, 'linked', { record, id, other: kindAt(other), otherId }, [
    kind[side],
    kind[opposite(side)],
  ])
  return 'added'
}

/** Takes a relation away. @throws Refusal 404 for one that the reader does not see on this record */
export async function unrelate(
  scope: Scope,
  registry: Registry,
  record: ContactsKind,
  id: string,
  relationId: string,
  kinds: readonly RelationKind[],
): Promise<void> {
  const seen = await readRelations(scope, { object: record.object, recordId: id })
  const relation = seen.find((one) => one.id === relationId)
  if (!relation) throw notFound()
  await scope.db.execute(sql`
    delete from ${relations} where company_id = ${scope.company.id} and id = ${relationId}`)
  const other = relation.object === personKind.object ? personKind : accountKind
  const kind = kinds.find(({ key }) => key === relation.kind)
  await tellBoth(scope, registry, 'unlinked', { record, id, other, otherId: relation.recordId }, [
    labelOf(relation),
    kind?.[opposite(relation.side)] ?? labelOf(relation),
  ])
}

type Two = { record: ContactsKind; id: string; other: ContactsKind; otherId: string }

/** Both sides note it in their own words, without names: who reads one may not see the other. */
async function tellBoth(
  scope: Scope,
  registry: Registry,
  deed: 'linked' | 'unlinked',
  { record, id, other, otherId }: Two,
  [mine, theirs]: readonly [RelationKind[Side], RelationKind[Side]],
): Promise<void> {
  const side = deed === 'linked' ? 'after' : 'before'
  await Promise.all([
    leaveTrace(scope, registry, record, id, deed, {
      [side]: { relation: mine[scope.company.locale], related: otherId },
      story: { relation: mine },
    }),
    leaveTrace(scope, registry, other, otherId, deed, {
      [side]: { relation: theirs[scope.company.locale], related: id },
      story: { relation: theirs },
    }),
  ])
}
