import { changedFields } from '../../../core/fields/changes.ts'
import { openChecks } from '../../../core/own-fields/checks.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { type Book, type Draft, rejected } from '../../../core/transfer/book/book.ts'
import { type Entering, enter } from '../../../core/transfer/book/entry.ts'
import { blameFuture, originsAmong, withoutOrigin } from '../../../core/transfer/book/origin.ts'
import {
  ownershipOf,
  type Places,
  readPlaces,
  unownedPlace,
} from '../../../core/transfer/book/place.ts'
import { importAlone } from '../../../core/transfer/book/write-many.ts'
import type { Order, Outcome } from '../../../core/transfer/transfer.ts'
import { searchText } from '../../../core/values/names.ts'
import { readEmployers } from '../../contacts/public.ts'
import { type DealValues, dealFields } from '../deals/deal-fields.ts'
import { dealKind } from '../deals/kind.ts'
import { foundPipelines, foundReasons } from '../pipelines/founding.ts'
import type { Stage } from '../pipelines/stages.ts'
import {
  type DealState,
  isLinkedElsewhere,
  keysWanted,
  readDealBook,
  writeDealBook,
} from './deal-book.ts'
import type { DealRow } from './deal-columns.ts'
import { salesTransferText } from './messages.ts'
import { linesWith, readSold, type Sold, soldApart } from './product-words.ts'
import { none } from './sold-lines.ts'
import { type ReasonOf, readStageWords } from './stage-words.ts'

/** A row whose account and stage are looked up; `stage` is undefined where a row names none. */
type Placed = Omit<DealRow, 'stage' | 'account' | 'product'> & {
  name: string
  isNamed: boolean
  accountId?: string
  first: Stage
  stage?: Stage
  sold: readonly Sold[]
}

const noValues: Partial<DealValues> = Object.fromEntries(
  dealFields.map(({ field }) => [field, null]),
)

/**
 * Writes rows of a file as deals: found again by reference, else by their own name with their
 * account. Rules of stages do not hold, since what a file tells has happened; dates and people stay.
 * @returns one outcome per row
 */
export async function writeDeals(
  scope: Scope,
  registry: Registry,
  rows: readonly DealRow[],
  order: Order,
): Promise<Outcome[]> {
  await importAlone(scope)
  await Promise.all([foundPipelines(scope), foundReasons(scope)])
  const [places, accountOf, book, checks, { stageOf, reasonOf }, soldOf] = await Promise.all([
    readPlaces(scope),
    readEmployers(
      scope,
      rows.map(({ account }) => ({ account: isNobody(account) ? undefined : account })),
    ),
    readDealBook(scope, rows),
    openChecks(scope, dealKind.object, rows),
    readStageWords(scope),
    readSold(scope, rows),
  ])
  const t = salesTransferText(scope.locale)
  const unowned = unownedPlace(scope, places, order.ownerId, dealKind.assign)
  const originOf = originsAmong(scope, places.colleagues)
  const entering: Entering<Placed, DealState> = {
    nameOf: ({ name }) => name,
    match,
    refuse: (id, before, after) => checks.refuse(id, before?.values, after.values),
    make: (row) => made(scope, row, originOf(row), reasonOf),
    merge: (state, row) => merged(scope, state, row, reasonOf),
    differs: (before, after) =>
      isLinkedElsewhere(before, after) ||
      Object.keys(changedFields(fieldsOf(scope, dealKind), before.values, after.values)).length > 0,
  }
  const outcomes = rows.map((given): Outcome => {
    const row = sellerOf(places, given)
    const owner = ownershipOf(scope, places, row, dealKind.assign)
    if ('reason' in owner) return rejected(owner)
    const future = blameFuture(scope, originOf(row))
    if (future) return rejected({ ...future, reason: t.future })
    const { account: named, stage: _, product, ...rest } = row
    const account = named && !isNobody(named) ? accountOf(named) : undefined
    if (account && 'reason' in account) return rejected(account)
    const stage = stageOf(row)
    if (typeof stage === 'string') return rejected(stage, 'stage')
    const sold = soldOf(product)
    if (typeof sold === 'string') return rejected(sold, 'product')
    const name = row.name ?? nameFrom(row, sold)
    if (!name) return rejected(t.nameless, 'name')
    const placed: Placed = {
      ...{ ...rest, name, isNamed: row.name !== undefined, accountId: account?.id },
      ...{ first: stage, stage: row.stage ? stage : undefined, sold },
    }
    return enter(scope, book, entering, placed, owner, order.mode, unowned)
  })
  await writeDealBook(scope, registry, book, order)
  return outcomes
}

