import type { PaletteItem } from '../../views/palette.tsx'
import { navigationFor } from '../http/navigation.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { searchKeys } from '../values/names.ts'

/** Pages of the sidebar by a part of their name, its pinyin or its initials; all when nothing is typed. */
export function pagesNamed(registry: Registry, scope: Scope, query: string): PaletteItem[] {
  const wanted = query.trim().toLowerCase()
  return navigationFor(registry, scope)
    .flatMap((group) => group.items)
    .filter(({ label }) => spellings(label).some((spelling) => spelling.includes(wanted)))
    .map(({ href, label, icon }) => ({ href, label, icon }))
}

const spellings = (label: string): string[] => {
  const keys = searchKeys(label)
  return [keys.text, ...keys.pinyin, ...keys.initials, ...keys.letters]
}
