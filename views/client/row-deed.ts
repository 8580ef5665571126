import { around } from './find.ts'

/**
 * What one does with one row of a list stands in it while it is pointed at or has the focus; where
 * nothing can be pointed at, always. Without scripts the rows that are checked lead there, and a column.
 */
function offer(row: Element) {
  const table = row.closest<HTMLElement>('table[data-deed]')
  const link = row.querySelector<HTMLAnchorElement>('th > a')
  if (!table || !link || row.querySelector('.row-deed')) return
  const deed = document.createElement('a')
  deed.href = `${link.pathname}/${table.dataset.deed}`
  deed.textContent = table.dataset.deedLabel ?? ''
  // With whom it is done, for those who hear of the link alone.
  deed.title = link.textContent
  const cell = document.createElement('td')
  cell.className = 'row-deed'
  cell.append(deed)
  row.append(cell)
}

const rows = '[data-deed] tbody tr'

const offerAll = () => {
  if (matchMedia('(hover: none)').matches)
    for (const row of document.querySelectorAll(rows)) offer(row)
}

for (const kind of ['pointerover', 'focusin'])
  document.addEventListener(kind, (event) => {
    const row = around(event, rows)
    if (row) offer(row)
  })
document.addEventListener('htmx:after:swap', offerAll)
offerAll()
