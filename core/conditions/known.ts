import type { Directory } from '../access/directory.ts'
import type { Suggestions } from '../fields/suggestions.ts'

/** What there is to choose from: names of people, departments and tags, and words in use. */
export type Known = { directory: Directory; tags: readonly string[]; suggestions: Suggestions }
