/** A LIKE pattern for a part of a text, in which %, _ and \ stand for themselves. */
export const containing = (part: string): string => `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`
