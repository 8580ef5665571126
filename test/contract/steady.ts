/** A page without what differs from one answer to the next: the keys of its forms. */
export const steady = (html: string): string =>
  html.replaceAll(/(name="_once" value=")[^"]*/g, '$1')
