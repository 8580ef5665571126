import { driver } from 'driver.js'
import { keptTour } from './kept-tour.ts'

type Missing = 'off' | 'permission' | 'otherPage' | 'record'
type Step = {
  key: string
  anchor?: string
  path?: string
  advance?: 'click'
  text: string
  missing?: 'off' | 'permission'
}
type Words = Record<Missing | 'openPage' | 'next' | 'done' | 'close' | 'step' | 'click', string>
type Kept = { code: string; title: string; steps: Step[]; words: Words; at: number; isNew: boolean }

/** How long a page may take to show what a step points at. */
const patience = 4_000

const tour = JSON.parse(sessionStorage.getItem(keptTour) ?? 'null') as Kept | null

const keep = (changes: Partial<Kept>) => {
  if (tour) sessionStorage.setItem(keptTour, JSON.stringify(Object.assign(tour, changes)))
}

function note(kind: string, step?: string): void {
  const body = new URLSearchParams({ code: tour?.code ?? '', kind, step: step ?? '' })
  void fetch('/training/tours/events', { method: 'POST', body, keepalive: true }).catch(() => {})
}

function end(kind: 'closed' | 'finished', step: Step): void {
  note(kind, step.key)
  sessionStorage.removeItem(keptTour)
}

const isHere = ({ path }: Step): boolean =>
  path === undefined ||
  location.pathname === path ||
  (path.endsWith('/') && location.pathname.startsWith(path))

const find = ({ anchor }: Step): HTMLElement | undefined =>
  anchor === undefined
    ? undefined
    : [...document.querySelectorAll<HTMLElement>(`[data-tour="${CSS.escape(anchor)}"]`)].find(
        (one) => one.checkVisibility(),
      )

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

async function show(): Promise<void> {
  const step = tour?.steps[tour.at]
  if (!tour || !step) return
  const { words, steps } = tour
  const target = isHere(step) && !step.missing ? await awaitTarget(step) : undefined
  const cause = causeOf(step, target)
  note(cause ? 'target_missing' : 'step_viewed', step.key)
  const isLast = tour.at === steps.length - 1
  const byDoing = step.advance === 'click' && target !== undefined
  const count = words.step
    .replace('{at}', String(tour.at + 1))
    .replace('{of}', String(steps.length))
  const link =
    cause === 'otherPage' && step.path && !step.path.endsWith('/')
      ? `<a href="${escaped(step.path)}">${escaped(words.openPage)}</a>`
      : ''
  const said = [step.text, cause && words[cause], byDoing && words.click].filter(Boolean)
  const guide = driver({
    animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    allowClose: true,
    overlayOpacity: 0.4,
    onDestroyStarted: () => {
      guide.destroy()
      end('closed', step)
    },
  })
  const goOn = () => {
    keep({ at: isLast ? tour.at : tour.at + 1 })
    if (isLast) end('finished', step)
    guide.destroy()
    if (!isLast) void show()
  }
  if (byDoing)
    target.addEventListener('click', () => keep({ at: Math.min(tour.at + 1, steps.length - 1) }), {
      once: true,
    })
  guide.highlight({
    ...(target && !cause ? { element: target } : {}),
    popover: {
      title: escaped(`${tour.title} · ${count}`),
      description: said.map((one) => `<p>${escaped(String(one))}</p>`).join('') + link,
      showButtons: byDoing ? ['close'] : ['next', 'close'],
      nextBtnText: isLast ? words.done : words.next,
      onNextClick: goOn,
    },
  })
}

if (tour?.isNew) {
  keep({ isNew: false })
  note('started')
}
void show()
