const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)

export const en = {
  title: 'Purchases',
  none: 'Nothing bought yet.',
  recency: 'Last bought',
  ago: (count: number) => (count <= 0 ? 'today' : `${days(count)} ago`),
  frequency: 'Purchases',
  contracts: (said: string, count: number) => `${said} ${count === 1 ? 'contract' : 'contracts'}`,
  and: ', ',
  deals: (said: string, count: number) => `${said} won ${count === 1 ? 'deal' : 'deals'}`,
  value: 'Value in all',
  formula:
    'A contract is worth what was received for it, a won deal without a contract its amount. Each day counts once for how often somebody buys.',
  rhythm: 'Buys about every',
  every: days,
  tooFew: 'Too few purchases to tell',
  quiet: 'This customer used to buy more often. Ask how they are.',
}
