import type { Locale, PerLocale } from '../i18n/locale.ts'
import type { DateOrder } from '../values/date.ts'
import type { Parsed } from '../values/parsed.ts'
import { isReasonHeader } from './reason.ts'

/** What the company and the file say about the meaning of what is typed. */
export type Reading = { region: string; currency: string; timeZone?: string; order?: DateOrder }

/** One field of a row as a column of a file; a module declares them, and knows no files. */
export type ColumnOf<Row, Field extends keyof Row & string> = {
  field: Field
  label: PerLocale
  /** Other headers for the same thing, in both languages; case, width and signs do not matter. */
  aliases: readonly string[]
  parse: (text: string, reading: Reading) => Parsed<NonNullable<Row[Field]>>
  print: (value: NonNullable<Row[Field]>, locale: Locale) => string
  /**
   * A value as a spreadsheet counts with it, where that is not what people read: 12000, 2026-03-05.
   * @param currency the company's own
   */
  cell?: (value: NonNullable<Row[Field]>, currency: string) => string
  /** Amounts: the header of a file that goes out names the company's currency. */
  amounts?: true
  /** Prints plain numbers or phone numbers, so that -5 and +1 415… are left as they are. */
  typed?: true
  required?: true
  /** Goes out and does not come in; a person who maps it is told so by each cell. */
  outOnly?: true
  example: string
}

export type Column<Row> = { [Field in keyof Row & string]: ColumnOf<Row, Field> }[keyof Row &
  string]

/** For each header of a file, the field it fills, or null when nothing is read from it. */
export type Mapping<Row> = readonly ((keyof Row & string) | null)[]

/** A column that several headers mean alike; `at` says which. */
export type Rivalry<Row> = { column: Column<Row>; at: number[] }

/**
 * Maps headers to columns by field name or label, then by alias, then without what stands in the
 * last brackets or in any (金额（元）). A column or a header is used once; where two headers could mean one
 * column, or one header two columns, nothing is mapped and a person decides.
 */
export const guessMapping = <Row>(
  headers: readonly string[],
  columns: readonly Column<Row>[],
): Mapping<Row> => guessColumns(headers, columns).mapping

/** The same, with the columns left out because several headers mean them. */
export function guessColumns<Row>(
  headers: readonly string[],
  columns: readonly Column<Row>[],
): { mapping: Mapping<Row>; rivals: Rivalry<Row>[] } {
  const known = columns.filter(({ outOnly }) => !outOnly)
  const mapping: ((keyof Row & string) | null)[] = headers.map(() => null)
  const unclear = new Set<string>()
  const rivals = new Map<Column<Row>, number[]>()
  for (const { read, names } of passes<Row>()) {
    const free = known.filter(({ field }) => !mapping.includes(field) && !unclear.has(field))
    const wishes = headers.map((header, at) => {
      if (mapping[at] !== null || isReasonHeader(header)) return []
      const wanted = read(header)
      return free.filter((column) => wanted && names(column).some((name) => plain(name) === wanted))
    })
    const wanting = (column: Column<Row>) =>
      wishes.flatMap((wish, at) => (wish.includes(column) ? [at] : []))
    wishes.forEach((wish, at) => {
      const [column] = wish
      if (column && wish.length === 1 && wanting(column).length === 1) mapping[at] = column.field
      else
        for (const one of wish) {
          unclear.add(one.field)
          if (wanting(one).length > 1) rivals.set(one, wanting(one))
        }
    })
  }
  return { mapping, rivals: [...rivals].map(([column, at]) => ({ column, at })) }
}

type Pass<Row> = { read: (header: string) => string; names: (column: Column<Row>) => string[] }

const passes = <Row>(): Pass<Row>[] => {
  const own = (column: Column<Row>) => [column.field, ...Object.values(column.label)]
  const all = (column: Column<Row>) => [...own(column), ...column.aliases]
  return [
    { read: plain, names: own },
    { read: plain, names: all },
    {
      read: (header) => plain(header.normalize('NFKC').replace(/[([{【][^([{【]*$/, '')),
      names: all,
    },
    { read: bare, names: all },
  ]
}

/** Letters and digits alone, in plain width and lower case: "E-Mail *" and "ｅｍａｉｌ" are equal. */
export const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')

/** The same without what stands in any brackets. */
export const bare = (header: string): string =>
  plain(header.normalize('NFKC').replaceAll(/[([{【].*?[)\]}】]/g, ''))

/** Required columns that no header fills: without them every row would be refused. */
export const missingColumns = <Row>(
  mapping: Mapping<Row>,
  columns: readonly Column<Row>[],
): Column<Row>[] => columns.filter((column) => column.required && !mapping.includes(column.field))
