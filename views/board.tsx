import type { Child } from 'hono/jsx'
import { joined, type Markup, markup } from './markup.ts'
import type { Tone } from './pill.tsx'

export type BoardColumn = {
  id: string
  title: string
  tone: Tone
  count: string
  /** What its cards come to, in each currency. */
  totals: readonly string[]
  cards: readonly Markup[]
  /** The rest of it, and the way back to its beginning. */
  more?: { href: string; label: string }
  start?: { href: string; label: string }
  /** Where a new card is made in it. */
  add?: { href: string; label: string }
  empty: string
}

type Props = {
  columns: readonly BoardColumn[]
  label: string
  /** How cards are moved by keys, for who cannot see that they can be dragged. */
  keys: string
  /** What the page shows, as its address says it: it is sent along with a move. */
  state: string
  /** The address of the script that lets cards be dragged. */
  script: string
  /** What has just been done, for those who hear it. */
  said?: string
}

/** Swaps the board alone, and leaves the address as it is. */
const boardSwap = 'target:#board'

/**
 * Columns of cards. With scripts a card is dragged, or moved by Alt and an arrow; each card has
 * besides a link to the form that does the same, so nothing needs a mouse or a script.
 */
export const Board = ({ columns, label, keys, state, script, said }: Props) => (
  <>
    <script src={script} defer></script>
    <div id="board" class="board" data-board={state} data-said={said} data-testid="board">
      <p class="sr-only needs-script" id="board-keys">
        {keys}
      </p>
      {/* Keys reach a scrolled place only if it can have the focus. */}
      <section class="board-columns" aria-label={label} tabindex={0}>
        {columns.map((column) => (
          <Column column={column} />
        ))}
      </section>
    </div>
  </>
)

const Column = ({ column }: { column: BoardColumn }) => (
  <section
    id={`column-${column.id}`}
    class="board-column"
    aria-label={column.title}
    data-testid="column"
  >
    <header>
      <h2 class={`dotted ${column.tone}`}>
        {column.title}
        <span class="count">{column.count}</span>
      </h2>
      <p class="totals">
        {column.totals.map((total) => (
          <span>{total}</span>
        ))}
      </p>
    </header>
    {column.start && <Way way={column.start} />}
    <ol class="cards" data-column={column.id} data-title={column.title} data-empty={column.empty}>
      {joined(column.cards)}
    </ol>
    {column.more && <Way way={column.more} />}
    {column.add && (
      <a class="board-add" href={column.add.href}>
        + {column.add.label}
      </a>
    )}
  </section>
)

const Way = ({ way }: { way: { href: string; label: string } }): Child => (
  <a class="board-more" href={way.href} hx-boost={boardSwap}>
    {way.label}
  </a>
)

export type BoardCard = {
  id: string
  href: string
  title: string
  lines: readonly (Markup | string | false | null)[]
  /** Where the form is that moves it; nothing for who may not. */
  move?: { href: string; label: string }
  tone?: 'red' | 'orange'
}

/** One card, by the fast renderer: a board has hundreds. */
export const boardCard = ({ id, href, title, lines, move, tone }: BoardCard): Markup => markup`
<li class="board-card${tone ? ` ${tone}` : ''}" data-card="${id}"${move && markup` data-move="${move.href}"`}><a class="title" href="${href}" aria-describedby="board-keys">${title}</a>${joined(
  lines.flatMap((line) => (line ? [markup`<p>${line}</p>`] : [])),
)}${move && markup`<a class="board-move" href="${move.href}">${move.label}</a>`}</li>`
