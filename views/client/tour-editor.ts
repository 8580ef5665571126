import { around } from './find.ts'
import { keptWriting } from './kept-tour.ts'
import { announce } from './toasts.ts'

/** Writing a tour over the page it is about: what can be pointed at is outlined, a click chooses it. */
const writing = JSON.parse(sessionStorage.getItem(keptWriting) ?? 'null') as {
  panel: string
} | null

let isPointing = true

const panel = (): HTMLElement | null => document.getElementById('tour-editor')
const field = (name: string) =>
  panel()?.querySelector<HTMLInputElement | HTMLSelectElement>(`#step [name="${name}"]`)

/** Ends writing in this tab. */
function leave(): void {
  sessionStorage.removeItem(keptWriting)
  panel()?.remove()
  document.body.classList.remove('writing-tour', 'tour-points')
}

/** Shows the panel of an answer; what is no panel ends the writing. */
async function show(answer: Response | undefined): Promise<boolean> {
  const page = new DOMParser().parseFromString((await answer?.text()) ?? '', 'text/html')
  const fresh = page.getElementById('tour-editor')
  if (!fresh) return false
  const old = panel()
  if (old) old.replaceWith(document.adoptNode(fresh))
  else document.body.append(document.adoptNode(fresh))
  dress()
  return true
}

const headers = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }
const ask = (href: string, init: RequestInit = {}) =>
  fetch(href, { ...init, headers }).catch(() => undefined)

/** Asks for the panel anew. Whoever may not write, or has signed out, gets none. */
async function open(search: Record<string, string> = {}): Promise<void> {
  if (!writing) return
  // Back where the tour itself is looked after, one writes in its own forms.
  if (location.pathname.startsWith(writing.panel.replace(/\/panel$/, ''))) return leave()
  const asked = new URLSearchParams({ ...search, at: location.pathname })
  const answer = await ask(`${writing.panel}?${asked}`)
  if (!answer?.ok || !(await show(answer))) leave()
}

/** What the page has to point at, each once, as far as it can be seen. */
const anchors = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('[data-tour]')].filter(
    (one) => !one.closest('#tour-editor') && one.checkVisibility(),
  )

const nameOf = (anchor: HTMLElement): string =>
  (anchor.ariaLabel ?? anchor.querySelector('label, h2')?.textContent ?? anchor.textContent ?? '')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .slice(0, 40)

/** Marks what steps point at already, and offers in the form what this page has. */
function dress(): void {
  document.body.classList.add('writing-tour')
  document.body.classList.toggle('tour-points', isPointing)
  const used = new Set(
    [...(panel()?.querySelectorAll<HTMLElement>('[data-step-anchor]') ?? [])].map(
      ({ dataset }) => dataset.stepAnchor,
    ),
  )
  const choice = field('anchor')
  for (const one of anchors()) {
    const { tour = '' } = one.dataset
    one.classList.toggle('in-tour', used.has(tour))
    const known = [...(choice?.querySelectorAll('option') ?? [])]
    if (!known.some(({ value }) => value === tour)) choice?.append(new Option(nameOf(one), tour))
  }
}

/** Takes what was clicked as what the step points at; what is to be said of it is typed next. */
function choose(tour: string): void {
  const [choice, path] = [field('anchor'), field('path')]
  if (!choice || !path) return
  choice.value = tour
  path.value = panel()?.dataset.here ?? path.value
  announce(choice instanceof HTMLSelectElement ? (choice.selectedOptions[0]?.text ?? '') : '')
  field(document.documentElement.lang === 'en' ? 'title-en' : 'title-zh')?.focus()
}

/** A link within a region leads where it leads, so that one can go on to other pages. */
const isOwnWay = (event: Event, anchor: Element): boolean => {
  const pressed = around(event, 'a, button, input, select, textarea, summary, label')
  return pressed !== null && pressed !== anchor && anchor.contains(pressed) && !isField(anchor)
}
const isField = (anchor: Element): boolean => anchor.classList.contains('field')

document.addEventListener(
  'click',
  (event) => {
    if (!isPointing || !panel() || around(event, '#tour-editor, dialog[open]')) return
    const anchor = around(event, '[data-tour]')
    if (!anchor?.dataset.tour || isOwnWay(event, anchor)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    choose(anchor.dataset.tour)
  },
  true,
)

document.addEventListener('click', (event) => {
  if (around(event, '[data-testid=leave-editor]')) return leave()
  const toggle = around<HTMLButtonElement>(event, '[data-tour-points]')
  if (toggle) {
    isPointing = !isPointing
    toggle.ariaPressed = String(isPointing)
    document.body.classList.toggle('tour-points', isPointing)
  }
  const link = around<HTMLAnchorElement>(event, '#tour-editor .tour-steps a')
  if (!link) return
  event.preventDefault()
  void open(Object.fromEntries(new URL(link.href).searchParams))
})

/** Forms of the panel are sent without leaving the page; one with errors comes back filled. */
document.addEventListener('submit', async (event) => {
  const form = around<HTMLFormElement>(event, '#tour-editor form')
  if (!form) return
  event.preventDefault()
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
  if (form.method === 'get') return open(Object.fromEntries(body))
  const answer = await ask(form.action, { method: 'POST', body })
  if (answer?.headers.has('HX-Redirect')) return open()
  if (!(await show(answer))) form.submit()
})

void open()
