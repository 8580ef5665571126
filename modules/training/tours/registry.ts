import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '../../../core/i18n/locale.ts'
import { root } from '../../../core/root.ts'
import { isAt } from '../help/place.ts'
import { currentNames, isRegistered, type Renamed } from './anchors.ts'

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(join(root, 'modules/training/tours', name), 'utf8')) as T

/** An anchor that people know by a name: the pages it is on, and what it takes to see it. */
export type NamedAnchor = {
  anchor: string
  place: string
  permission?: string
  name: Record<Locale, string>
}

const registered = read<string[]>('anchors.json')

/** What anchors are called now, by what they were called before. */
export const renamedAnchors = currentNames(read<Renamed[]>('renamed-anchors.json'))

/** What an anchor is called now: tours that were published keep the name it had then (R1). */
export const currentAnchor = (anchor: string): string => renamedAnchors.get(anchor) ?? anchor

/** What tours can point at without scripts: those that stay on their page whatever is filled in. */
export const namedAnchors = read<NamedAnchor[]>('named-anchors.json')

/** Whether the product has such an anchor still. */
export const isAnchor = (anchor: string): boolean => isRegistered(registered, currentAnchor(anchor))

export const anchorNamed = (anchor: string): NamedAnchor | undefined =>
  namedAnchors.find((one) => one.anchor === currentAnchor(anchor))

/** What an anchor is called; its id where it has no name. */
export const sayAnchor = (locale: Locale, anchor: string): string =>
  anchorNamed(anchor)?.name[locale] ?? anchor

/** The anchors of the pages at a place; those of every page stand last. */
export const anchorsAt = (path: string): NamedAnchor[] =>
  namedAnchors
    .filter(({ place }) => isAt(place, path) || isAt(path, place))
    .toSorted((one, other) => Number(one.place === '/**') - Number(other.place === '/**'))
