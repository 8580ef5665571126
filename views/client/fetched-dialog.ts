import htmx from 'htmx.org'

/**
 * Shows a part of a page as a dialog over this one.
 * @param part the id of the element that is shown; the dialog's own is made of it
 * @param name what the dialog is called by screen readers
 * @returns undefined when the page cannot be had
 */
export async function fetchDialog(
  href: string,
  part: string,
  name: string,
): Promise<HTMLDialogElement | undefined> {
  const headers = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }
  const answer = await fetch(href, { headers }).catch(() => undefined)
  if (!answer?.ok) return undefined
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const shown = page.getElementById(part)
  if (!shown) return undefined
  const dialog = document.createElement('dialog')
  dialog.id = `${part}-dialog`
  dialog.className = 'dialog'
  dialog.ariaLabel = name
  dialog.append(document.adoptNode(shown))
  document.body.append(dialog)
  htmx.process(dialog)
  return dialog
}
