/** Quotes, as everything that points at them calls them. */
export const quoteKind = {
  object: 'sales.quote',
  href: '/sales/quotes',
  view: 'sales.quotes.view',
  edit: 'sales.quotes.edit',
  export: 'sales.quotes.export',
} as const

export const quoteNumbers = { key: 'sales.quote', usual: 'Q-{year}-{0000}' }
