import type { Sessions, SignedIn } from '../auth/session.ts'
import type { Changes } from '../db/changes.ts'
import type { Locale } from '../i18n/locale.ts'
import type { Switchboards } from '../switchboard.ts'
import { topic } from './notify.ts'
import { countUnread, type UnreadCounts } from './unread.ts'

/** Milliseconds between two signs of life, which keep proxies from cutting a silent connection. */
const beatEvery = 25_000

/** Tabs in sight of one person; further ones are drawn with the count and do not hear more. */
const mostOfOne = 12

/** Messages that may wait for a browser that takes none. */
const mostWaiting = 20

export type Streams = {
  /**
   * Tells one tab how much its person has not read, whenever that changes.
   * @param shown the count that the tab shows already
   * @returns undefined when the person has too many open
   */
  open: (signedIn: SignedIn, locale: Locale, shown: number) => ReadableStream | undefined
  /** Ends all of them; browsers ask again by themselves. */
  endAll: () => void
  close: () => void
}

type Listener = {
  signedIn: SignedIn
  locale: Locale
  shown: number
  write: (text: string) => void
  end: () => void
}

type Known = {
  changes: Pick<Changes, 'on'>
  sessions: Pick<Sessions, 'alive'>
  unread: UnreadCounts
  switchboards: Switchboards
  /** the bell's inside, as pages draw it */
  draw: (locale: Locale, count: number) => string
}

/**
 * One open answer per tab in sight. It holds no connection to the database: what is sent comes
 * from memory, when a notification is announced. It ends with its session, which it does not prolong.
 */
export function openStreams({ changes, sessions, unread, switchboards, draw }: Known): Streams {
  const listeners = new Set<Listener>()

  const tell = async (listener: Listener) => {
    const { company, person } = listener.signedIn
    const [counts, switchboard] = await Promise.all([
      unread.of(company.id, person.id),
      switchboards(company.id),
    ])
    const count = countUnread(counts, switchboard(person))
    if (count === listener.shown) return
    listener.shown = count
    listener.write(`data: ${draw(listener.locale, count)}\n\nevent: notified\ndata: ${count}\n\n`)
  }

  const endThoseOver = async () => {
    if (listeners.size === 0) return
    const alive = await sessions.alive([...listeners].map(({ signedIn }) => signedIn))
    for (const listener of listeners)
      if (!alive.has(listener.signedIn.sessionId)) {
        listener.write('event: over\ndata: \n\n')
        listener.end()
      }
  }

  // While the database is away nothing is known; the next beat asks again.
  const look = () => void endThoseOver().catch(() => {})

  changes.on(topic, (company, person) => {
    for (const listener of listeners) {
      const { signedIn } = listener
      const meant = !company || (signedIn.company.id === company && signedIn.person.id === person)
      if (meant) tell(listener).catch(() => {})
    }
  })
  changes.on('access', look)
  const heart = setInterval(() => {
    for (const listener of listeners) listener.write(': beat\n\n')
    look()
  }, beatEvery)
  heart.unref()

  const endAll = () => {
    for (const listener of listeners) listener.end()
  }

  return {
    open: (signedIn, locale, shown) => {
      const same = [...listeners].filter((one) => one.signedIn.person.id === signedIn.person.id)
      if (same.length >= mostOfOne) return undefined
      return listen(listeners, { signedIn, locale, shown }, (one) => void tell(one).catch(() => {}))
    },
    endAll,
    close: () => {
      clearInterval(heart)
      endAll()
    },
  }
}

function listen(
  listeners: Set<Listener>,
  known: Pick<Listener, 'signedIn' | 'locale' | 'shown'>,
  begin: (listener: Listener) => void,
): ReadableStream {
  const encoder = new TextEncoder()
  let listener: Listener
  return new ReadableStream({
    start: (controller) => {
      listener = {
        ...known,
        write: (text) => {
          if (!listeners.has(listener)) return
          controller.enqueue(encoder.encode(text))
          if ((controller.desiredSize ?? 0) < -mostWaiting) listener.end()
        },
        end: () => {
          if (listeners.delete(listener)) controller.close()
        },
      }
      listeners.add(listener)
      begin(listener)
    },
    cancel: () => {
      listeners.delete(listener)
    },
  })
}
