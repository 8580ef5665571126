import { around } from './find.ts'
import { keptTour, keptWriting } from './kept-tour.ts'
import { announce } from './toasts.ts'

/** Nobody is offered anything within so many milliseconds of a page's load, or of what they did on it. */
const quietFor = 10_000

/** Which pages were asked about in this tab: each is asked about once. */
const keptAsked = 'stepwise-tour-offers'

const asked = JSON.parse(sessionStorage.getItem(keptAsked) ?? '[]') as string[]

let lastDeed = Date.now()
let hasTyped = false
let isAsked = false
let waiting: HTMLElement | undefined

for (const kind of ['keydown', 'pointerdown', 'wheel', 'input'] as const)
  document.addEventListener(kind, () => {
    lastDeed = Date.now()
    hasTyped ||= kind === 'input'
  })

/** Whether it would interrupt: something typed and not saved, a dialog, a tour, another tab in front. */
const isBusy = (): boolean =>
  hasTyped ||
  document.hidden ||
  Date.now() - lastDeed < quietFor ||
  document.activeElement?.matches('input, textarea, select, [contenteditable]') === true ||
  document.querySelector('dialog[open], .driver-popover') !== null ||
  [keptTour, keptWriting].some((key) => sessionStorage.getItem(key))

/** Asks once whether there is something to offer on this page; shown as soon as it would not interrupt. */
async function offer(address: string): Promise<void> {
  if (isBusy()) return
  if (!isAsked) {
    isAsked = true
    const found = await ask(address)
    if (!found) return clearInterval(clock)
    waiting = found
  }
  if (!waiting || isBusy()) return
  clearInterval(clock)
  document.body.append(document.adoptNode(waiting))
  announce(waiting.ariaLabel ?? '')
}

const headers = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }

async function ask(address: string): Promise<HTMLElement | null> {
  const here = location.pathname
  sessionStorage.setItem(keptAsked, JSON.stringify([...asked, here].slice(-200)))
  const body = new URLSearchParams({ at: here })
  const answer = await fetch(address, { method: 'POST', body, headers }).catch(() => undefined)
  if (answer?.status !== 200) return null
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  return page.getElementById('tour-offer')
}

/** What is said to an offer is kept, and the offer goes; the page stays as it is. */
document.addEventListener('submit', (event) => {
  const form = around<HTMLFormElement>(event, '#tour-offer form')
  if (!form) return
  event.preventDefault()
  const body = new URLSearchParams(
    new FormData(form, event.submitter) as unknown as Record<string, string>,
  )
  void fetch(form.action, { method: 'POST', body, headers, keepalive: true }).catch(() => {})
  form.closest('#tour-offer')?.remove()
})

const address = document.querySelector<HTMLElement>('[data-offers]')?.dataset.offers
const clock = setInterval(() => void (address && offer(address)), 2_000)
if (!address || asked.includes(location.pathname)) clearInterval(clock)
