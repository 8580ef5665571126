import { raw } from 'hono/utils/html'
import MarkdownIt from 'markdown-it'
import type { Markup } from './markup.ts'

/** Addresses that a text may lead to: the web, mail, phones, and pages of our own. */
const harmless = /^(https?:\/\/|mailto:|tel:|\/(?![/\\])|#)/i

/**
 * What people write with Markdown. Tags in it are text like all else, and pictures from elsewhere
 * would tell others who reads: both stay words.
 */
const writer = new MarkdownIt('default', { html: false, linkify: false, typographer: false })
writer.disable('image')
writer.validateLink = (address) => harmless.test(address.trim())
writer.renderer.rules.link_open = (tokens, at, options, _, self) => {
  const token = tokens[at]
  const isOutside = /^https?:/i.test(String(token?.attrGet('href') ?? ''))
  if (isOutside) token?.attrSet('rel', 'noreferrer')
  return self.renderToken(tokens, at, options)
}
// A text stands below the heading of its page and of its card.
for (const rule of ['heading_open', 'heading_close'] as const)
  writer.renderer.rules[rule] = (tokens, at, options, _, self) => {
    const token = tokens[at]
    if (token) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`
    return self.renderToken(tokens, at, options)
  }

/** A text in Markdown as HTML that can do no harm, whoever wrote it. */
export const markdown = (text: string): Markup => raw(writer.render(text))