/** Programs write the word for an empty cell. */
const isNobody = (account: string | undefined): boolean =>
  /^(null|none|n\/a|nan|undefined|无|-+)$/i.test(account?.trim() ?? '')

/** What stands for the name of a deal that a file gives none: with whom, and for what. */
const nameFrom = ({ account, reference }: DealRow, sold: readonly Sold[]): string | undefined => {
  const products = sold.map(({ name }) => name).join(soldApart)
  const parts = [isNobody(account) ? undefined : account, products].filter(Boolean)
  return (parts.length > 0 ? parts.join(' – ') : reference)?.slice(0, 200)
}

/** Who is no colleague here stays with the deal by name, instead of owning it. */
function sellerOf({ colleagues }: Places, row: DealRow): DealRow {
  const { owner, seller } = row
  if (!owner) return row
  const wanted = searchText(owner)
  const isKnown = colleagues.some(
    ({ name, email, left }) =>
      !left && (email?.toLowerCase() === wanted || searchText(name) === wanted),
  )
  return isKnown ? row : { ...row, owner: undefined, seller: seller ?? owner.slice(0, 100) }
}

/** A deal by reference, else by the name a file gives it, with the same account. */
function match(book: Book<DealState>, row: Placed): Draft<DealState> | 'several' | undefined {
  const keys = row.isNamed ? keysWanted(row) : keysWanted({ reference: row.reference })
  const found = keys
    .flatMap((key) => book.find(key))
    .filter(({ now }) => row.reference || now.accountId === (row.accountId ?? null))
  return found.length > 1 ? 'several' : found[0]
}

/** A deal as a row tells of it that nobody knew. */
function made(
  scope: Scope,
  row: Placed,
  origin: DealState['origin'],
  reasonOf: ReasonOf,
): DealState {
  const stage = row.stage ?? row.first
  const state: DealState = {
    ...{ values: { ...noValues } as DealValues, origin, engagedOn: row.engagedOn },
    ...{ accountId: null, pipelineId: stage.pipelineId, stageId: stage.id, outcome: stage.kind },
    ...{ closedOn: null, lossReasonId: null, outcomeNote: '', ownerId: null, departmentId: null },
    lines: none,
  }
  return merged(scope, state, row, reasonOf)
}

/** A deal with the row's filled cells; the others stay. */
function merged({ company }: Scope, state: DealState, row: Placed, reasonOf: ReasonOf): DealState {
  const {
    pipelineId,
    id: stageId,
    kind,
  } = row.stage ?? {
    ...{ pipelineId: state.pipelineId, id: state.stageId, kind: state.outcome },
  }
  const reason = row.lossReason ? reasonOf(row.lossReason) : undefined
  const values = { ...state.values, ...valuesOf(row) }
  // Before a deal is closed, a file's closing day is the day it expects; nought is no amount then.
  if (kind === 'open' && row.closedOn) values.closesOn = row.closedOn
  if (kind !== 'won' && values.amount?.minor === 0) values.amount = null
  values.startedOn ??= row.engagedOn ?? null
  const isLost = kind === 'lost'
  const currency = values.amount?.currency ?? company.currency
  const worth = row.amount ? values.amount : null
  const isKnown = worth?.minor === state.values.amount?.minor
  return {
    ...state,
    ...{ values, pipelineId, stageId, outcome: kind },
    lines: linesWith(state.lines, row.sold, { worth, isKnown }, currency),
    accountId: row.accountId ?? state.accountId,
    closedOn: kind === 'open' ? null : (row.closedOn ?? state.closedOn),
    lossReasonId: isLost ? (reason ?? state.lossReasonId) : null,
    // A reason that is none of the company's is kept as it is written.
    outcomeNote: isLost && row.lossReason && !reason ? row.lossReason : state.outcomeNote,
  }
}

const valuesOf = (row: Placed): Partial<DealValues> => {
  const { accountId: _, first: __, stage: ___, isNamed, sold, pipeline, ...rest } = row
  const { engagedOn, closedOn, lossReason, owner, department, name, ...values } = rest
  return withoutOrigin(isNamed ? { ...values, name } : { name, ...values }) as Partial<DealValues>
}
