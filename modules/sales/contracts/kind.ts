/** Contracts, as everything that points at them calls them. */
export const contractKind = {
  object: 'sales.contract',
  href: '/sales/contracts',
  view: 'sales.contracts.view',
  edit: 'sales.contracts.edit',
} as const

export const contractNumbers = { key: 'sales.contract', usual: 'C-{year}-{0000}' }
