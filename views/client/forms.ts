import { around } from './find.ts'
import type { Exchange } from './htmx.ts'

const busy = new WeakMap<HTMLFormElement, ReturnType<typeof setTimeout>>()
const changed = new Set<HTMLFormElement>()

/** An ordinary answer may be a download, after which the page stays and must work again. */
const patience = 8000

function setBusy(form: HTMLFormElement) {
  busy.set(
    form,
    setTimeout(() => setFree(form), patience),
  )
  for (const button of form.querySelectorAll('button:not([type=button])')) button.ariaBusy = 'true'
}

function setFree(form: HTMLFormElement) {
  clearTimeout(busy.get(form))
  busy.delete(form)
  for (const button of form.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy')
}

/** The second of two quick clicks does nothing. */
document.addEventListener(
  'submit',
  (event) => {
    const form = event.target as HTMLFormElement
    const submitter = event.submitter as HTMLButtonElement | null
    if (form.method !== 'post' || submitter?.formMethod === 'dialog') return
    if (busy.has(form)) {
      event.preventDefault()
      event.stopImmediatePropagation()
      return
    }
    changed.delete(form)
    setBusy(form)
  },
  { capture: true },
)

document.addEventListener('htmx:finally:request', (event) => {
  const { ctx } = (event as CustomEvent<{ ctx: Exchange }>).detail
  const form = event.target
  if (!(form instanceof HTMLFormElement) || ctx.hx?.redirect) return
  setFree(form)
  if ('guard' in form.dataset) changed.add(form)
})

addEventListener('pageshow', () => {
  for (const form of document.forms) setFree(form)
})

document.addEventListener('input', (event) => {
  const form = around<HTMLFormElement>(event, 'form[data-guard]')
  if (form) changed.add(form)
})

/** The browser asks in its own words before unsaved changes are lost. */
addEventListener('beforeunload', (event) => {
  if ([...changed].some((form) => form.isConnected)) event.preventDefault()
})

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  const form = around<HTMLFormElement>(event, 'form')
  const save = form?.querySelector<HTMLButtonElement>('[data-save]')
  if (!form || !save) return
  event.preventDefault()
  form.requestSubmit(save)
})

/** The eye beside a password shows it, and says what it will do next. */
document.addEventListener('click', (event) => {
  const eye = around<HTMLButtonElement>(event, '[data-reveal]')
  const input = eye?.parentElement?.querySelector('input')
  if (!eye || !input) return
  const shown = input.type === 'text'
  input.type = shown ? 'password' : 'text'
  eye.ariaPressed = String(!shown)
  const other = eye.ariaLabel ?? ''
  eye.ariaLabel = eye.dataset.reveal ?? ''
  eye.dataset.reveal = other
})
