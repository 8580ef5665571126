import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { changedFields, given, sideOf } from '../../../core/fields/changes.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import { writeEntries } from '../../../core/own-fields/writing.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import { mayChange } from '../../../core/records/rights.ts'
import { type Done, leaveTraces } from '../../../core/records/traces.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { Book, type Draft, idsOf, type Turn } from '../../../core/transfer/book/book.ts'
import { type Owned, ownerMoved } from '../../../core/transfer/book/entry.ts'
import { idsByKeys } from '../../../core/transfer/book/finding.ts'
import { nameKey } from '../../../core/transfer/book/keys.ts'
import { type Origin, originStory, originValues } from '../../../core/transfer/book/origin.ts'
import { updateMany } from '../../../core/transfer/book/write-many.ts'
import type { Order } from '../../../core/transfer/transfer.ts'
import { keepChanged, keepMade } from '../../../core/transfer/undo/keep.ts'
import { searchText } from '../../../core/values/names.ts'
import { dealLines } from '../deal-products/schema.ts'
import type { DealValues } from '../deals/deal-fields.ts'
import { dealColumns, dealFrom, type Stored, storedDeal } from '../deals/deal-record.ts'
import { dealKind } from '../deals/kind.ts'
import { deals, stageMoves } from '../deals/schema.ts'
import type { StageKind } from '../pipelines/stages.ts'
import type { DealRow } from './deal-columns.ts'
import { movesOf, noteImportedMoves } from './past-moves.ts'
import type { SoldLine } from './product-words.ts'
import { none, readLinesOf, saidIf, writeSold } from './sold-lines.ts'

/** A deal while a file is read; `engagedOn` is a file's own and goes into its moves alone. */
export type DealState = Owned & {
  /** Of a record that is yet to be made. */
  origin?: Origin
  values: DealValues & OwnValues
  accountId: string | null
  pipelineId: string
  stageId: string
  outcome: StageKind
  closedOn: string | null
  lossReasonId: string | null
  outcomeNote: string
  engagedOn?: string
  lines: readonly SoldLine[]
}

export type DealDraft = Draft<DealState>

const referenceKey = (reference: string): string => `reference ${reference.trim().toLowerCase()}`

/** The keys by which a row looks for its deal: its reference, else its own name. */
export const keysWanted = ({ reference, name }: Partial<DealValues>): string[] =>
  reference ? [referenceKey(reference)] : name ? [nameKey(name)] : []

/** The keys by which rows find a deal. */
export const keysOf = ({ values: { reference, name } }: DealState): string[] => [
  ...(reference ? [referenceKey(reference)] : []),
  nameKey(name),
]

/** Whose a deal is, with whom, and where it stands, as `storedStanding` reads it. */
export type Standing = Omit<DealState, 'values' | 'origin' | 'engagedOn' | 'lines'>

export const storedStanding = sql`deals.owner_id as "ownerId",
  deals.department_id as "departmentId", deals.account_id as "accountId",
  deals.pipeline_id as "pipelineId", deals.stage_id as "stageId", deals.outcome,
  deals.closed_on::text as "closedOn", deals.loss_reason_id as "lossReasonId",
  deals.outcome_note as "outcomeNote"`

type Row = Stored & Standing & Pick<DealDraft, 'id' | 'version' | 'mayEdit' | 'mayAssign'>

/** Reads every deal that a row may mean, and holds them until the import is done. */
export async function readDealBook(
  scope: Scope,
  rows: readonly DealRow[],
): Promise<Book<DealState>> {
  const ids = await idsByKeys(scope, dealKind, [
    { column: deals.reference, keys: rows.flatMap(({ reference }) => reference?.trim() ?? []) },
    {
      column: deals.nameKey,
      keys: rows.flatMap(({ reference, name }) => (name && !reference ? searchText(name) : [])),
    },
  ])
  const found = await scope.db.execute<Row>(sql`
    select deals.id, deals.version, ${storedDeal}, ${storedStanding}, ${mayChange(scope, dealKind)}
    from ${deals} where deals.company_id = ${scope.company.id}
      and deals.id = any(${sql.param(ids)}::uuid[]) and deals.archived_at is null
      and ${within(scope, dealKind.view, deals)}
      and ${within(scope, dealKind.files.import, deals)}
    order by deals.id for no key update of deals`)
  const book = new Book<DealState>(keysOf)
  const linesOf = await readLinesOf(scope, idsOf(found))
  for (const row of found) {
    const { id, version, mayEdit, mayAssign } = row
    const stored = { ...standingFrom(row), values: dealFrom(row), lines: linesOf(id) }
    book.add({ id, version, mayEdit, mayAssign, stored, now: stored })
  }
  return book
}

