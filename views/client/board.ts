import Sortable from 'sortablejs'

/** Cards of a board are dragged, or moved by Alt and an arrow; the server says what may follow. */
const board = () => document.getElementById('board')
const columnsOf = (within: ParentNode) => [...within.querySelectorAll<HTMLElement>('[data-column]')]

const say = (sentence: string | undefined) => {
  const announcer = document.getElementById('announcer')
  if (announcer && sentence) announcer.textContent = sentence
}

/** The form where more is asked than where to; it leads back here. */
function openForm(card: HTMLElement, stage: string): void {
  location.href = `${card.dataset.move}${card.dataset.move?.includes('?') ? '&' : '?'}stage=${stage}`
}

/**
 * Asks the server to move a card, and shows the board as it then is. Where the server wants to know
 * more, or says no, its form opens, which says why.
 */
async function move(card: HTMLElement, column: HTMLElement): Promise<void> {
  const stage = column.dataset.column ?? ''
  const from = card.dataset.from ?? ''
  const shown = board()
  if (!shown || !card.dataset.move || stage === from) return
  const body = new URLSearchParams({ stage, from, board: shown.dataset.board ?? '' })
  const action = card.dataset.move.split('?')[0] ?? ''
  const headers = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }
  const answer = await fetch(action, { method: 'POST', body, headers }).catch(() => undefined)
  if (!answer?.ok) return openForm(card, stage)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const now = page.getElementById('board')
  if (!now) return location.reload()
  // Whoever has gone on to another card meanwhile stays there.
  const held = document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset.card
  const left = shown.querySelector('.board-columns')?.scrollLeft ?? 0
  shown.replaceWith(document.adoptNode(now))
  begin()
  now.querySelector('.board-columns')?.scrollTo({ left })
  if (held) now.querySelector<HTMLElement>(`[data-card="${held}"] .title`)?.focus()
  say(now.dataset.said)
}

function begin(): void {
  const shown = board()
  if (!shown || shown.dataset.begun) return
  shown.dataset.begun = '1'
  for (const column of columnsOf(shown)) {
    for (const card of column.querySelectorAll<HTMLElement>('[data-card]'))
      card.dataset.from = column.dataset.column
    Sortable.create(column, {
      group: 'board',
      draggable: '[data-move]',
      // A finger that scrolls must not drag.
      delay: 180,
      delayOnTouchOnly: true,
      touchStartThreshold: 5,
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120,
      onEnd: ({ item, to }) => void move(item, to),
    })
  }
}

document.addEventListener('keydown', (event) => {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 }
  const step = steps[event.key]
  const card =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-move]') : null
  const shown = board()
  if (!event.altKey || !step || !card || !shown?.contains(card)) return
  event.preventDefault()
  const columns = columnsOf(shown)
  const at = columns.findIndex((one) => one.contains(card))
  const to = columns[at + step]
  if (to) void move(card, to)
})

document.addEventListener('htmx:after:swap', begin)
begin()
