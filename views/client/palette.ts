import { around } from './find.ts'

const dialog = document.getElementById('palette') as HTMLDialogElement | null
const input = document.getElementById('palette-input') as HTMLInputElement | null

function openPalette() {
  if (!dialog || !input || dialog.open) return
  document.querySelector<HTMLElement>('#sidebar:popover-open')?.hidePopover()
  dialog.showModal()
  input.select()
  input.form?.dispatchEvent(new CustomEvent('palette:open'))
}

if (navigator.userAgent.includes('Mac'))
  for (const key of document.querySelectorAll('[data-palette] kbd')) key.textContent = '⌘ K'

const options = () => [...(dialog?.querySelectorAll<HTMLAnchorElement>('[role=option]') ?? [])]

function choose(next: number) {
  const all = options()
  all.forEach((option, at) => {
    const chosen = at === next
    option.ariaSelected = String(chosen)
    option.id = `palette-option-${at}`
    if (chosen) {
      option.scrollIntoView({ block: 'nearest' })
      input?.setAttribute('aria-activedescendant', option.id)
    }
  })
  if (!all[next]) input?.removeAttribute('aria-activedescendant')
}

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && dialog) {
    event.preventDefault()
    openPalette()
  }
})

document.addEventListener('click', (event) => {
  if (!dialog || !around(event, '[data-palette]') || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  openPalette()
})

input?.addEventListener('keydown', (event) => {
  if (event.isComposing) return
  const all = options()
  const now = all.findIndex((option) => option.ariaSelected === 'true')
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step && all.length > 0) {
    event.preventDefault()
    choose((now + step + all.length) % all.length)
  } else if (event.key === 'Enter' && all[now]) {
    event.preventDefault()
    all[now].click()
  } else if (event.key === 'Escape') {
    // A search field would keep the first Esc for itself, to empty itself.
    event.preventDefault()
    dialog?.close()
  }
})

dialog?.addEventListener('htmx:after:swap', () => choose(input?.value ? 0 : -1))
