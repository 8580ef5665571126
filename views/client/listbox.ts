import { texts } from './texts.ts'

type Choosing = {
  /** Begins to look for what fits these words; whoever found something shows it. */
  ask: (words: string) => void
  pick: (option: HTMLElement) => void
  /** The list is closed, whatever came of it. */
  settle?: () => void
  /** An answer is on its way: Enter waits for it rather than send the form. */
  awaiting?: () => boolean
}

/**
 * The list under a field that one types into, with the keys people know: arrows, Enter, Esc.
 * @returns shows options; with `marked` the first one is what Enter takes
 */
export function connectList(input: HTMLInputElement, list: HTMLElement, choosing: Choosing) {
  let at = -1
  const close = () => {
    list.hidden = true
    input.ariaExpanded = 'false'
    choosing.settle?.()
  }
  const take = (option: HTMLElement | null | undefined) => {
    if (option) choosing.pick(option)
    close()
  }
  const mark = (next: number) => {
    at = next
    ;[...list.children].forEach((option, index) => {
      option.ariaSelected = String(index === at)
      if (index === at) {
        input.setAttribute('aria-activedescendant', option.id)
        option.scrollIntoView({ block: 'nearest' })
      }
    })
  }
  announceList(input, list)
  input.addEventListener('input', () => choosing.ask(input.value))
  input.addEventListener('blur', close)
  list.addEventListener('mousedown', (event) => {
    event.preventDefault()
    take((event.target as HTMLElement).closest<HTMLElement>('[role=option]'))
  })
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      if (list.hidden) return choosing.ask('')
      const many = list.children.length
      mark((at + step + many) % many)
    } else if (event.key === 'Enter' && !event.ctrlKey && choosing.awaiting?.()) {
      event.preventDefault()
    } else if (event.key === 'Enter' && !list.hidden && !event.ctrlKey) {
      event.preventDefault()
      take(list.querySelectorAll<HTMLElement>('[role=option]')[at])
    } else if (event.key === 'Escape' && !list.hidden) {
      event.stopPropagation()
      close()
    }
  })
  return (options: Iterable<HTMLElement>, marked: boolean) => {
    list.replaceChildren(...options)
    if (!list.firstChild) {
      const nothing = document.createElement('p')
      nothing.textContent = texts.noMatch
      list.append(nothing)
    }
    list.hidden = false
    input.ariaExpanded = 'true'
    mark(marked ? 0 : -1)
  }
}

/** An empty list for the field of this id. */
export function listFor(id: string, label: string): HTMLElement {
  const list = document.createElement('div')
  list.role = 'listbox'
  list.id = `${id}-options`
  list.ariaLabel = label
  list.hidden = true
  return list
}

/** Tells whoever listens that a list belongs to a field. */
export function announceList(input: HTMLInputElement, list: HTMLElement): void {
  input.role = 'combobox'
  input.autocomplete = 'off'
  input.ariaExpanded = 'false'
  input.setAttribute('aria-controls', list.id)
}

/** One line of a list. */
export function optionOf(list: HTMLElement, at: number, value: string, text: string): HTMLElement {
  const option = document.createElement('div')
  option.role = 'option'
  option.id = `${list.id}-${at}`
  option.dataset.value = value
  option.textContent = text
  return option
}