export const standingFrom = (row: Standing): Standing => ({
  ...{ ownerId: row.ownerId, departmentId: row.departmentId, accountId: row.accountId },
  ...{ pipelineId: row.pipelineId, stageId: row.stageId, outcome: row.outcome },
  ...{ closedOn: row.closedOn, lossReasonId: row.lossReasonId, outcomeNote: row.outcomeNote },
})

/** A deal as it is kept for an undo: with its lines, and the moves by which it had come so far. */
const image = sql`to_jsonb(kept) || jsonb_build_object(
  'lines', coalesce((select jsonb_agg(to_jsonb(l)) from ${dealLines} l
    where l.company_id = kept.company_id and l.deal_id = kept.id), '[]'),
  'moves', coalesce((select jsonb_agg(m.id) from ${stageMoves} m
    where m.company_id = kept.company_id and m.deal_id = kept.id), '[]'))`

/** Writes what a book holds anew or changed, with its moves and traces. */
export async function writeDealBook(
  scope: Scope,
  registry: Registry,
  { drafts }: Book<DealState>,
  { importId }: Order,
): Promise<void> {
  const made = drafts.filter(({ stored }) => !stored)
  const changes = new Map(
    drafts.flatMap((draft) => changeOf(scope, draft)).map((change) => [change.id, change]),
  )
  const changed = drafts.filter(({ id }) => changes.has(id))
  if (importId) await keepChanged(scope, importId, deals, idsOf(changed), image)
  await insertMany(
    scope,
    deals,
    made.map((draft) => ({
      ...columnsOf(scope, draft),
      stageSince: movesOf(scope, draft).at(-1)?.at ?? scope.now(),
      ...originValues(scope, draft.now.origin),
    })),
  )
  await updateMany(
    scope,
    deals,
    changed.map((draft) => columnsOf(scope, draft)),
  )
  await noteImportedMoves(scope, [...made, ...changed])
  await writeSold(
    scope,
    [...made, ...changed].filter(({ stored, now }) => now.lines !== (stored?.lines ?? none)),
  )
  await writeEntries(
    scope,
    dealKind.object,
    [...made, ...changed].map(({ id, stored, now }) => ({
      ...{ id, before: stored?.values ?? {}, after: now.values },
    })),
  )
  await leaveTraces(scope, registry, dealKind, [
    ...made.map(({ id, now: { values, origin, engagedOn: _, lines, ...state } }) => ({
      ...{ id, deed: 'created' as const, imported: true as const },
      after: given({ ...values, ...state, ...saidIf(lines.length > 0, lines) }),
      story: originStory(origin, scope),
    })),
    ...changes.values(),
  ])
  if (importId) await keepMade(scope, importId, idsOf(made))
}

function columnsOf(scope: Scope, { id, now }: DealDraft) {
  const { values, origin: _, engagedOn: __, lines: ___, ...state } = now
  return { id, ...dealColumns(scope, values), ...state }
}

const linked = ['accountId', 'stageId', 'closedOn', 'lossReasonId', 'outcomeNote'] as const

export const isLinkedElsewhere = (before: DealState, after: DealState): boolean =>
  before.lines !== after.lines || linked.some((field) => before[field] !== after[field])

/** What a deal's history says when it goes from one state to another; nothing when they are one. */
export function changeOf(scope: Scope, { id, stored, now }: Turn<DealState>): Done[] {
  if (!stored || stored === now) return []
  const changed = changedFields(fieldsOf(scope, dealKind), stored.values, now.values)
  const handed = ownerMoved(stored, now)
  const side = (state: DealState, at: 0 | 1) => ({
    ...sideOf(changed, at),
    ...Object.fromEntries(
      linked.filter((one) => stored[one] !== now[one]).map((one) => [one, state[one]]),
    ),
    ...(handed && { ownerId: state.ownerId, departmentId: state.departmentId }),
    ...saidIf(stored.lines !== now.lines, state.lines),
  })
  const story = { changed, imported: true }
  return [
    { id, deed: 'changed', imported: true, before: side(stored, 0), after: side(now, 1), story },
  ]
}
