/** A place as a pattern for paths: `*` stands for one part of it, `**` at the end for any more. */
export function patternOf(place: string): string {
  const open = place.endsWith('/**')
  const parts = place.replace(/\/\*\*$/, '').split('/')
  const fixed = parts.map((part) => (part === '*' ? '[^/]+' : part.replaceAll(/[.*]/g, '\\$&')))
  return `^${fixed.join('/')}${open ? '(/.*)?' : '/?'}$`
}

/** Whether a path is one of a place's. */
export const isAt = (place: string, path: string): boolean =>
  new RegExp(patternOf(place)).test(path)

/** How narrow a place is: what is about one page stands before what is about many. */
export const narrowness = (place: string): number =>
  place
    .split('/')
    .filter(Boolean)
    .reduce((sum, part) => sum + (part === '**' ? 0 : part === '*' ? 1 : 2), 0)

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
