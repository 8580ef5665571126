import type { Visitor } from '../setup/visitor.ts'

/** What a page lets somebody do: follow a link, or send a form. */
export type Step = { method: 'GET' | 'POST'; path: string; fields: Record<string, string> }

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`)
    .exec(tag)?.[1]
    ?.replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")

/** Steps that end the visit itself, or leave the product. */
const leaving = /^\/(logout|assets)|^(https?:|mailto:|tel:|data:|#)/

/**
 * Walks through everything a person can reach by links, as a reader of the pages and not of the
 * router, and notes every link and form met.
 * @param most pages read at most; pages that differ only in ids or query count as one kind, read thrice
 */
export async function crawl(visitor: Visitor, most = 400): Promise<Step[]> {
  const steps = new Map<string, Step>()
  const kinds = new Map<string, number>()
  const waiting = ['/']
  const seen = new Set(waiting)
  for (let read = 0; waiting.length > 0 && read < most; read++) {
    const path = waiting.shift() as string
    const answer = await visitor.get(path)
    if (!answer.headers.get('content-type')?.includes('html')) continue
    for (const step of stepsIn(await answer.text(), path)) {
      steps.set(`${step.method} ${step.path}`, step)
      const kind = step.path.replace(/[0-9a-f-]{36}/g, ':id').replace(/\?.*/, '')
      if (step.method !== 'GET' || seen.has(step.path) || (kinds.get(kind) ?? 0) >= 3) continue
      seen.add(step.path)
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      waiting.push(step.path)
    }
  }
  return [...steps.values()]
}

function stepsIn(html: string, path: string): Step[] {
  const links = [...html.matchAll(/<a\s[^>]*>/g)].flatMap(([tag]) => {
    const href = attribute(tag, 'href')
    return href && !leaving.test(href) ? [stepTo('GET', href, path)] : []
  })
  const forms = [...html.matchAll(/<form\s[^>]*>.*?<\/form>/gs)].flatMap(([form]) => {
    const opening = form.slice(0, form.indexOf('>') + 1)
    const action = attribute(opening, 'action') ?? path
    const method = attribute(opening, 'method')?.toLowerCase() === 'post' ? 'POST' : 'GET'
    if (leaving.test(action)) return []
    const buttons = [...form.matchAll(/\sformaction="([^"]*)"/g)].map(([, to]) => to as string)
    return [action, ...buttons].map((to) => ({
      ...stepTo(method, to, path),
      fields: fieldsIn(form),
    }))
  })
  return [...links, ...forms]
}

const stepTo = (method: Step['method'], to: string, from: string): Step => {
  const url = new URL(to, `http://inside${from}`)
  return { method, path: url.pathname + url.search, fields: {} }
}

/** Every named field of a form with the value it stands at. */
function fieldsIn(form: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<(?:input|select|textarea|button)\s[^>]*>/g)) {
    const name = attribute(tag, 'name')
    if (name && !(name in fields)) fields[name] = attribute(tag, 'value') ?? ''
  }
  return fields
}
