import type { Address, Attachment, Email } from 'postal-mime'
import { asChinese } from './charset.ts'
import { cleanHtml, plainText } from './cleaning.ts'

export type Sender = { name: string; address: string }

/** `contentId` is what the HTML of its mail calls a picture. */
export type MailFile = { name: string; bytes: Uint8Array; contentId: string | null }

/** A mail as far as the desk needs it. */
export type Mail = {
  messageId: string | null
  /** The mails it goes back to, the nearest last. */
  references: string[]
  from: Sender
  subject: string
  /** When its sender says that they sent it; undefined when they say nothing one can read. */
  sentAt: Date | undefined
  text: string
  /** Cleaned; null when it was sent as plain text alone. */
  html: string | null
  files: MailFile[]
  /** The value of a header, by its name in small letters; '' when there is none. */
  header: (name: string) => string
  /** Each value of a header that may stand there several times. */
  headers: (name: string) => string[]
}

/** A mail that nobody can make anything of. */
export class BrokenMail extends Error {}

/** The most of a text that is kept, in signs; the whole stands in no ticket. */
const longest = 200_000

/**
 * Reads a mail as it came over the line.
 * @throws BrokenMail when it has no sender, or its parts cannot be told apart
 */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  let email = await parse(bytes)
  if (isDoubtful(email)) email = await parse(asChinese(bytes))
  const from = senderOf(email)
  if (!from) throw new BrokenMail('no sender')
  const headers = (name: string) =>
    email.headers.filter(({ key }) => key === name).map(({ value }) => value)
  const html = email.html ? cleanHtml(email.html.slice(0, 10 * longest)) : null
  const text = (
    email.text ?? (email.html ? plainText(email.html.slice(0, 10 * longest)) : '')
  ).trim()
  return {
    messageId: identity(email.messageId) ?? null,
    references: identities(`${email.references ?? ''} ${email.inReplyTo ?? ''}`),
    from,
    subject: withoutControls(email.subject ?? '').slice(0, 500),
    sentAt: momentOf(email.date),
    text: withoutNul(text).slice(0, longest),
    html: html && withoutNul(html).slice(0, longest),
    files: email.attachments.flatMap(fileOf),
    header: (name) => headers(name).join(', '),
    headers,
  }
}

const parse = async (bytes: Uint8Array): Promise<Email> => {
  try {
    const { default: PostalMime } = await import('postal-mime')
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 30 })
  } catch (error) {
    throw new BrokenMail(String(error))
  }
}

/** A replacement mark where writing should be: it was read by another charset than it was written in. */
const isDoubtful = ({ subject, text, html, from }: Email): boolean =>
  `${subject}${from?.name}${text?.slice(0, 5_000)}${html?.slice(0, 50_000)}`.includes('\ufffd')

/** Whoever wants the answer: forms on web sites send in a name of their own, and say whose words they bring. */
function senderOf({ from, replyTo = [] }: Email): Sender | undefined {
  const only = replyTo.length === 1 ? replyTo[0] : undefined
  return mailbox(only) ?? mailbox(from)
}

function mailbox(address: Address | undefined): Sender | undefined {
  const one = address?.group ? address.group[0] : address
  if (!one?.address || !/^[^\s@<>"]{1,64}@[^\s@<>"]{1,190}$/.test(one.address)) return undefined
  return { name: withoutControls(one.name).slice(0, 200), address: one.address.toLowerCase() }
}

function fileOf({ filename, content, mimeType, contentId }: Attachment): MailFile[] {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
  if (bytes.length === 0) return []
  const kind = mimeType.split('/')[1]?.replaceAll(/[^a-z0-9]/g, '') ?? 'bin'
  const name = filename ?? `${contentId ? 'inline' : 'file'}.${kind === 'rfc822' ? 'eml' : kind}`
  const id = contentId?.replaceAll(/^<|>$/g, '').slice(0, 250)
  return [{ name: withoutControls(name), bytes, contentId: withoutNul(id ?? '') || null }]
}

const identities = (text: string): string[] =>
  [...new Set(text.match(/<[^<>\s]{3,250}>/g) ?? [])].slice(-30)

const identity = (text: string | undefined): string | undefined => identities(text ?? '')[0]

function momentOf(date: string | undefined): Date | undefined {
  const at = date ? new Date(date) : undefined
  return at && Number.isFinite(at.getTime()) ? at : undefined
}

const withoutNul = (text: string): string => text.replaceAll('\0', '')

const withoutControls = (text: string): string =>
  text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
