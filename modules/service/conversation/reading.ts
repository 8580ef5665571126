import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import type { Doubt } from '../mail/authenticity.ts'
import type { Channel } from '../tickets/choices.ts'
import { type Delivery, type MessageKind, messages } from '../tickets/schema.ts'
import { messageFiles } from './schema.ts'

export type MessageFile = {
  id: string
  fileName: string
  type: string
  bytes: number
  /** What the HTML of its mail calls it. */
  contentId: string | null
}

/** One message as the page shows it. */
export type Message = {
  id: string
  kind: MessageKind
  /** A colleague's name. */
  author: string | null
  fromName: string
  fromAddress: string
  text: string
  /** A customer's mail, cleaned; null where it came as text alone. */
  htmlKept: string | null
  /** By what the server that received it doubts its sender. */
  doubt: Doubt | null
  channel: Channel
  sentAt: Date
  delivery: Delivery
  files: MessageFile[]
}

const pageSize = 30

/**
 * The conversation of a ticket, newest first. The caller has made sure that it may be seen.
 * @param before id of the last message seen, to go on from there
 * @returns `older` is where to go on, if there is more
 */
export async function readConversation(
  { db, company }: Scope,
  ticketId: string,
  before?: string,
): Promise<{ messages: Message[]; older?: string }> {
  const rows = await db.execute<Message>(sql`
    select m.id, m.kind, m.text, m.html_kept as "htmlKept", m.doubt, m.channel, m.sent_at as "sentAt", m.delivery,
      m.from_name as "fromName", m.from_address as "fromAddress",
      (select u.name from core.users u
        where u.company_id = m.company_id and u.id = m.author_id) as author,
      coalesce((select json_agg(json_build_object('id', a.id, 'fileName', a.file_name,
          'type', a.type, 'bytes', a.bytes, 'contentId', f.content_id) order by a.id)
        from ${messageFiles} f join core.attachments a
          on a.company_id = f.company_id and a.id = f.file_id and a.removed_at is null
        where f.company_id = m.company_id and f.message_id = m.id), '[]') as files
    from ${messages} m
    where m.company_id = ${company.id} and m.ticket_id = ${ticketId}
      ${
        before
          ? sql`and (m.sent_at, m.id) < (select b.sent_at, b.id from ${messages} b
              where b.company_id = ${company.id} and b.id = ${before})`
          : sql``
      }
    order by m.sent_at desc, m.id desc limit ${pageSize + 1}`)
  const shown = rows.slice(0, pageSize)
  return { messages: shown, older: rows.length > pageSize ? shown.at(-1)?.id : undefined }
}

/**
 * The answer that a colleague gave since a page was drawn, if there is one.
 * @param seen id of the latest message on that page; empty when there was none
 */
export async function answeredSince(
  { db, company, user }: Scope,
  ticketId: string,
  seen: string,
): Promise<{ id: string; author: string } | undefined> {
  const [row] = await db.execute<{ id: string; author: string }>(sql`
    select m.id, coalesce(u.name, '') as author from ${messages} m
    left join core.users u on u.company_id = m.company_id and u.id = m.author_id
    where m.company_id = ${company.id} and m.ticket_id = ${ticketId} and m.kind = 'answer'
      and m.author_id is distinct from ${user.id} and m.id > ${seen}
    order by m.id desc limit 1`)
  return row
}

/** The id of the newest message by when it was written down, for `answeredSince`. */
export async function latestMessage({ db, company }: Scope, ticketId: string): Promise<string> {
  const [row] = await db.execute<{ id: string }>(sql`
    select id from ${messages} where company_id = ${company.id} and ticket_id = ${ticketId}
    order by id desc limit 1`)
  return row?.id ?? ''
}
