import { newId } from '../../../core/db/id.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { Channel } from './choices.ts'
import { noteStates } from './moves.ts'
import { messages, tickets } from './schema.ts'
import { reached, type Step } from './seed-ways.ts'

type Row = Omit<typeof tickets.$inferInsert, 'companyId'>

/** A made-up ticket, with the states it went through and what was said in it. */
export type MadeTicket = Row & {
  id: string
  channel: Channel
  way: readonly Step[]
  asked: string
  answer: string
}

/** What a ticket says of the states it went through, and of when it was answered. */
export const standingAfter = (way: readonly Step[], answeredAt: Date | null, openedAt: Date) => ({
  ...{ openedAt, firstResponseAt: answeredAt, lastAnswerAt: answeredAt },
  lastCustomerAt: reached(way, 'waiting_us') ?? openedAt,
  ...{ solvedAt: reached(way, 'solved'), closedAt: reached(way, 'closed') },
  stateSince: way.at(-1)?.at ?? openedAt,
})

/** Writes made-up tickets down: each with the customer's first words, the answer where there was one, and its states. */
export async function insertMade(scope: Scope, rows: readonly MadeTicket[]): Promise<void> {
  await insertMany(
    scope,
    tickets,
    rows.map(({ way: _, asked: __, answer: ___, ...row }) => row),
  )
  const said = rows.map(({ id, asked, channel, openedAt, fromName, fromAddress }) => ({
    ...{ id: newId(), ticketId: id, kind: 'customer' as const, text: asked, channel },
    ...{ fromName, fromAddress, sentAt: openedAt },
  }))
  const answers = rows.flatMap(({ id, answer, channel, firstResponseAt, ownerId }) =>
    firstResponseAt
      ? {
          ...{ id: newId(), ticketId: id, kind: 'answer' as const, channel, authorId: ownerId },
          ...{ text: answer, sentAt: firstResponseAt },
        }
      : [],
  )
  const moves = rows.flatMap(({ id, way }) =>
    way.map(({ state: to, at }, step) => ({
      ...{ ticketId: id, from: way[step - 1]?.state ?? null, to, at },
    })),
  )
  await Promise.all([
    insertMany(scope, messages, said),
    insertMany(scope, messages, answers),
    noteStates(scope, moves),
  ])
}
