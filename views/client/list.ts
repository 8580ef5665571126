import { around, isTyping } from './find.ts'

/** The box of a row. */
const picked = '.pick tbody input[name=id]'

const rows = () => [...document.querySelectorAll<HTMLElement>('#list tbody tr')]
const box = (row: Element | null | undefined) => row?.querySelector<HTMLInputElement>(picked)

/** Shows how many rows are checked; CSS shows the bar itself. */
function count() {
  const bar = document.querySelector<HTMLFormElement>('.bulk-bar')
  if (!bar) return
  const boxes = rows().map(box)
  const checked = boxes.filter((one) => one?.checked).length
  const output = bar.querySelector('output')
  if (output) output.textContent = (bar.dataset.selected ?? '{n}').replace('{n}', String(checked))
  const all = document.querySelector<HTMLInputElement>('[data-select-all]')
  if (!all) return
  all.checked = checked > 0 && checked === boxes.length
  all.indeterminate = checked > 0 && checked < boxes.length
}

function setAll(checked: boolean) {
  for (const row of rows()) {
    const one = box(row)
    if (one) one.checked = checked
  }
  count()
}

let last: HTMLInputElement | undefined

/** Shift and click checks everything between two rows. */
function checkRange(now: HTMLInputElement) {
  const boxes = rows().map(box)
  const [from, to] = [boxes.indexOf(last), boxes.indexOf(now)].sort((a, b) => a - b)
  if (from === undefined || to === undefined || from < 0) return
  for (const one of boxes.slice(from, to)) if (one) one.checked = now.checked
}

document.addEventListener('click', (event) => {
  if (around(event, '[data-unselect]')) setAll(false)
  const one = around<HTMLInputElement>(event, picked)
  if (!one) return
  if (event.shiftKey) checkRange(one)
  last = one
  count()
})

document.addEventListener('change', (event) => {
  const all = around<HTMLInputElement>(event, '[data-select-all]')
  if (all) setAll(all.checked)
  else if (around(event, picked)) count()
})

/** They scroll the page until a row has the focus. */
const arrows = new Set(['ArrowDown', 'ArrowUp'])

/** j and k move between rows, so do arrows in the list; x checks one, / searches; Enter opens, as on every link. */
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
  if (document.querySelector('dialog[open]')) return
  if (event.key === '/') {
    const search = document.getElementById('list-search')
    if (!search) return
    event.preventDefault()
    search.focus()
  } else if (event.key === 'Enter' && around(event, picked)) {
    event.preventDefault()
    around(event, 'tr')?.querySelector<HTMLElement>('th a')?.click()
  } else if (event.key === 'j' || event.key === 'k') move(event.key === 'j' ? 1 : -1)
  else if (arrows.has(event.key) && around(event, '#list tbody tr')) {
    event.preventDefault()
    move(event.key === 'ArrowDown' ? 1 : -1)
  } else if (event.key === 'x') box(document.activeElement?.closest('#list tbody tr'))?.click()
})

function move(step: 1 | -1) {
  const all = rows()
  if (all.length === 0) {
    document.querySelector<HTMLElement>(`[data-key=${step > 0 ? 'j' : 'k'}][href]`)?.click()
    return
  }
  const now = all.findIndex((row) => row.contains(document.activeElement))
  const next = all[now < 0 ? 0 : Math.min(Math.max(now + step, 0), all.length - 1)]
  next?.querySelector<HTMLElement>('th a, a, input')?.focus()
}

/** Of many views the one at hand may stand beyond the edge of a phone. */
const showView = () =>
  document
    .querySelector('.views [aria-current]')
    ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })

for (const [target, event] of [
  [document, 'htmx:after:swap'],
  [window, 'pageshow'],
] as const)
  target.addEventListener(event, () => {
    count()
    showView()
  })
