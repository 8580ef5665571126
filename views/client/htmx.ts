import htmx from 'htmx.org'
import { texts } from './texts.ts'
import { announce, sayFailure } from './toasts.ts'

/** What htmx tells about a request; its own types leave this open. */
export type Exchange = {
  target: Element
  request: { method: string; body: FormData | null; signal: AbortSignal }
  response?: { status: number }
  hx?: { redirect?: string }
  text?: string
  swap: string
}
type Swap = CustomEvent<{ ctx: Exchange; tasks: { type: string; fragment: DocumentFragment }[] }>

/** No attribute may ever become code: the policy of the page forbids it, and so does this. */
function Refused() {
  throw new Error('htmx attributes that hold code are not used here (views/README.md)')
}
htmx.registerExtension('no-code', {
  init: (api: { initSecurity: (...policy: unknown[]) => void }) =>
    api.initSecurity(undefined, Refused, Refused),
})

const failures: Record<number, string> = {
  403: texts.forbidden,
  404: texts.notFound,
  410: texts.notFound,
  429: texts.tooMany,
}

/** The sentence of an error page, so that it can be said without leaving this one. */
function sentenceIn(html: string | undefined): string | undefined {
  const page = new DOMParser().parseFromString(html ?? '', 'text/html')
  return page.querySelector('[data-notice]')?.textContent?.trim() || undefined
}

const sayRefused = (ctx: Exchange) =>
  sayFailure(sentenceIn(ctx.text) ?? failures[ctx.response?.status ?? 0] ?? texts.failed)

/**
 * Somebody else saved meanwhile, and nothing was written. The page that shows both sides is a page of
 * its own: the form is sent once more as one without scripts would send it.
 */
function openConflict(ctx: Exchange) {
  if (!(ctx.target instanceof HTMLFormElement)) return sayRefused(ctx)
  delete ctx.target.dataset.guard
  HTMLFormElement.prototype.submit.call(ctx.target)
}

document.addEventListener('htmx:config:request', (event) => {
  const { request } = (event as CustomEvent<{ ctx: Exchange }>).detail.ctx
  if (request.method !== 'GET' || !request.body) return
  for (const [name, value] of [...request.body]) if (value === '') request.body.delete(name)
})

/**
 * An answer may be more than was asked for: only the element with the target's id is taken. An
 * error that does not hold it is said instead of swapped, so nothing that was typed is lost.
 */
document.addEventListener('htmx:before:swap', (event) => {
  const { ctx, tasks } = (event as Swap).detail
  const main = tasks.find((task) => task.type === 'main')
  if (!main) return
  for (const script of main.fragment.querySelectorAll('script')) script.remove()
  // A form with a field of that name answers with the field when it is asked for its id.
  const id = ctx.target.getAttribute('id')
  const same = id ? main.fragment.querySelector(`#${CSS.escape(id)}`) : null
  if (same && ctx.swap.startsWith('outer')) main.fragment.replaceChildren(same)
  else if ((ctx.response?.status ?? 0) >= 400) {
    event.preventDefault()
    return ctx.response?.status === 409 ? openConflict(ctx) : sayRefused(ctx)
  }
  // Somebody is still typing into the search box of the list that is being swapped.
  const typing = document.activeElement
  if (typing?.matches('input[type=search][id]'))
    main.fragment.querySelector(`#${CSS.escape(typing.id)}`)?.setAttribute('hx-preserve', '')
})

document.addEventListener('htmx:after:swap', () => {
  const news = document.querySelector('#list [data-announce]')?.textContent
  if (news) announce(news)
})

document.addEventListener('htmx:response:error', (event) => {
  const { ctx } = (event as CustomEvent<{ ctx: Exchange }>).detail
  const { status = 0 } = ctx.response ?? {}
  if (htmx.config.noSwap.some((one) => String(one) === String(status)) || status >= 500)
    if (!ctx.hx?.redirect) sayRefused(ctx)
})

document.addEventListener('htmx:error', (event) => {
  const { ctx } = (event as CustomEvent<{ ctx?: Exchange }>).detail
  if (ctx?.request.signal.reason === 'timeout') sayFailure(texts.timeout)
  else if (ctx && !ctx.response) sayFailure(texts.offline)
})
