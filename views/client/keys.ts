import { isTyping } from './find.ts'

/** What keys do: `?` opens the page that says it as a dialog; without it the link in the menu does. */
document.addEventListener('keydown', async (event) => {
  if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
  const link = document.querySelector<HTMLAnchorElement>('[data-keys]')
  if (!link || document.querySelector('dialog[open]')) return
  event.preventDefault()
  const dialog = (document.getElementById('keys-dialog') as HTMLDialogElement) ?? (await made(link))
  if (dialog) dialog.showModal()
  else location.href = link.href
})

/** @returns undefined when the page cannot be had */
async function made(link: HTMLAnchorElement): Promise<HTMLDialogElement | undefined> {
  const headers = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }
  const answer = await fetch(link.href, { headers }).catch(() => undefined)
  if (!answer?.ok) return undefined
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const dialog = document.createElement('dialog')
  dialog.id = 'keys-dialog'
  dialog.className = 'dialog'
  dialog.ariaLabel = link.textContent?.trim() ?? ''
  const keys = page.getElementById('keys')
  if (!keys) return undefined
  dialog.append(document.adoptNode(keys))
  document.body.append(dialog)
  return dialog
}
