/** Where a tour is kept while one goes from page to page: in this tab alone, until it ends. */
export const keptTour = 'stepwise-tour'

/** Where it is kept which tour one is writing, over the pages it is about. */
export const keptWriting = 'stepwise-tour-writing'

/** Told when a tour ends: what waited for that goes on. */
export const tourEnded = 'stepwise:tour-ended'
