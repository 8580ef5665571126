/** Only a path of our own: `//evil`, `/\evil`, `https:evil` and line breaks lead home. */
export const ownPath = (next: string | undefined): string =>
  next && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next) ? next : '/'
