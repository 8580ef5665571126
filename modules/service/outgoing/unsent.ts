import { sql } from 'drizzle-orm'
import type { Locale } from '../../../core/i18n/locale.ts'
import type { Scope } from '../../../core/scope.ts'
import { type Channel, channel } from '../tickets/choices.ts'
import { tickets } from '../tickets/schema.ts'
import { outgoingText } from './messages.ts'
import { isWritten, liveMailboxes } from './writing.ts'

/** Why an answer on a ticket is not sent: whoever writes it has to tell the customer themselves. */
export type Unsent = { why: 'noAddress' | 'otherWay' | 'noMailbox'; channel: Channel }

/** Foretells what writing.ts does with an answer; undefined where it is sent. */
export async function whyUnsent(scope: Scope, ticketId: string): Promise<Unsent | undefined> {
  const [to] = await scope.db.execute<{
    channel: Channel
    address: string
    hasMailbox: boolean
  }>(sql`
    select t.channel, t.from_address as address,
      exists (select from ${liveMailboxes(scope)}) as "hasMailbox"
    from ${tickets} t where t.company_id = ${scope.company.id} and t.id = ${ticketId}`)
  if (!to) return undefined
  if (to.address === '') return { why: 'noAddress', channel: to.channel }
  if (!isWritten(to.channel)) return { why: 'otherWay', channel: to.channel }
  return to.hasMailbox ? undefined : { why: 'noMailbox', channel: to.channel }
}

/** The same in words, for whoever is about to answer. */
export const sayUnsent = (locale: Locale, { why, channel: way }: Unsent): string =>
  outgoingText(locale).unsent[why](channel.print(way, locale))
