import type { Mail } from './reading.ts'

/** Why a mail makes no ticket: nobody wrote it, or it would go round for ever. */
export type Automatic = 'bounce' | 'auto-reply' | 'bulk' | 'loop'

const yes = (value: string): boolean => value !== ''

/**
 * Whether a program wrote a mail, by what such programs say of themselves (RFC 3834, RFC 2076, and
 * what Exchange, QQ Mail and list servers add). Answering one of them is how loops begin.
 * @param ours the addresses of the company's own mailboxes
 */
export function whyAutomatic(
  { header, from, subject }: Pick<Mail, 'header' | 'from' | 'subject'>,
  ours: readonly string[],
): Automatic | undefined {
  const written = `${from.address} ${header('from')}`.toLowerCase()
  if (ours.some((one) => written.includes(one)) || yes(header('x-stepwise-ticket'))) return 'loop'
  const type = header('content-type').toLowerCase()
  const isReport = type.startsWith('multipart/report') && type.includes('delivery-status')
  if (isReport || /^(mailer-daemon|postmaster)@/.test(from.address)) return 'bounce'
  if (header('return-path').trim() === '<>' && !yes(header('auto-submitted'))) return 'bounce'
  const submitted = header('auto-submitted').toLowerCase()
  if (submitted !== '' && !submitted.startsWith('no')) return 'auto-reply'
  const named = ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply', 'x-loop']
  if (named.some((name) => yes(header(name)))) return 'auto-reply'
  const precedence = header('precedence').toLowerCase()
  if (precedence.includes('auto_reply')) return 'auto-reply'
  if (/^(自动回复|自动答复|out of office|automatic reply|auto(matic)?[- ]?reply)/i.test(subject))
    return 'auto-reply'
  if (/\b(bulk|junk|list)\b/.test(precedence) || yes(header('list-id'))) return 'bulk'
  return undefined
}
