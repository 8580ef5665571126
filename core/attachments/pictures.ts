/** What a browser shows and never runs. SVG is a page of its own, and is not even taken. */
const pictures: ReadonlySet<string> = new Set([
  ...['image/png', 'image/jpeg', 'image/gif', 'image/webp'],
])

/** Whether a file is a picture by its bytes, and may be shown on a page. */
export const isPicture = ({ type }: { type: string }): boolean => pictures.has(type)

/** Where a picture that is attached somewhere is shown from. */
export const pictureHref = (id: string): string => `/files/${id}/picture`

/**
 * Headers of a picture on a page: of the type its bytes have, never guessed anew, and harmless when
 * somebody opens it alone. A browser asks each time whether it may still be seen.
 */
export const pictureHeaders = ({ type, sha256 }: { type: string; sha256: string }) => ({
  'Content-Type': type,
  'Content-Disposition': 'inline',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cache-Control': 'private, no-cache',
  ETag: `"${sha256}"`,
})
