import type { Scope } from '../scope.ts'
import { type CheckedRow, planCheck } from './check.ts'
import type { Reading } from './columns.ts'
import { type Examined, examineFile, type Outlook } from './examine.ts'
import { gapsIn } from './gaps.ts'
import type { Import } from './imports.ts'
import type { Opened } from './opening.ts'
import { checkAll, placing, type Refused, refusedBy, takeBatch } from './rows.ts'
import { type Rehearsal, TooEntangled, type Transfer, type Values } from './transfer.ts'

type Way = Pick<Import, 'mapping' | 'mode' | 'keys' | 'ownerId'>

type Asking = {
  reading: Reading
  /** How many rows that fit and how many with problems to hand back; of the latter those behind the row of that number. */
  keep: number
  keepRejected: number
  after?: number
  /** Runs a piece of the work in a scope; it only looks. */
  look: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>
  /** Told now and then how many rows are done, and of how many once that is known. */
  tell?: (rows: number, total?: number) => Promise<unknown>
}

/**
 * Checks every row of a file and goes through them as an import would, with what each finds and what
 * the rows before it leave. Nothing is written and nothing held for it.
 * @throws FileRefused when a row cannot be read
 */
export async function foresee(
  opened: Opened,
  transfer: Transfer,
  way: Way,
  asking: Asking,
): Promise<Examined> {
  const { missing, twice } = gapsIn(way.mapping, opened.columns, 'en')
  const usable = missing.length + twice.length === 0
  const rehearsal = usable ? transfer.rehearse?.(way) : undefined
  const watch = (row: CheckedRow<Values>) => row.ok && rehearsal?.expect(row.values)
  const examined = await examineFile(opened, way.mapping, asking.reading, { ...asking, watch })
  const { preview } = examined
  const tried = rehearsal && (await rehearse(opened, way, rehearsal, preview.counts.total, asking))
  if (!tried) return examined
  const rejected = [...preview.rejected, ...tried.refused]
    .sort((one, other) => one.rowNumber - other.rowNumber)
    .slice(0, asking.keepRejected)
  return {
    ...examined,
    outlook: tried.outlook,
    preview: { ...preview, fit: tried.taken, rejected },
  }
}

type Tried = {
  outlook: Outlook
  /** The first rows that would be taken, and those that would not. */
  taken: CheckedRow<Values>[]
  refused: (Refused & { ok: false })[]
}

/** @returns undefined for a file of which only the import itself can tell */
async function rehearse(
  { sheet, columns }: Opened,
  { mapping }: Way,
  rehearsal: Rehearsal,
  total: number,
  { reading, keep, keepRejected, after = 0, look, tell }: Asking,
): Promise<Tried | undefined> {
  const rows = checkAll(planCheck<Values>(sheet, mapping, columns, reading), sheet.rows())
  const placeOf = placing(mapping)
  const outlook: Outlook = { created: 0, updated: 0, skipped: 0, rejected: 0 }
  const tried: Tried = { outlook, taken: [], refused: [] }
  for (let done = 0; done < total; ) {
    const batch = await takeBatch(rows)
    const fit = batch.filter((row) => row.ok)
    const values = fit.map((row) => row.values)
    const outcomes = await look((scope) => rehearsal.next(scope, values)).catch(giveUp)
    if (!outcomes) return undefined
    for (const { kind } of outcomes) outlook[kind] += 1
    outlook.rejected += batch.length - fit.length
    const taken = fit.filter((_, at) => outcomes[at]?.kind !== 'rejected')
    tried.taken.push(...taken.slice(0, keep - tried.taken.length))
    const refused = fit
      .flatMap((row, at) => refusedBy(row, outcomes[at], placeOf))
      .filter(({ rowNumber }) => rowNumber > after)
      .slice(0, keepRejected - tried.refused.length)
    tried.refused.push(...refused.map((row) => ({ ...row, ok: false as const })))
    done += batch.length
    await tell?.(done, total)
  }
  return tried
}

function giveUp(error: unknown): undefined {
  if (!(error instanceof TooEntangled)) throw error
}
