import type { Page } from 'playwright-core'
import type { Locale } from '../../core/i18n/locale.ts'

/** Names that are the same in every language. */
const neutral =
  /\b(?:MiB|Excel|vCard|Numbers|Office|Stepwise|Esc|Ctrl|Enter|Shift|Unleash|HeadlessChrome|Chrome|Chromium|Linux|English)\b/g

/** What a machine reads: addresses, keys, codes, endings of files and of tokens; and acronyms, currencies among them. */
const codes =
  /(?<=尾号 )[\w-]{4}|[\w.+-]+@[\w.-]+|https?:\S+|\b\w+(?:[./:_-]\w+)+\b|\b(?=\w*\d)\w+\b|\.[a-z]{3,4}\b|\b[A-Z]{2,5}\b/g

/**
 * Texts of a page that are not in its language: Latin words on a Chinese page; Chinese letters or
 * full-width punctuation on an English one. Everything counts that can be read, seen or heard,
 * hidden menus and dialogs included.
 * @param data what people typed, which is not ours to translate
 */
export async function foreignTexts(
  page: Page,
  locale: Locale,
  data: readonly string[],
): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [document.title]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement } = node
      if (parentElement?.closest('script, style, noscript, code, [lang]:not(html)')) continue
      found.push(node.textContent ?? '')
    }
    for (const element of document.body.querySelectorAll('*'))
      for (const name of ['placeholder', 'aria-label', 'title', 'alt'])
        if (!element.closest('[lang]:not(html)')) found.push(element.getAttribute(name) ?? '')
    return found
  })
  const foreign = locale === 'en' ? /[\p{Script=Han}，。：；！？（）、「」]/u : /[A-Za-z]{2,}/
  return [...new Set(texts)].filter((text) => {
    let rest = text
    for (const piece of data) rest = rest.replaceAll(piece, '')
    if (locale === 'zh-CN') rest = rest.replace(codes, '').replace(neutral, '')
    return foreign.test(rest)
  })
}

/** What can be focused by key and does not show it. */
export async function unseenFocus(page: Page): Promise<string[]> {
  await page.keyboard.press('Tab')
  return page.evaluate(() => {
    const look = (element: Element) =>
      [element, element.parentElement, element.closest('label, .field, tr, .combo')].map((one) => {
        if (!one) return ''
        const { outlineStyle, outline, boxShadow, borderStyle, borderColor, backgroundColor } =
          getComputedStyle(one)
        // Colours are there even where no line is drawn.
        const lines = [outlineStyle !== 'none' && outline, borderStyle !== 'none' && borderColor]
        return [...lines, boxShadow, backgroundColor].join()
      })
    // The only field of the palette shows where one is by its caret.
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type=hidden], #palette-input), select, textarea, summary',
    )
    const unseen: string[] = []
    for (const element of all) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.matches(':disabled'))
        continue
      ;(document.activeElement as HTMLElement | null)?.blur()
      const before = look(element).join()
      element.focus({ preventScroll: true })
      if (document.activeElement === element && look(element).join() === before)
        unseen.push(element.outerHTML.slice(0, 160))
    }
    return unseen
  })
}
