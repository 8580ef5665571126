export const en = {
  lines: 'Products',
  line: (number: string) => `Line ${number}`,
  product: 'Product or service',
  lineHint:
    'Choose a product by name or code, or type what else is sold. A price left empty is that of the price book.',
  quantity: 'Quantity',
  unit: 'Unit',
  price: 'Unit price',
  discount: 'Discount',
  taxRate: 'Tax rate',
  amount: 'Amount',
  more: 'More lines',
  none: 'Add at least one product or service.',
  needPrice: (name: string) => `“${name}” has no price in this currency. Type one.`,
  several: (name: string) => `Several products are called “${name}”. Type the code instead.`,
  otherCurrency: (currency: string) =>
    `The paper is in ${currency}. Type the price in ${currency}.`,
  negative: 'A price is not below nought; give a discount instead.',
  tooLarge: 'The amounts are too large to be summed up. Check quantity and price.',
  net: 'Net',
  tax: (rate: string) => `Tax ${rate}`,
  total: 'Total',
}
