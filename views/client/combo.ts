import htmx from 'htmx.org'
import { texts } from './texts.ts'

/** Turns a long select into a box one can type in; the select stays and is what is submitted. */
function enhance(select: HTMLSelectElement) {
  if (select.parentElement?.classList.contains('combo')) return
  const frame = document.createElement('span')
  frame.className = 'combo'
  const input = document.createElement('input')
  const list = document.createElement('div')
  list.role = 'listbox'
  list.id = `${select.id}-options`
  list.hidden = true
  input.type = 'text'
  input.className = 'input'
  input.role = 'combobox'
  input.autocomplete = 'off'
  input.placeholder = select.dataset.combo ?? ''
  input.disabled = select.disabled
  input.setAttribute('aria-controls', list.id)
  for (const name of ['aria-describedby', 'aria-invalid']) {
    const value = select.getAttribute(name)
    if (value) input.setAttribute(name, value)
  }
  const label = document.querySelector<HTMLLabelElement>(`label[for="${CSS.escape(select.id)}"]`)
  input.id = `${select.id}-find`
  label?.setAttribute('for', input.id)
  list.ariaLabel = label?.textContent ?? ''
  select.replaceWith(frame)
  frame.append(select, input, list)
  select.hidden = true
  connect(select, input, list)
}

function connect(select: HTMLSelectElement, input: HTMLInputElement, list: HTMLElement) {
  let at = -1
  const shown = () => (select.value ? (select.selectedOptions[0]?.text ?? '') : '')
  const close = () => {
    list.hidden = true
    input.ariaExpanded = 'false'
    input.value = shown()
  }
  const pick = (option: HTMLElement | undefined) => {
    if (option) select.value = option.dataset.value ?? ''
    select.dispatchEvent(new Event('input', { bubbles: true }))
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
  const open = (wanted: string) => {
    list.replaceChildren(...optionsFor(select, wanted))
    if (!list.firstChild) {
      const nothing = document.createElement('p')
      nothing.textContent = texts.noMatch
      list.append(nothing)
    }
    list.hidden = false
    input.ariaExpanded = 'true'
    mark(wanted ? 0 : -1)
  }
  input.value = shown()
  input.ariaExpanded = 'false'
  input.addEventListener('focus', () => input.select())
  input.addEventListener('click', () => open(''))
  input.addEventListener('input', () => open(input.value))
  input.addEventListener('blur', () => {
    if (input.value === '' && select.options[0]?.value === '') select.value = ''
    close()
  })
  list.addEventListener('mousedown', (event) => {
    event.preventDefault()
    pick((event.target as HTMLElement).closest<HTMLElement>('[role=option]') ?? undefined)
  })
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      if (list.hidden) open('')
      const many = list.children.length
      mark((at + step + many) % many)
    } else if (event.key === 'Enter' && !list.hidden && !event.ctrlKey) {
      event.preventDefault()
      pick(list.querySelectorAll<HTMLElement>('[role=option]')[at])
    } else if (event.key === 'Escape' && !list.hidden) {
      event.stopPropagation()
      close()
    }
  })
}

function* optionsFor(select: HTMLSelectElement, wanted: string) {
  const words = wanted.toLowerCase().split(/\s+/)
  for (const option of select.options) {
    const text = option.text.toLowerCase()
    if (option.disabled || !words.every((word) => text.includes(word))) continue
    const one = document.createElement('div')
    one.role = 'option'
    one.id = `${select.id}-option-${option.index}`
    one.dataset.value = option.value
    one.textContent = option.text
    yield one
  }
}

const enhanceAll = () => {
  for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-combo]'))
    enhance(select)
}
enhanceAll()
htmx.onLoad(enhanceAll)
