import { raw } from 'hono/utils/html'
import { icon } from './icon.tsx'
import { escapeText, type Markup, markup, type Printable, print } from './markup.ts'
import type { ViewText } from './messages.ts'

export type Direction = 'asc' | 'desc'

/** One column of a list; its cells are drawn by the fast renderer, see markup.ts. */
export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => Printable
  /** Numbers and money stand at the end of the column, with tabular figures. */
  align?: 'end'
  /** Secondary words, in a quieter colour. */
  quiet?: boolean
  /** The heading is a link that sorts. */
  sort?: boolean
  /** Left out of the two-line block that a row becomes on a phone. */
  hideOnPhone?: boolean
  /** On a phone, where there is no head, its label stands before it: a figure that does not say what it is. */
  labelOnPhone?: boolean
}

export type TableProps<Row> = {
  t: ViewText['table']
  /** What the table holds, for screen readers: 客户列表. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** The record's id: value of the row's checkbox. */
  rowId: (row: Row) => string
  /** The record's name: words of the row's checkbox. */
  rowName: (row: Row) => string
  /** Makes the first cell the link to the record. */
  rowHref?: (row: Row) => string
  /** What one does with one row, at the last part of an address below the row's own. */
  deed?: { key: string; label: string } | undefined
  /** Id of the form that takes the checked rows (BulkBar); no checkboxes without it. */
  bulkForm?: string
  sorted?: { key: string; direction: Direction }
  /** The list's address sorted by a column. */
  sortHref?: (key: string, direction: Direction) => string
}

/**
 * hx-boost of a link or a GET form that changes the list in place: only #list is fetched and swapped, the
 * address follows, and without scripts it is what it is. How it swaps is htmx's default here
 * (document.tsx).
 */
export const listSwap = 'target:#list'

function head<Row>(table: TableProps<Row>, column: Column<Row>): string {
  const { t, sorted, sortHref } = table
  const kind = classOf(column)
  if (!column.sort || !sortHref) return `<th scope="col"${kind}>${escapeText(column.label)}`
  const now = sorted?.key === column.key ? sorted.direction : undefined
  const next = now === 'asc' ? 'desc' : 'asc'
  const state = now ? ` aria-sort="${now === 'asc' ? 'ascending' : 'descending'}"` : ''
  const arrow = now ? icon(now === 'asc' ? 'arrow-up' : 'arrow-down') : ''
  const link = markup`<a href="${sortHref(column.key, next)}" hx-boost="${listSwap}" title="${t.sortBy(column.label)}">${column.label}${arrow}</a>`
  return `<th scope="col"${kind}${state}>${link}`
}

const classOf = <Row,>({ align, quiet, hideOnPhone }: Column<Row>): string => {
  const names = [align && 'end', quiet && 'quiet', hideOnPhone && 'wide-only'].filter(Boolean)
  return names.length > 0 ? ` class="${names.join(' ')}"` : ''
}

const labelOf = <Row,>({ label, labelOnPhone }: Column<Row>): string =>
  labelOnPhone ? ` data-label="${escapeText(label)}"` : ''

/**
 * A dense list. Sorting, opening and selecting work without scripts; on phones each row becomes a
 * block of its own, so nothing scrolls sideways. Cells and rows go without end tags, as HTML lets
 * them: over fifty rows that is two and a half kilobytes.
 */
export function Table<Row>(table: TableProps<Row>): Markup {
  const { t, columns, rows, rowId, rowName, rowHref, deed, bulkForm } = table
  const form = bulkForm && escapeText(bulkForm)
  const opens = columns.map(
    (column, at) => `<${at === 0 ? 'th' : 'td'}${classOf(column)}${labelOf(column)}>`,
  )
  // Written into fifty rows the deed would weigh a sixth of the page: row-deed.ts puts it there.
  const offered = deed
    ? ` data-deed="${escapeText(deed.key)}" data-deed-label="${escapeText(deed.label)}"`
    : ''
  let html = `<table class="table${form ? ' pick' : ''}"${offered}><caption>${escapeText(table.caption)}</caption><thead><tr>`
  if (form)
    html += `<th><input type="checkbox" class="checkbox needs-script" data-select-all aria-label="${escapeText(t.selectAll)}">`
  for (const column of columns) html += head(table, column)
  html += '<tbody>'
  for (const row of rows) {
    html += '<tr data-testid="row">'
    if (form)
      html += `<td><input type="checkbox" name="id" value="${escapeText(rowId(row))}" form="${form}" aria-label="${escapeText(t.select(rowName(row)))}">`
    for (let i = 0; i < columns.length; i++) {
      const cell = print((columns[i] as Column<Row>).cell(row))
      html += opens[i]
      html += i === 0 && rowHref ? `<a href="${escapeText(rowHref(row))}">${cell}</a>` : cell
    }
  }
  return raw(`${html}</table>`)
}
