/** Where a tour is kept while one goes from page to page: in this tab alone, until it ends. */
export const keptTour = 'stepwise-tour'
