import { createHmac, timingSafeEqual } from 'node:crypto'

const minutes = 5

/** Texts that a browser carries from one page to the next and cannot change; good for five minutes. */
export type Tickets = {
  seal: (text: string) => string
  /** @returns undefined when the ticket is forged or too old */
  open: (ticket: string) => string | undefined
  /** A secret made of a text, the same each time; nobody else can make it. */
  derive: (text: string) => string
}

/** @param secret the same in every process of the install */
export function openTickets(secret: string, now: () => number = Date.now): Tickets {
  const signed = (text: string) => createHmac('sha256', secret).update(text).digest('base64url')
  return {
    derive: (text) => signed(`derived ${text}`),
    seal: (text) => {
      const body = Buffer.from(`${now() + minutes * 60_000} ${text}`).toString('base64url')
      return `${body}.${signed(body)}`
    },
    open: (ticket) => {
      const [body = '', seal = ''] = ticket.split('.')
      const wanted = Buffer.from(signed(body))
      const given = Buffer.from(seal)
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined
      const [until, ...rest] = Buffer.from(body, 'base64url').toString().split(' ')
      return Number(until) > now() ? rest.join(' ') : undefined
    },
  }
}
