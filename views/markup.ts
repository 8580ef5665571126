import type { HtmlEscapedString } from 'hono/utils/html'
import { raw } from 'hono/utils/html'

/**
 * HTML that is safe to print as it stands. Made by the markup tag and by JSX alone, never by
 * a cast: a plain text is always escaped.
 */
export type Markup = HtmlEscapedString

/** What may stand in a hole of a template. Nothing is printed for null, undefined and booleans. */
export type Printable = string | number | boolean | null | undefined | Markup | readonly Printable[]

const unsafe = /[&<>"']/
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as HTML, for between tags and for attributes in quotes. */
export const escapeText = (text: string): string =>
  unsafe.test(text) ? text.replace(/[&<>"']/g, (sign) => entities[sign] as string) : text

/** Any printable value as HTML text. */
export function print(value: Printable): string {
  if (typeof value === 'string') return escapeText(value)
  if (typeof value === 'number') return String(value)
  if (value == null || typeof value === 'boolean') return ''
  if (value instanceof String) return value.toString()
  if (Array.isArray(value)) return printAll(value)
  return escapeText(String(value))
}

/**
 * One behind the other. Added up and not joined: joining copies what it joins, and what stands ten
 * levels deep in a page would be copied ten times, a third of all memory that a page takes.
 */
function printAll(values: readonly Printable[]): string {
  let html = ''
  for (const value of values) html += print(value)
  return html
}

/**
 * The fast renderer for what repeats: table rows, board cards, timeline items. Ten times faster
 * than JSX, and it takes and gives the same safe values, so each can stand inside the other.
 * Holes belong between tags or inside attributes in double quotes; an address that a person typed
 * goes through externalAddress() first, because no escaping makes `javascript:` harmless.
 */
export function markup(source: TemplateStringsArray, ...values: readonly Printable[]): Markup {
  const parts = tidied.get(source) ?? tidy(source)
  let html = parts[0] as string
  for (let i = 0; i < values.length; i++) html += print(values[i]) + parts[i + 1]
  return raw(html)
}

/** Line breaks of a template, with the indentation after them, are layout of the source alone. */
const tidied = new WeakMap<TemplateStringsArray, readonly string[]>()

function tidy(source: TemplateStringsArray): readonly string[] {
  const parts = source.map((part) => part.replace(/\n\s*/g, ''))
  tidied.set(source, parts)
  return parts
}

/** Joins pieces that are safe already, without anything between them. */
export const joined = (pieces: readonly Markup[]): Markup => raw(printAll(pieces))

/**
 * An address that somebody typed, fit for href: http, https, mailto and tel alone.
 * @returns undefined for anything else, javascript: and data: above all
 */
export const externalAddress = (typed: string): string | undefined =>
  /^(?:https?:\/\/|mailto:|tel:)/i.test(typed.trim()) ? typed.trim() : undefined
