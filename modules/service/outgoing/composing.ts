import type { SendMailOptions } from 'nodemailer'
import { markdown } from '../../../views/markdown.ts'
import { markedSubject, ownMessageId } from '../mail/signing.ts'
import { isFromPerson, type OutgoingKind } from './schema.ts'

/** All that a mail to a customer is made of. */
export type Letter = {
  id: string
  ticketId: string
  number: string
  subject: string
  kind: OutgoingKind
  toName: string
  toAddress: string
  text: string
  /** The mailbox it goes out from. */
  name: string
  address: string
  token: string
  /** The Message-IDs of what the customer wrote on the ticket, the latest last. */
  references: readonly string[]
  files: readonly { fileName: string; type: string; content: Buffer }[]
}

/**
 * A mail as it goes out: the same Message-ID however often it is sent, the ticket's token in it and in
 * the subject, and where no person writes, the marks by which other programs know not to answer.
 */
export const composeMail = (letter: Letter): SendMailOptions => {
  const { ticketId, number, subject, toName, toAddress, name, address, token, references } = letter
  const isAlone = !isFromPerson(letter.kind)
  return {
    from: { name, address },
    to: { name: toName, address: toAddress },
    subject: markedSubject(`Re: ${subject}`, number, token),
    text: letter.text,
    html: `<div>${markdown(letter.text)}</div>`,
    messageId: ownMessageId(ticketId, letter.id, token, address),
    inReplyTo: references.at(-1),
    references: [...references],
    headers: {
      'X-Stepwise-Ticket': encodeURIComponent(number),
      ...(isAlone && { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' }),
    },
    attachments: letter.files.map(({ fileName, type, content }) => ({
      ...{ filename: fileName, contentType: type, content },
    })),
  }
}
