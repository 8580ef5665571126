/** The folders below migrations/ in the order they apply: core first, then modules after their needs. */
export const areas: readonly string[] = ['core']
