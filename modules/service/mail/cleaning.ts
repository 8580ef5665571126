import sanitizeHtml from 'sanitize-html'

const kept = [
  ...['a', 'b', 'strong', 'i', 'em', 'u', 's', 'p', 'br', 'div', 'span', 'hr', 'blockquote', 'pre'],
  ...['code', 'ul', 'ol', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['table', 'thead', 'tbody', 'tr', 'td', 'th'],
]

/**
 * What is kept of the HTML of a mail: writing and its order. Nothing that runs, looks like a page of
 * ours, asks htmx for something, or tells its sender that it was opened: no pictures, no styles.
 */
export const cleanHtml = (html: string): string =>
  sanitizeHtml(html, {
    allowedTags: kept,
    allowedAttributes: { a: ['href'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    transformTags: {
      a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer nofollow' }),
    },
    nestingLimit: 60,
  })

const lineEnds = /<(?:br|\/p|\/div|\/tr|\/li|\/h[1-6]|\/blockquote)\b[^>]*>/gi
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** The writing of an HTML mail alone, a line for a line. */
export const plainText = (html: string): string =>
  sanitizeHtml(
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
