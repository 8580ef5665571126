import { around } from './find.ts'
import { texts } from './texts.ts'
import { announce, sayFailure } from './toasts.ts'

/** Copies a text; the button says that it happened. */
document.addEventListener('click', async (event) => {
  const button = around<HTMLButtonElement>(event, '[data-copy]')
  if (!button) return
  await navigator.clipboard.writeText(button.dataset.copy ?? '')
  button.classList.add('done')
  announce(texts.copied)
  setTimeout(() => button.classList.remove('done'), 1500)
})

/** The theme changes at once; the server is told for the next page and the other devices. */
document.addEventListener('submit', async (event) => {
  const form = around<HTMLFormElement>(event, '[data-theme-form]')
  const chosen = event.submitter as HTMLButtonElement | null
  if (!form || !chosen) return
  event.preventDefault()
  const root = document.documentElement
  if (chosen.value === 'system') root.removeAttribute('data-theme')
  else root.dataset.theme = chosen.value
  for (const button of form.querySelectorAll('button'))
    button.ariaPressed = String(button === chosen)
  const body = new URLSearchParams({ theme: chosen.value })
  const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(
    () => undefined,
  )
  if (!answer || answer.status >= 400) sayFailure(answer ? texts.failed : texts.offline)
})

/** A file may be dropped on its field. */
for (const kind of ['dragover', 'dragleave', 'drop'] as const)
  document.addEventListener(kind, (event) => {
    const zone = around(event, '[data-drop-zone]')
    if (!zone) return
    event.preventDefault()
    zone.classList.toggle('over', kind === 'dragover')
    const input = zone.querySelector('input')
    if (kind !== 'drop' || !input || !event.dataTransfer?.files.length) return
    input.files = event.dataTransfer.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })

/** Browsers say in their own language which file was chosen, so the field says it itself. */
const nameFile = (input: HTMLInputElement): void => {
  const shown = input.parentElement?.querySelector<HTMLElement>('[data-file-name]')
  if (!shown) return
  const chosen = [...(input.files ?? [])].map(({ name }) => name).join(', ')
  shown.textContent = chosen || (shown.dataset.fileName ?? '')
}
const nameFiles = (): void =>
  document.querySelectorAll<HTMLInputElement>('.drop-zone input').forEach(nameFile)
document.addEventListener('change', nameFiles)
document.addEventListener('htmx:after:swap', nameFiles)
addEventListener('pageshow', nameFiles)

/** The calendar beside a date field writes into it; typing stays as free as before. */
document.addEventListener('click', (event) => {
  const button = around<HTMLButtonElement>(event, '[data-pick-date]')
  const field = button?.parentElement?.querySelector<HTMLInputElement>('input')
  if (!button || !field) return
  const picker = document.createElement('input')
  picker.type = 'date'
  picker.className = 'sr-only'
  picker.tabIndex = -1
  picker.ariaHidden = 'true'
  picker.value = /^\d{4}-\d\d-\d\d$/.test(field.value) ? field.value : ''
  button.after(picker)
  picker.addEventListener('change', () => {
    field.value = picker.value
    field.dispatchEvent(new Event('input', { bubbles: true }))
    picker.remove()
    field.focus()
  })
  picker.addEventListener('blur', () => picker.remove())
  picker.showPicker()
})

/** Where somebody is, for a form that would else have to ask. */
for (const input of document.querySelectorAll<HTMLInputElement>('[data-time-zone]'))
  input.value = Intl.DateTimeFormat().resolvedOptions().timeZone
