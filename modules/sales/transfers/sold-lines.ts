import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import { sayLine } from '../deal-products/deal-line.ts'
import { lineColumns } from '../deal-products/reading.ts'
import { addLines } from '../deal-products/saving.ts'
import { dealLines } from '../deal-products/schema.ts'
import type { SoldLine } from './product-words.ts'

export const none: readonly SoldLine[] = []

/** The lines of many deals, by the deal. */
export async function readLinesOf(
  scope: Scope,
  ids: readonly string[],
): Promise<(dealId: string) => readonly SoldLine[]> {
  const rows = await scope.db.execute<SoldLine & { dealId: string }>(sql`
    select l.deal_id as "dealId", ${lineColumns} from ${dealLines} l
    where l.company_id = ${scope.company.id} and l.deal_id = any(${sql.param(ids)}::uuid[])
    order by l.deal_id, l.position, l.id`)
  const byDeal = Map.groupBy(rows, ({ dealId }) => dealId)
  const lines = new Map(
    [...byDeal].map(([id, found]) => [id, found.map(({ dealId: _, ...line }) => line)]),
  )
  return (dealId) => lines.get(dealId) ?? none
}

/** Writes the lines of deals as they are now, in place of those they had. */
export async function writeSold(
  scope: Scope,
  drafts: readonly { id: string; now: { lines: readonly SoldLine[] } }[],
): Promise<void> {
  if (drafts.length === 0) return
  const ids = drafts.map(({ id }) => id)
  await scope.db.execute(sql`
    delete from ${dealLines} where company_id = ${scope.company.id}
      and deal_id = any(${sql.param(ids)}::uuid[])`)
  await addLines(
    scope,
    drafts.flatMap(({ id, now: { lines } }) => {
      const [first] = lines
      return first ? [{ dealId: id, currency: first.currency, lines }] : []
    }),
  )
}

const said = (lines: readonly SoldLine[]): string[] =>
  lines.map((line) => sayLine(line, line.currency))

/** The lines of a deal as its history keeps them, where it is to say anything of them. */
export const saidIf = (isSaid: boolean, lines: readonly SoldLine[]) =>
  isSaid ? { products: said(lines) } : {}

/** Whether the history would say the same of both. */
export const isSameSold = (one: readonly SoldLine[], other: readonly SoldLine[]): boolean =>
  said(one).join('\n') === said(other).join('\n')
