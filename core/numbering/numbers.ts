import { sql } from 'drizzle-orm'
import { today } from '../calendar/reading.ts'
import { recordAudit } from '../records/audit.ts'
import type { Scope } from '../scope.ts'
import { countIn, isPattern, numberBy, periodOf } from './pattern.ts'

/** A kind of paper that bears numbers, `sales.quote`, and how they are written until somebody says. */
export type NumberRange = { key: string; usual: string }

/** How a company writes the numbers of a range. */
export async function patternOf({ db, company }: Scope, range: NumberRange): Promise<string> {
  const [row] = await db.execute<{ pattern: string }>(sql`
    select pattern from core.number_ranges where company_id = ${company.id} and key = ${range.key}`)
  return row?.pattern ?? range.usual
}

/**
 * Takes the next number of a range, in the transaction of what bears it: whoever takes one meanwhile
 * waits until this one is kept or given back, so that none is missing and none is there twice.
 */
export async function takeNumber(scope: Scope, range: NumberRange): Promise<string> {
  const [number = ''] = await takeNumbers(scope, range, 1)
  return number
}

/** Takes the next few numbers of a range at once, as takeNumber takes one. */
export async function takeNumbers(
  scope: Scope,
  range: NumberRange,
  count: number,
): Promise<string[]> {
  if (count === 0) return []
  const pattern = await patternOf(scope, range)
  const day = today(scope)
  const [row] = await scope.db.execute<{ last: number }>(sql`
    insert into core.number_counters as c (company_id, key, period, last)
    values (${scope.company.id}, ${range.key}, ${periodOf(pattern, day)}, ${count})
    on conflict (company_id, key, period) do update set last = c.last + ${count}
    returning last`)
  const last = row?.last ?? count
  return Array.from({ length: count }, (_, at) => numberBy(pattern, day, last - count + 1 + at))
}

/**
 * Has a range go on behind numbers that were given elsewhere, such as those of a file, so that it
 * gives none of them a second time. Numbers that are written another way are no concern of it.
 */
export async function passNumbers(
  scope: Scope,
  range: NumberRange,
  numbers: readonly string[],
): Promise<void> {
  const pattern = await patternOf(scope, range)
  const last = new Map<string, number>()
  for (const number of numbers) {
    const { period, count = 0 } = countIn(pattern, number) ?? {}
    if (period !== undefined) last.set(period, Math.max(last.get(period) ?? 0, count))
  }
  if (last.size === 0) return
  const rows = JSON.stringify([...last].map(([period, count]) => ({ period, count })))
  await scope.db.execute(sql`
    insert into core.number_counters as c (company_id, key, period, last)
    select ${scope.company.id}, ${range.key}, period, count
    from jsonb_to_recordset(${rows}::jsonb) as passed (period text, count integer)
    on conflict (company_id, key, period) do update set last = greatest(c.last, excluded.last)`)
}

/** Says how the numbers of a range are written from now on; those that were given stay. */
export async function choosePattern(
  scope: Scope,
  range: NumberRange,
  pattern: string,
): Promise<void> {
  if (!isPattern(pattern)) throw new Error(`${pattern} makes no numbers: ask isPattern first.`)
  const before = await patternOf(scope, range)
  if (before === pattern) return
  await scope.db.execute(sql`
    insert into core.number_ranges (company_id, key, pattern)
    values (${scope.company.id}, ${range.key}, ${pattern})
    on conflict (company_id, key) do update
      set pattern = excluded.pattern, version = number_ranges.version + 1, updated_at = now()`)
  await recordAudit(scope, {
    action: 'changed',
    object: 'core.number-range',
    recordId: range.key,
    before: { pattern: before },
    after: { pattern },
  })
}
