import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where anchors stand in the source: what tours find elements by is public (R1). */
const written = /\b(?:data-)?tour=(?:"([\w.-]+)"|\{`([^`]+)`\})/g

/**
 * Every `data-tour` id that the source gives, in order. What is put together while a page is drawn
 * (`new-${kind}`) is a pattern with `*`.
 */
export function scanAnchors(folder: string): string[] {
  const found = new Set<string>()
  for (const place of ['core', 'flags', 'modules', 'views'])
    for (const name of readdirSync(join(folder, place), { recursive: true }).map(String)) {
      if (!name.endsWith('.tsx')) continue
      const text = readFileSync(join(folder, place, name), 'utf8')
      for (const [, literal, made] of text.matchAll(written)) {
        const anchor = literal ?? made?.replaceAll(/\$\{[^}]*\}/g, '*')
        if (anchor && anchor !== '*') found.add(anchor)
      }
    }
  return [...found].sort()
}

/** Whether an anchor is registered, itself or by a pattern. */
export const isRegistered = (anchors: readonly string[], anchor: string): boolean =>
  anchors.some((one) =>
    new RegExp(
      `^${one
        .split('*')
        .map((part) => part.replaceAll('.', '\\.'))
        .join('[\\w.-]+')}$`,
    ).test(anchor),
  )

/** An anchor that has another name now, or none any more. */
export type Renamed = { was: string; is: string | null }

/** The name that each renamed anchor has now, however often it was renamed; without those that are gone. */
export function currentNames(renamed: readonly Renamed[]): ReadonlyMap<string, string> {
  const next = new Map(renamed.map(({ was, is }) => [was, is]))
  const names = new Map<string, string>()
  for (const { was } of renamed) {
    const met = new Set<string>()
    let name: string | null | undefined = was
    while (name && next.has(name) && !met.has(name)) {
      met.add(name)
      name = next.get(name)
    }
    if (name && !met.has(name)) names.set(was, name)
  }
  return names
}

/** Anchors that were public and that the source has no more, without a word of what became of them. */
export const lostAnchors = (
  kept: readonly string[],
  found: readonly string[],
  renamed: readonly Renamed[],
): string[] => kept.filter((one) => !found.includes(one) && !renamed.some(({ was }) => was === one))
