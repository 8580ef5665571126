import htmx from 'htmx.org'
import { connectList, listFor, optionOf } from './listbox.ts'

/** Turns a long select into a box one can type in; the select stays and is what is submitted. */
function enhance(select: HTMLSelectElement) {
  if (select.parentElement?.classList.contains('combo')) return
  const frame = document.createElement('span')
  frame.className = 'combo'
  const label = document.querySelector<HTMLLabelElement>(`label[for="${CSS.escape(select.id)}"]`)
  const input = document.createElement('input')
  const list = listFor(select.id, label?.textContent ?? '')
  input.type = 'text'
  input.className = 'input'
  input.placeholder = select.dataset.combo ?? ''
  input.disabled = select.disabled
  for (const name of ['aria-describedby', 'aria-invalid']) {
    const value = select.getAttribute(name)
    if (value) input.setAttribute(name, value)
  }
  input.id = `${select.id}-find`
  label?.setAttribute('for', input.id)
  select.replaceWith(frame)
  frame.append(select, input, list)
  select.hidden = true
  connect(select, input, list)
}

function connect(select: HTMLSelectElement, input: HTMLInputElement, list: HTMLElement) {
  const settle = () => {
    input.value = select.value ? (select.selectedOptions[0]?.text ?? '') : ''
  }
  // Before the list closes by itself: what was emptied is meant to be nobody.
  input.addEventListener('blur', () => {
    if (input.value === '' && select.options[0]?.value === '') select.value = ''
  })
  const show = connectList(input, list, {
    ask: (words) => show(optionsFor(select, list, words), words !== ''),
    pick: (option) => {
      select.value = option.dataset.value ?? ''
      select.dispatchEvent(new Event('input', { bubbles: true }))
    },
    settle,
  })
  settle()
  input.addEventListener('focus', () => input.select())
  input.addEventListener('click', () => show(optionsFor(select, list, ''), false))
}

function* optionsFor(select: HTMLSelectElement, list: HTMLElement, wanted: string) {
  const words = wanted.toLowerCase().split(/\s+/)
  for (const option of select.options) {
    const text = option.text.toLowerCase()
    if (option.disabled || !words.every((word) => text.includes(word))) continue
    yield optionOf(list, option.index, option.value, option.text)
  }
}

const enhanceAll = () => {
  for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-combo]'))
    enhance(select)
}
enhanceAll()
htmx.onLoad(enhanceAll)
