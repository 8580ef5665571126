/** Whether a path is one of a place's: `*` stands for one part of it, `**` at the end for any more. */
export function isAt(place: string, path: string): boolean {
  const [wanted, given] = [partsOf(place), partsOf(path)]
  const open = wanted.at(-1) === '**'
  const fixed = open ? wanted.slice(0, -1) : wanted
  if (open ? given.length < fixed.length : given.length !== fixed.length) return false
  return fixed.every((part, at) => part === '*' || part === given[at])
}

/** How narrow a place is: what is about one page stands before what is about many. */
export const narrowness = (place: string): number =>
  partsOf(place).reduce((sum, part) => sum + (part === '**' ? 0 : part === '*' ? 1 : 2), 0)

const partsOf = (path: string): string[] => path.split('/').filter(Boolean)

/**
 * A place as somebody types it, or as they copied it from the address of a page.
 * @returns undefined when it is none
 */
export function placeFrom(text: string): string | undefined {
  const typed = text
    .normalize('NFKC')
    .trim()
    .replace(/[?#].*$/, '')
  const path = typed.replace(/^https?:\/\/[^/]+/i, '').replace(/(?!^)\/+$/, '') || '/'
  // Ids say which record it is; help is about all of them.
  const place = path.replaceAll(/\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=\/|$)/gi, '/*')
  return /^\/([\w*.-]+(\/[\w*.-]+)*)?$/.test(place) && place.length <= 200 ? place : undefined
}
