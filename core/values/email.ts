import { domainToASCII } from 'node:url'
import { type Parsed, refused, understood } from './parsed.ts'
import { plainWidth, unusable } from './typed.ts'

const shape = /^([^\s@<>()[\],;:"\\\p{Cc}]{1,64})@([^\s@]{1,253})$/u

/**
 * An e-mail address. The domain is written small and 。 becomes a full stop; the part before @ is
 * kept as typed, since some servers tell capitals apart (RFC 5321 section 2.4).
 */
export function parseEmail(text: string): Parsed<string> {
  const bad = unusable(text)
  if (bad) return bad
  const typed = plainWidth(text).replace(/^mailto:/i, '')
  const [, person, domain] = shape.exec(typed) ?? []
  if (!person || !domain) return refused('notAnEmail')
  if (person.startsWith('.') || person.endsWith('.') || person.includes('..'))
    return refused('notAnEmail')
  const small = domain.replaceAll('。', '.').toLowerCase()
  if (!isDomain(small)) return refused('notAnEmail')
  const value = `${person}@${small}`
  return understood(value, text, value)
}

/** Several labels, each one that a name server could hold; Chinese ones through IDNA. */
export function isDomain(domain: string): boolean {
  const labels = domainToASCII(domain).split('.')
  if (labels.length < 2 || /^\d+$/.test(labels.at(-1) ?? '')) return false
  return labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label))
}

/** What two addresses of one mailbox have in common; not for sending. */
export const emailKey = (email: string): string => email.toLowerCase()

export const printEmail = (value: string): string => value
