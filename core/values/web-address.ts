import { isDomain } from './email.ts'
import { type Parsed, refused, understood } from './parsed.ts'
import { plainWidth, unusable } from './typed.ts'

/**
 * A web address; https is meant when none is written. Only http and https are let in, without a
 * password inside, so that a link made of it can do nothing but open a page.
 */
export function parseWebAddress(text: string): Parsed<string> {
  const bad = unusable(text)
  if (bad) return bad
  const typed = plainWidth(text)
  if (typed.length > 2000) return refused('tooLong', 2000, typed.length)
  const scheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(typed)
  const url = URL.parse(scheme ? typed : `https://${typed.replace(/^\/+/, '')}`)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    return refused('notAWebAddress')
  if (!isDomain(url.hostname)) return refused('notAWebAddress')
  const value = url.href.replace(/^(https?:\/\/[^/?#]+)\/$/, '$1')
  return understood(value, text, value)
}

/**
 * The domain that tells two firms apart: of a web address or an e-mail address, without www.
 * Undefined when the text has none.
 */
export function domainKey(text: string): string | undefined {
  const behind = plainWidth(text).split('@').at(-1) ?? ''
  const parsed = parseWebAddress(behind)
  if (!parsed.ok) return undefined
  return new URL(parsed.value).hostname.replace(/^www\.(?=.+\.)/, '')
}

export const printWebAddress = (value: string): string => value
