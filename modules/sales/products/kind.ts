/** Products, as everything that points at them calls them. */
export const productKind = {
  object: 'sales.product',
  href: '/sales/products',
  view: 'sales.products.view',
  edit: 'sales.products.edit',
} as const

export const priceBookObject = 'sales.price-book'
