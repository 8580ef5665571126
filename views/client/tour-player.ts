import { driver } from 'driver.js'
import { keptTour, tourEnded } from './kept-tour.ts'
import { showAside } from './tour-aside.ts'

type Missing = 'off' | 'permission' | 'otherPage' | 'record'
type Step = {
  key: string
  anchor?: string
  /** The pages it is on, as a pattern; and the page to open, where it is only one. */
  at?: string
  href?: string
  advance?: 'click' | 'input'
  title?: string
  text: string
  /** The language of the text, where it is not the reader's, and a word on that. */
  foreign?: string
  isForeign?: string
  missing?: 'off' | 'permission'
}
type Words = Record<
  Missing | 'openPage' | 'next' | 'done' | 'close' | 'step' | 'click' | 'input',
  string
>
type Kept = {
  code: string
  title: string
  steps: Step[]
  words: Words
  at: number
  isNew: boolean
  /** Where a step was shown that names no page: there it belongs from then on. */
  shown?: { step: string; path: string }
  /** The step that was not on the page where somebody was. */
  away?: string
  /** Looked at by whoever writes it: nothing is noted. */
  isPreview?: true
  /** The lesson that it is: once it is finished one goes on there. */
  back?: string
}

/** How long a page may take to show what a step points at. */
const patience = 4_000

const tour = JSON.parse(sessionStorage.getItem(keptTour) ?? 'null') as Kept | null

const keep = (changes: Partial<Kept>) => {
  if (tour) sessionStorage.setItem(keptTour, JSON.stringify(Object.assign(tour, changes)))
}

async function note(kind: string, step?: string, cause?: Missing): Promise<void> {
  if (!tour || tour.isPreview) return
  const about = { kind, step: step ?? '', cause: cause ?? '' }
  const body = new URLSearchParams({ code: tour.code, ...about })
  await fetch('/training/tours/events', { method: 'POST', body, keepalive: true }).catch(() => {})
}

/** @returns once the server knows */
function end(kind: 'closed' | 'finished', step: Step, cause?: Missing): Promise<void> {
  const noted = note(kind, step.key, cause)
  sessionStorage.removeItem(keptTour)
  document.dispatchEvent(new Event(tourEnded))
  return noted
}

function isHere({ at, key }: Step): boolean {
  if (at !== undefined) return new RegExp(at).test(location.pathname)
  return tour?.shown?.step !== key || tour.shown.path === location.pathname
}

const seen = (selector: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(selector)].find((one) => one.checkVisibility())

/** What a step points at; on a phone the button of the menu, for what the menu holds. */
function find({ anchor }: Step): HTMLElement | undefined {
  if (anchor === undefined) return undefined
  const selector = `[data-tour="${CSS.escape(anchor)}"]`
  const held = document.querySelector(`#sidebar${selector}, #sidebar ${selector}`)
  return seen(selector) ?? (held ? seen('.drawer-button') : undefined)
}

/** Waits for what a step points at. */
async function awaitTarget(step: Step): Promise<HTMLElement | undefined> {
  const deadline = Date.now() + patience
  for (;;) {
    const found = find(step)
    if (found || !step.anchor || Date.now() > deadline) return found
    await new Promise((go) => setTimeout(go, 100))
  }
}

/** Why a step has nothing to point at, in the order in which causes are looked for (R2). */
const causeOf = (step: Step, target: HTMLElement | undefined): Missing | undefined => {
  if (step.missing) return step.missing
  if (!isHere(step)) return 'otherPage'
  return step.anchor && !target ? 'record' : undefined
}

const escaped = (text: string): string => {
  const holder = document.createElement('p')
  holder.textContent = text
  return holder.innerHTML
}

/** What a step says, with why it cannot be seen here, or what is to be done. */
function wordsOf(step: Step, words: Words, cause: Missing | undefined, isDone: boolean): string {
  const asked = isDone && step.advance ? words[step.advance] : undefined
  const said = [cause && words[cause], asked].filter(Boolean)
  const href = step.href ?? (step.at === undefined ? tour?.shown?.path : undefined)
  const link =
    cause === 'otherPage' && href ? `<a href="${escaped(href)}">${escaped(words.openPage)}</a>` : ''
  const spoken = step.foreign
    ? `<p lang="${escaped(step.foreign)}">${escaped(step.text)}</p><p><small>${escaped(step.isForeign ?? '')}</small></p>`
    : `<p>${escaped(step.text)}</p>`
  return spoken + said.map((one) => `<p>${escaped(String(one))}</p>`).join('') + link
}

async function show(): Promise<void> {
  const step = tour?.steps[tour.at]
  if (!tour || !step) return
  const { words, steps } = tour
  const target = isHere(step) && !step.missing ? await awaitTarget(step) : undefined
  const cause = causeOf(step, target)
  const isAway = !isHere(step)
  // Who works elsewhere meanwhile sees many pages, and misses one step.
  if (!isAway || tour.away !== step.key)
    void note(cause ? 'target_missing' : 'step_viewed', step.key, cause)
  keep(isAway ? { away: step.key } : { shown: { step: step.key, path: location.pathname } })
  const isLast = tour.at === steps.length - 1
  const isDone = step.advance !== undefined && target !== undefined
  const count = words.step
    .replace('{at}', String(tour.at + 1))
    .replace('{of}', String(steps.length))
  let hide = () => {}
  const moveOn = async () => {
    if (!cause) void note('step_done', step.key)
    if (isLast) return end('finished', step, cause)
    keep({ at: tour.at + 1 })
  }
  const goOn = async () => {
    const moved = moveOn()
    hide()
    if (!isLast) return show()
    await moved
    if (tour.back) location.assign(tour.back)
  }
  const title = `${step.title ?? tour.title} · ${count}`
  // Whoever went elsewhere has something to do there: nothing may cover that page.
  if (isAway) {
    hide = showAside({
      ...{ title, words: wordsOf(step, words, cause, false), close: words.close, onNext: goOn },
      next: isLast ? words.done : words.next,
      onClose: () => {
        hide()
        void end('closed', step)
      },
    })
    return
  }
  const guide = driver({
    animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    allowClose: true,
    overlayOpacity: 0.4,
    onDestroyStarted: () => {
      guide.destroy()
      void end('closed', step)
    },
  })
  hide = () => guide.destroy()
  // What leads to another page goes on there by itself.
  const onClick = target?.closest('a[href], button[type=submit]') ? moveOn : goOn
  if (isDone && step.advance === 'click') target.addEventListener('click', onClick, { once: true })
  if (isDone && step.advance === 'input') target.addEventListener('change', goOn, { once: true })
  guide.highlight({
    ...(target && !cause ? { element: target } : {}),
    popover: {
      title: escaped(title),
      description: wordsOf(step, words, cause, isDone),
      showButtons: isDone ? ['close'] : ['next', 'close'],
      nextBtnText: isLast ? words.done : words.next,
      onNextClick: goOn,
    },
  })
  // What a card in the middle is hung on is no element that opens anything.
  const nothing = document.getElementById('driver-dummy-element')
  for (const name of ['haspopup', 'expanded', 'controls']) nothing?.removeAttribute(`aria-${name}`)
}

if (tour?.isNew) {
  keep({ isNew: false })
  void note('started')
}
void show()
