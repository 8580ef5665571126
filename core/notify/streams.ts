import type { Sessions, SignedIn } from '../auth/session.ts'
import type { Changes } from '../db/changes.ts'
import type { Locale } from '../i18n/locale.ts'
import type { Switchboards } from '../switchboard.ts'
import { topic } from './notify.ts'
import { countUnread, type UnreadCounts } from './unread.ts'

/** Milliseconds between two signs of life, which keep proxies from cutting a silent connection. */
const beatEvery = 25_000

/** Streams of one person, one for each of their browsers; further ones are drawn with the count and do not hear more. */
const mostOfOne = 12

/** Messages that may wait for a browser that takes none. */
const mostWaiting = 20

export type Streams = {
  /**
   * Tells one browser how much its person has not read, whenever that changes.
   * @param shown the count that it shows already
   * @returns undefined when the person has too many open
   */
  open: (signedIn: SignedIn, locale: Locale, shown: number) => ReadableStream | undefined
  /** What a stream would say now, for a browser whose tabs cannot share one. */
  say: (signedIn: SignedIn, locale: Locale) => Promise<string>
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
 * One open answer per browser. It holds no connection to the database: what is sent comes
 * from memory, when a notification is announced. It ends with its session, which it does not prolong.
 */
export function openStreams({ changes, sessions, unread, switchboards, draw }: Known): Streams {
  const listeners = new Set<Listener>()

  const countOf = async ({ company, person }: SignedIn) => {
    const [counts, switchboard] = await Promise.all([
      unread.of(company.id, person.id),
      switchboards(company.id),
    ])
    return countUnread(counts, switchboard(person))
  }

  // A browser that comes back names the last id it heard, which is what it shows.
  const news = (locale: Locale, count: number) =>
    `id: ${count}\nevent: notified\ndata: ${draw(locale, count)}\n\n`

  const tell = async (listener: Listener) => {
    const count = await countOf(listener.signedIn)
    if (count === listener.shown) return
    listener.shown = count
    listener.write(news(listener.locale, count))
  }

  const endThoseOver = async () => {
    if (listeners.size === 0) return
    const alive = await sessions.alive([...listeners].map(({ signedIn }) => signedIn))
    for (const listener of listeners) if (!alive.has(listener.signedIn.sessionId)) listener.end()
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
    say: async (signedIn, locale) => news(locale, await countOf(signedIn)),
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
