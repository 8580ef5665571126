/** A card of a tour that stands in a corner and lets the page be used. */
type Aside = {
  title: string
  /** What it says, as safe HTML. */
  words: string
  next: string
  close: string
  onNext: () => void
  onClose: () => void
}

/** @returns takes it away */
export function showAside({ title, words, next, close, onNext, onClose }: Aside): () => void {
  const card = document.createElement('aside')
  card.className = 'tour-aside'
  card.ariaLabel = title
  const head = Object.assign(document.createElement('p'), { textContent: title })
  const said = Object.assign(document.createElement('div'), { innerHTML: words })
  said.setAttribute('role', 'status')
  card.append(
    head,
    said,
    button({ className: 'btn btn-sm', textContent: next, onclick: onNext }),
    button({ className: 'ghost-icon', textContent: '×', ariaLabel: close, onclick: onClose }),
  )
  document.body.append(card)
  return () => card.remove()
}

const button = (looks: Partial<HTMLButtonElement>): HTMLButtonElement =>
  Object.assign(document.createElement('button'), { type: 'button', ...looks })
