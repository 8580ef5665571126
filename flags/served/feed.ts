import type { Changes } from '../../core/db/changes.ts'
import { topic } from '../change.ts'
import type { Compiled } from '../compile.ts'
import type { Flags } from '../port.ts'
import { difference, hydration, type Revision, revisionOf } from './revision.ts'

/** Revisions kept of one company: a client that is further behind gets everything again. */
const mostKept = 10

/** Companies whose revisions are kept at once; whoever was not asked about for longest goes first. */
const mostCompanies = 200

/** Streams of one company. */
const mostStreams = 100

/** Milliseconds between two signs of life, which keep proxies from cutting a silent connection. */
const beatEvery = 20_000

export type Feed = {
  /** The flags of a company now. */
  now: (company: string) => Promise<Revision>
  /** What a client must hear that says it knows a revision by its etag; everything when that is too long ago. */
  since: (company: string, etag: string | undefined) => Promise<{ etag: string; events: string }>
  /** Tells of every change as it happens. @returns undefined when too many are open */
  open: (company: string) => Promise<ReadableStream | undefined>
  endAll: () => void
  close: () => void
}

type Kept = { compiled: Compiled; revisions: Revision[] }
type Listener = {
  company: string
  shown: Revision
  write: (text: string) => void
  end: () => void
}

/** The flags of all companies of this install as other programs hear of them. */
export function openFeed(flags: Flags, changes: Pick<Changes, 'on'>): Feed {
  const kept = new Map<string, Kept>()
  const listeners = new Set<Listener>()

  const now: Feed['now'] = async (company) => {
    const { compiled } = await flags.of(company)
    const before = kept.get(company)
    const latest = before?.revisions[0]
    if (latest && before.compiled === compiled) return latest
    const next = revisionOf(compiled, Math.max(Date.now(), (latest?.id ?? 0) + 1))
    const isNews = next.etag !== latest?.etag
    const revisions = [...(isNews ? [next] : []), ...(before?.revisions ?? [])].slice(0, mostKept)
    kept.delete(company)
    kept.set(company, { compiled, revisions })
    const [oldest] = kept.keys()
    if (kept.size > mostCompanies && oldest) kept.delete(oldest)
    return isNews ? next : (latest ?? next)
  }

  const tell = async (listener: Listener) => {
    const latest = await now(listener.company)
    if (latest.etag === listener.shown.etag) return
    const events = difference(listener.shown, latest)
    listener.shown = latest
    listener.write(eventOf('unleash-updated', latest.id, events))
  }
  const news = (company: string | undefined) => {
    for (const listener of listeners)
      if (company === undefined || listener.company === company) tell(listener).catch(() => {})
  }
  changes.on(topic, news)
  changes.on('access', news)
  const heart = setInterval(() => {
    for (const listener of listeners) listener.write(': beat\n\n')
  }, beatEvery)
  heart.unref()

  const endAll = () => {
    for (const listener of listeners) listener.end()
  }

  return {
    now,
    since: async (company, etag) => {
      const latest = await now(company)
      const known = kept.get(company)?.revisions.find((one) => one.etag === etag)
      return {
        etag: latest.etag,
        events: known ? difference(known, latest) : hydration(latest),
      }
    },
    open: async (company) => {
      if ([...listeners].filter((one) => one.company === company).length >= mostStreams)
        return undefined
      return listen(listeners, company, await now(company), (one) => void tell(one).catch(() => {}))
    },
    endAll,
    close: () => {
      clearInterval(heart)
      endAll()
    },
  }
}

const eventOf = (name: string, id: number, data: string): string =>
  `id: ${id}\nevent: ${name}\ndata: ${data}\n\n`

/** @param begin what changed while the stream was opened is told at once */
function listen(
  listeners: Set<Listener>,
  company: string,
  shown: Revision,
  begin: (listener: Listener) => void,
): ReadableStream {
  const encoder = new TextEncoder()
  let listener: Listener
  return new ReadableStream({
    start: (controller) => {
      listener = {
        company,
        shown,
        write: (text) => {
          if (listeners.has(listener)) controller.enqueue(encoder.encode(text))
        },
        end: () => {
          if (listeners.delete(listener)) controller.close()
        },
      }
      listeners.add(listener)
      listener.write(eventOf('unleash-connected', shown.id, hydration(shown)))
      begin(listener)
    },
    cancel: () => {
      listeners.delete(listener)
    },
  })
}
