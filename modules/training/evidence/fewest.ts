/** Fewer people than this are no group to tell of (R17). */
export const fewestShown = 4
