/** A LIKE pattern for a part of a text, in which %, _ and \ stand for themselves. */
export const containing = (part: string): string => `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`

/** Comes behind every sign that a text may hold: all that begin with `a` stand before `a` and this. */
export const behindAll = '\u{10ffff}'
