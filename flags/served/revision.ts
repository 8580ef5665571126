import { createHash } from 'node:crypto'
import type { Compiled } from '../compile.ts'

/**
 * The flags of a company as other programs read them, at one moment. `id` grows with each change of
 * this process; `etag` follows from the contents, so it is the same in every process.
 */
export type Revision = {
  id: number
  etag: string
  /** The answer to a client that asks for everything. */
  body: string
  /** Each feature by its name and segment by its number, as JSON. */
  features: ReadonlyMap<string, string>
  segments: ReadonlyMap<number, string>
}

/** The flags that are decided by here, in the form Unleash clients know. @param id greater than every earlier one */
export function revisionOf({ features, segments }: Compiled, id: number): Revision {
  const named = new Map([...features].map(([name, feature]) => [name, JSON.stringify(feature)]))
  const numbered = new Map([...segments].map(([number, one]) => [number, JSON.stringify(one)]))
  const list = (parts: ReadonlyMap<unknown, string>) => `[${[...parts.values()].join()}]`
  const body = `{"version":2,"features":${list(named)},"segments":${list(numbered)}}`
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
  return { id, etag, body, features: named, segments: numbered }
}

/** Everything at once, as the first event of a delta or a stream. */
export function hydration({ id, features, segments }: Revision): string {
  const list = (parts: ReadonlyMap<unknown, string>) => `[${[...parts.values()].join()}]`
  return `{"events":[{"eventId":${id},"type":"hydration","features":${list(features)},"segments":${list(segments)}}]}`
}

/** What a client that knows one revision must hear to know another. */
export function difference(known: Revision, now: Revision): string {
  const event = (type: string, rest: string) => `{"eventId":${now.id},"type":"${type}",${rest}}`
  const changed = <K>(one: ReadonlyMap<K, string>, other: ReadonlyMap<K, string>) =>
    [...other].filter(([key, json]) => one.get(key) !== json)
  const gone = <K>(one: ReadonlyMap<K, string>, other: ReadonlyMap<K, string>) =>
    [...one.keys()].filter((key) => !other.has(key))
  // Segments come before the features that name them, and go after them.
  const events = [
    ...changed(known.segments, now.segments).map(([, json]) =>
      event('segment-updated', `"segment":${json}`),
    ),
    ...changed(known.features, now.features).map(([, json]) =>
      event('feature-updated', `"feature":${json}`),
    ),
    ...gone(known.features, now.features).map((name) =>
      event('feature-removed', `"featureName":${JSON.stringify(name)},"project":"default"`),
    ),
    ...gone(known.segments, now.segments).map((number) =>
      event('segment-removed', `"segmentId":${number}`),
    ),
  ]
  return `{"events":[${events.join()}]}`
}
