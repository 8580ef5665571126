import { fetchDialog } from './fetched-dialog.ts'
import { isTyping } from './find.ts'

/**
 * What keys do: `?` opens the page that says it as a dialog; without it the link in the menu does.
 * Where there is help about pages, `?` opens that, and it leads on to the keys.
 */
document.addEventListener('keydown', async (event) => {
  if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
  const link = document.querySelector<HTMLAnchorElement>('[data-keys]')
  if (!link || document.querySelector('dialog[open], [data-help]')) return
  event.preventDefault()
  const dialog =
    (document.getElementById('keys-dialog') as HTMLDialogElement) ??
    (await fetchDialog(link.href, 'keys', link.textContent?.trim() ?? ''))
  if (dialog) dialog.showModal()
  else location.href = link.href
})
