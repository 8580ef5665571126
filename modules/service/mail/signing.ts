import { timingSafeEqual } from 'node:crypto'
import { isId } from '../../../core/db/id.ts'
import type { Secrets } from '../../../core/secrets/secrets.ts'

/**
 * The signed token of a ticket: it stands in the Message-ID of every mail we send about it, and in its
 * subject for programs that lose the former. Whoever brings it back has such a mail before them; a
 * ticket's number or id alone proves nothing.
 */
export async function tokenOf(
  secrets: Secrets,
  company: string,
  ticketId: string,
): Promise<string> {
  const signature = await secrets.sign([company, 'service.ticket'], ticketId)
  return [...signature.subarray(0, 16)].map((byte) => letters[byte % letters.length]).join('')
}

/** Letters that a subject keeps through every program, none of which looks like another. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

export async function isTokenOf(
  secrets: Secrets,
  company: string,
  ticketId: string,
  token: string,
): Promise<boolean> {
  const wanted = Buffer.from(await tokenOf(secrets, company, ticketId))
  const given = Buffer.from(token)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** The Message-ID of a mail of ours: the same whenever it is sent again. */
export const ownMessageId = (ticketId: string, mailId: string, token: string, address: string) =>
  `<${short(ticketId)}.${token}.${short(mailId)}@${address.split('@')[1]}>`

/** What a Message-ID of ours says; nothing is proved until its token is compared. */
export function readOwnMessageId(
  id: string,
): { ticketId: string; token: string; mailId: string } | undefined {
  const found = /^<([\w-]{22})\.([a-z2-9]{16})\.([\w-]{22})@/.exec(id)
  const [ticketId, mailId] = [long(found?.[1] ?? ''), long(found?.[3] ?? '')]
  if (!found?.[2] || !isId(ticketId) || !isId(mailId)) return undefined
  return { ticketId, token: found[2], mailId }
}

const short = (id: string): string =>
  Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')

const long = (text: string): string =>
  Buffer.from(text, 'base64url')
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

const mark = /\[#([^\]#]{1,40}) ([a-z2-9]{16})\]/

/** The subject of a mail about a ticket: as it was, with the ticket's number and token at its end. */
export const markedSubject = (subject: string, number: string, token: string): string =>
  `${subject.replace(mark, '').trim().slice(0, 300)} [#${number} ${token}]`.trim()

export function readMark(subject: string): { number: string; token: string } | undefined {
  const [, number, token] = mark.exec(subject) ?? []
  return number && token ? { number, token } : undefined
}

/** A subject without our mark and without the piled-up "Re:" of a long exchange. */
export const plainSubject = (subject: string): string =>
  subject
    .replace(mark, '')
    .replace(/^(\s*(re|aw|回复|答复|fwd?|转发)\s*[:：])+/i, '')
    .trim()
