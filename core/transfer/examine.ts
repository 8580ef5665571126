import { openProfiler } from '../quality/profile.ts'
import { type CheckedRow, type Preview, planCheck, previewSheet, type Showing } from './check.ts'
import type { Reading } from './columns.ts'
import type { Sheet } from './csv.ts'
import type { Opened } from './opening.ts'
import type { Outcome, Values } from './transfer.ts'

/** What stands in one column of a file, over all its rows. */
export type ColumnProfile = {
  filled: number
  invalid: number
  /** Different texts; no more than `mostDistinct` are told apart. */
  distinct: number
  /** The first few cells, and the first few that are not understood. */
  samples: string[]
  wrong: string[]
}

/** What a walk through all rows of a file has found. */
export type Examined = Pick<Opened, 'encoding' | 'sure'> & {
  delimiter: string
  headers: string[]
  profile: ColumnProfile[]
  preview: Preview<Values>
  /** Left out while columns are missing, and where only the import itself can tell. */
  outlook?: Outlook
}

/** What an import would come to as things stood; the four together are the rows of the file. */
export type Outlook = Record<Outcome['kind'], number>

export const mostDistinct = 1_000
const mostSamples = 3

/**
 * Checks every row of a file and profiles its columns, in one walk that writes nothing.
 * @throws FileRefused when a row cannot be read
 */
export async function examineFile(
  { sheet, columns, encoding, sure }: Opened,
  mapping: readonly (string | null)[],
  reading: Reading,
  showing: Showing<Values> = {},
): Promise<Examined> {
  const plan = planCheck<Values>(
    sheet,
    sheet.headers.map((_, at) => mapping[at] ?? null),
    columns,
    reading,
  )
  const profiler = profileColumns(sheet)
  const watch = (row: CheckedRow<Values>) => {
    profiler.add(row)
    showing.watch?.(row)
  }
  const preview = await previewSheet(sheet, plan, { ...showing, watch })
  const { delimiter, headers } = sheet
  return { encoding, sure, delimiter, headers, profile: profiler.columns(), preview }
}

function profileColumns({ headers }: Pick<Sheet, 'headers'>) {
  const profiler = openProfiler(headers.map((_, at) => ({ field: String(at), weight: 1 })))
  const seen = headers.map(() => ({
    distinct: new Set<string>(),
    samples: [] as string[],
    wrong: [] as string[],
  }))
  return {
    add: (row: CheckedRow<Values>) => {
      const wrong = new Set(row.ok ? [] : row.problems.map(({ at }) => at))
      const cells = seen.map(({ distinct, samples, wrong: samplesOfWrong }, at) => {
        const text = row.cells[at]?.trim() ?? ''
        const invalid = wrong.has(at)
        // That something is missing is said where the row is; the column is just less filled.
        if (text === '') return 'empty'
        if (distinct.size < mostDistinct) distinct.add(text)
        if (samples.length < mostSamples) samples.push(text)
        if (invalid && samplesOfWrong.length < mostSamples) samplesOfWrong.push(text)
        return invalid ? 'invalid' : 'valid'
      })
      profiler.add(Object.fromEntries(cells.map((cell, at) => [at, cell])), [])
    },
    columns: (): ColumnProfile[] => {
      const { fields } = profiler.profile()
      return seen.map(({ distinct, samples, wrong }, at) => {
        const { filled, valid } = fields.get(String(at)) ?? { filled: none, valid: none }
        return {
          filled: filled.good,
          invalid: valid.of - valid.good,
          distinct: distinct.size,
          samples,
          wrong,
        }
      })
    },
  }
}

const none = { good: 0, of: 0 }
