import { around } from './find.ts'

const life = 6000

/** Shows a failure; it stays until it is dismissed. */
export function sayFailure(sentence: string) {
  const region = document.getElementById('toasts')
  if (!region) return
  for (const old of region.querySelectorAll('.toast-card.said')) old.remove()
  const card = document.createElement('div')
  card.className = 'toast-card danger said'
  card.role = 'alert'
  const text = document.createElement('p')
  text.textContent = sentence
  const close = document.createElement('button')
  close.type = 'button'
  close.className = 'ghost-icon'
  close.dataset.dismiss = ''
  close.textContent = '×'
  close.ariaLabel = region.dataset.dismissLabel ?? ''
  card.append(text, close)
  region.append(card)
}

/** Says something to screen readers alone. */
export function announce(sentence: string) {
  const announcer = document.getElementById('announcer')
  if (announcer) announcer.textContent = sentence
}

/** Good news leaves by itself, unless somebody is reading or reaching for it. */
function expire(card: Element) {
  setTimeout(() => {
    if (card.matches(':hover, :focus-within')) expire(card)
    else card.remove()
  }, life)
}

document.addEventListener('click', (event) => {
  if (around(event, '[data-dismiss]')) around(event, '.toast-card')?.remove()
})

const region = document.getElementById('toasts')
if (region) {
  const calm = '.toast-card:not(.danger)'
  for (const card of region.querySelectorAll(calm)) expire(card)
  new MutationObserver((records) => {
    for (const record of records)
      for (const node of record.addedNodes)
        if (node instanceof Element && node.matches(calm)) expire(node)
  }).observe(region, { childList: true })
}
