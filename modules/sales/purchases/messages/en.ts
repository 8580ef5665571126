const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)

export const en = {
  title: 'Purchases',
  none: 'Nothing bought yet.',
  recency: 'Last bought',
  ago: (count: number) => (count <= 0 ? 'today' : `${days(count)} ago`),
  frequency: 'Purchases',
  value: 'Received in all',
  rhythm: 'Buys about every',
  every: days,
  tooFew: 'Too few purchases to tell',
  quiet: 'This customer used to buy more often. Ask how they are.',
}
