import { fetchDialog } from './fetched-dialog.ts'
import { around, isTyping } from './find.ts'

/** The field somebody filled last: help begins with it. */
let field = ''

document.addEventListener('focusin', ({ target }) => {
  if (target instanceof Element && target.closest('main form'))
    field = target.getAttribute('name') ?? ''
})

/** Help about this page opens beside it, so that what was typed stays; `?` asks for it too. */
async function openHelp(link: HTMLAnchorElement): Promise<void> {
  document.getElementById('help-dialog')?.remove()
  document.querySelector<HTMLElement>('#sidebar:popover-open')?.hidePopover()
  const asked = new URL(link.href)
  if (field) asked.searchParams.set('field', field)
  const dialog = await fetchDialog(asked.href, 'help', link.ariaLabel ?? '')
  if (!dialog) return location.assign(link.href)
  dialog.classList.add('side-dialog')
  dialog.showModal()
  void fetch(link.href, { method: 'POST', keepalive: true }).catch(() => {})
}

document.addEventListener('click', (event) => {
  const link = around<HTMLAnchorElement>(event, '[data-help]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  openHelp(link)
})

document.addEventListener('keydown', (event) => {
  if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
  const link = document.querySelector<HTMLAnchorElement>('[data-help]')
  if (!link || document.querySelector('dialog[open]')) return
  event.preventDefault()
  openHelp(link)
})
