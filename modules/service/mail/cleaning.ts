import type sanitizeHtml from 'sanitize-html'
import { lazyPackage } from '../../../core/lazily.ts'

const sanitizer = lazyPackage<typeof sanitizeHtml>('sanitize-html')

const kept = [
  ...['a', 'b', 'strong', 'i', 'em', 'u', 's', 'p', 'br', 'div', 'span', 'hr', 'blockquote', 'pre'],
  ...['code', 'ul', 'ol', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['table', 'thead', 'tbody', 'tr', 'td', 'th', 'img'],
]

const isAddress = (href = ''): boolean => /^(https?:\/\/|mailto:|tel:)/i.test(href.trim())

/** What is kept of the HTML of a mail, and of its pictures those that came along with it. */
const rules: sanitizeHtml.IOptions = {
  allowedTags: kept,
  allowedAttributes: {
    ...{ a: ['href', 'rel'], img: ['src', 'alt', 'loading'] },
    ...{ td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] },
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['cid'] },
  allowProtocolRelative: false,
  transformTags: {
    a: (tagName, { href = '' }): sanitizeHtml.Tag => ({
      tagName,
      attribs: isAddress(href) ? { href, rel: 'noopener noreferrer nofollow' } : {},
    }),
    img: (tagName, { src = '', alt = '' }) => ({
      tagName,
      attribs: { ...(/^cid:/i.test(src) && { src }), alt: alt.slice(0, 200) },
    }),
  },
  nestingLimit: 60,
}

/**
 * What is kept of the HTML of a mail: writing and its order. Nothing that runs, looks like a page of
 * ours, asks htmx for something, or tells its sender that it was opened: no styles, and of pictures
 * from elsewhere only that there was one.
 */
export const cleanHtml = (html: string): string => sanitizer()(html, rules)

/** HTML that is ready to be printed; which of the mail's own pictures stand in it, and how many are left out. */
export type ShownHtml = { html: string; shown: ReadonlySet<string>; left: number }

/**
 * Cleaned HTML as a page shows it: cleaned once more, so that what was kept by older rules obeys
 * today's. A picture that came along is shown from where we keep it; all others are a word.
 * @param pictureOf our address of the picture that a mail calls by a content id
 */
export function showHtml(
  html: string,
  pictureOf: (contentId: string) => string | undefined,
  word: string,
): ShownHtml {
  const shown = new Set<string>()
  let left = 0
  const drawn = sanitizer()(html, {
    ...rules,
    transformTags: {
      ...rules.transformTags,
      img: (tagName, { src = '', alt = '' }): sanitizeHtml.Tag => {
        const contentId = contentIdIn(src)
        const address = pictureOf(contentId)
        if (address) {
          shown.add(contentId)
          return { tagName, attribs: { src: address, alt, loading: 'lazy' } }
        }
        left++
        return { tagName: 'em', attribs: {}, text: `[${alt || word}]` }
      },
    },
  })
  return { html: drawn, shown, left }
}

/** The content id that the address of a picture means; '' for pictures from elsewhere. */
function contentIdIn(src: string): string {
  const id = /^cid:(.*)$/i.exec(src)?.[1] ?? ''
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

const lineEnds = /<(?:br|\/p|\/div|\/tr|\/li|\/h[1-6]|\/blockquote)\b[^>]*>/gi
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** The writing of an HTML mail alone, a line for a line. */
export const plainText = (html: string): string =>
  sanitizer()(
    html.replaceAll(/\s*\n\s*/g, ' ').replaceAll(lineEnds, (end) => `${end}\n`),
    {
      allowedTags: [],
      allowedAttributes: {},
    },
  )
    .replaceAll(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '')
    .replaceAll(/[ \t\u00a0]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
