/**
 * A page without what differs from one answer to the next: the keys of its forms, a paper's time, how
 * long ago something was.
 */
export const steady = (html: string): string =>
  html
    .replaceAll(/(name="_once" value=")[^"]*/g, '$1')
    .replaceAll(/just now|\d+ minutes? ago|in \d+ minutes?/g, '')
    .replaceAll(/\(D:\d{14}Z\)|\/ID \[[^\]]*\]/g, '')
