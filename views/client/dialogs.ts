import { around } from './find.ts'

/** Opens a dialog for links that lead to a page asking the same, and for old browsers' buttons. */
document.addEventListener('click', (event) => {
  const opener = around(event, '[data-opens], [commandfor]')
  if (opener) {
    const native = 'commandForElement' in HTMLButtonElement.prototype
    const id = opener.dataset.opens ?? (native ? undefined : opener.getAttribute('commandfor'))
    const dialog = id ? document.getElementById(id) : null
    if (dialog instanceof HTMLDialogElement) {
      event.preventDefault()
      dialog.showModal()
    }
  }
  // A click on the backdrop reaches the dialog itself.
  if (event.target instanceof HTMLDialogElement && outside(event.target, event))
    event.target.close()
})

function outside(dialog: HTMLDialogElement, { clientX: x, clientY: y }: MouseEvent): boolean {
  const box = dialog.getBoundingClientRect()
  return x < box.left || x > box.right || y < box.top || y > box.bottom
}
