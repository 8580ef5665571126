import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import type { Transfer } from '../../../core/transfer/transfer.ts'
import { putBack, type Way } from '../../../core/transfer/undo/put-records-back.ts'
import { contracts } from '../contracts/schema.ts'
import { lineColumns } from '../deal-products/reading.ts'
import { dealLines } from '../deal-products/schema.ts'
import { dealFrom, type Stored, storedDeal } from '../deals/deal-record.ts'
import { dealKind } from '../deals/kind.ts'
import { stageMoves } from '../deals/schema.ts'
import { quotes } from '../quotes/schema.ts'
import { importDeals } from '../rights.ts'
import {
  changeOf,
  type DealState,
  type Standing,
  standingFrom,
  storedStanding,
} from './deal-book.ts'
import type { SoldLine } from './product-words.ts'
import { isSameSold, none } from './sold-lines.ts'

const dealWay: Way<DealState> = {
  kind: dealKind,
  permission: importDeals,
  read: async (scope, source, image) => {
    const lines = image
      ? sql`jsonb_populate_recordset(null::${dealLines}, done.before -> 'lines')`
      : dealLines
    const rows = await scope.db.execute<
      Stored & Standing & { id: string; lines: SoldLine[] | null }
    >(
      sql`select deals.id, ${storedDeal}, ${storedStanding}, (
          select json_agg(one) from (select ${lineColumns} from ${lines} l
            where l.company_id = ${scope.company.id} and l.deal_id = deals.id
            order by l.position, l.id) one) as lines
        from ${source}`,
    )
    return new Map(
      rows.map((row) => {
        const lines = row.lines ?? none
        return [row.id, { ...standingFrom(row), values: dealFrom(row), lines }]
      }),
    )
  },
  changeOf: (scope, { stored, now, ...turn }) => {
    const lines = stored && isSameSold(stored.lines, now.lines) ? stored.lines : now.lines
    return changeOf(scope, { ...turn, stored, now: { ...now, lines } })
  },
  // A paper that has been written for it since is not left without its deal.
  touched: sql`(done.deed = 'created' and (
    exists (select from ${quotes} q where q.company_id = done.company_id and q.deal_id = kept.id)
    or exists (select from ${contracts} c
      where c.company_id = done.company_id and c.deal_id = kept.id)))`,
}

/** Takes an import of deals back: values, products and moves are what they were before it. */
export const putDealsBack: NonNullable<Transfer['putBack']> = async (scope, registry, ...which) => {
  const outcomes = await putBack(scope, registry, dealWay, ...which)
  const restored = outcomes.filter(({ outcome }) => outcome === 'restored')
  await restoreAround(
    scope,
    which[0],
    restored.map(({ recordId }) => recordId),
  )
  return outcomes
}

/** Gives deals their lines again, and lets go of the moves that the import had noted. */
async function restoreAround(
  scope: Scope,
  importId: string,
  ids: readonly string[],
): Promise<void> {
  const these = sql`done.company_id = ${scope.company.id} and done.import_id = ${importId}
    and done.record_id = any(${sql.param(ids)}::uuid[])`
  await scope.db.execute(sql`
    delete from ${dealLines} l using core.import_changes done
    where ${these} and l.company_id = done.company_id and l.deal_id = done.record_id`)
  await scope.db.execute(sql`
    insert into ${dealLines} select l.* from core.import_changes done,
      jsonb_populate_recordset(null::${dealLines}, done.before -> 'lines') l where ${these}`)
  await scope.db.execute(sql`
    delete from ${stageMoves} m using core.import_changes done
    where ${these} and m.company_id = done.company_id and m.deal_id = done.record_id
      and not (done.before -> 'moves') @> to_jsonb(m.id)`)
}
