import htmx from 'htmx.org'
import { announceList, connectList, listFor, optionOf } from './listbox.ts'

const lists = new WeakMap<HTMLInputElement, HTMLElement>()

/** Milliseconds after the last sign typed. */
const pause = 150

/** Offers names under a field for one: what fits comes from the server, which knows pinyin too. */
function enhance(input: HTMLInputElement) {
  const label = document.querySelector(`label[for="${CSS.escape(input.id)}"]`)?.textContent ?? ''
  // A form that comes back with its errors keeps the field, but not what was put around it.
  const known = lists.get(input)
  const list = known ?? listFor(input.id, label)
  if (known) announceList(input, list)
  else connect(input, list)
  lists.set(input, list)
  input.parentElement?.classList.add('combo')
  input.after(list)
}

function connect(input: HTMLInputElement, list: HTMLElement) {
  let asked: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined
  const stop = () => {
    clearTimeout(asked)
    asking?.abort()
    asked = asking = undefined
  }
  const look = async (words: string) => {
    asking = new AbortController()
    const { signal } = asking
    const query = new URLSearchParams({ [input.name]: words })
    const { namesWith } = input.dataset
    const beside = namesWith && input.form?.elements.namedItem(namesWith)
    if (beside instanceof HTMLSelectElement) query.set(beside.name, beside.value)
    const headers = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }
    const answer = await fetch(`${input.dataset.names}?${query}`, { signal, headers }).catch(
      () => undefined,
    )
    const html = answer?.ok ? await answer.text() : ''
    if (signal.aborted) return
    stop()
    const names = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('option')
    show(
      [...names].map(({ value }, at) => optionOf(list, at, value, value)),
      true,
    )
  }
  const show = connectList(input, list, {
    ask: () => {
      stop()
      list.hidden = true
      const words = input.value
      if (words.trim() !== '') asked = setTimeout(() => void look(words), pause)
    },
    pick: (option) => {
      input.value = option.dataset.value ?? ''
      // Whoever watches the field is told, but nothing is looked for again.
      input.dispatchEvent(new Event('change', { bubbles: true }))
    },
    settle: stop,
    awaiting: () => asked !== undefined,
  })
}

const enhanceAll = () => {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-names]'))
    enhance(input)
}
enhanceAll()
htmx.onLoad(enhanceAll)
