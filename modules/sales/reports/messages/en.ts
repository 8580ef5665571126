/** What the reports say. */
export const en = {
  title: 'Reports',
  stage: 'Stage',
  deals: 'Deals',
  amount: 'Amount',
  share: 'Share',
  figure: 'Figure',
  value: 'Value',
  open: 'Open',
  nothing: 'There are no deals here yet.',
  pipeline: 'Pipeline',
  any: 'Any',
  outcomes: {
    title: 'Win rate and loss reasons',
    about: 'What is won, what is lost and why.',
    byStage: 'Deals by stage',
    rate: 'Win rate',
    rateFormula: 'Won ÷ (won + lost), of the deals that closed in the period.',
    rateSummary: (won: string, closed: string, rate: string) =>
      `${won} of ${closed} closed deals are won: ${rate}.`,
    won: 'Won',
    lost: 'Lost',
    wonValue: 'Won value',
    reason: 'Reason',
    noLoss: 'No deal was lost.',
  },
  funnel: {
    title: 'Funnel',
    about: 'How far deals get, stage by stage, and how long they stay.',
    formula:
      'Reached counts deals that began in the period and were ever in this stage or a later one; a lost deal counts as far as its moves tell. Conversion is the share of the stage before. Days are the median of completed stays.',
    summary: (begun: string, won: string, share: string) =>
      `Of ${begun} deals, ${won} are won: ${share}.`,
    reached: 'Reached',
    conversion: 'Of the stage before',
    days: 'Median days in it',
    median: (days: number, sample: string) => `${days} (${sample} stays)`,
  },
  forecast: {
    title: 'Forecast',
    about: 'What is won and what is expected, month by month, against the targets.',
    formula: (currency: string) =>
      `Open deals count in the month in which they are expected to close, by their own forecast category or that of their stage; the weighted sum takes each amount by the probability of its stage, and adds what is won. Only amounts in ${currency}, only deals with an expected day.`,
    month: 'Month',
    weighted: 'Won + weighted',
    target: 'Target',
    attained: 'Of the target',
  },
  activity: {
    title: 'Activity by person',
    about: 'Follow-ups written down, deals begun and won.',
    formula: 'Follow-ups count on the day they happened, deals on the day they began or closed.',
    followUps: 'Follow-ups',
    records: 'Records followed up',
    begun: 'Deals begun',
    none: 'Nobody has done anything in this period.',
  },
  products: {
    title: 'Sales by product',
    about: 'What is sold how often and for how much, and what is still open.',
    formula:
      'Values and quantities are those of the lines of won deals; a deal with several products counts at each of them. A deal without products counts as “none”, at its own value. Closed deals count in the period in which they closed; open ones are those open now. Amounts of different currencies are never added.',
    column: 'Product',
    quantity: 'Quantity sold',
  },
  shares: {
    formula:
      'Closed deals count in the period in which they closed; open ones are those open now. Amounts of different currencies are never added.',
    people: {
      title: 'By person',
      about: 'Who wins what; people who are no users appear by the name their file gives.',
      column: 'Person',
    },
    sectors: {
      title: 'By sector',
      about: 'Deals by the industry of their account.',
      column: 'Sector',
    },
    regions: {
      title: 'By region',
      about: 'Deals by the region of their account.',
      column: 'Region',
    },
  },
  receivables: {
    about: 'What customers owe today, by how long it has been due.',
    formula:
      'What is open on the instalments of contracts in force, by the days since they were due; what stands in no instalment is the rest of the balance. It is as of today, whatever period is chosen.',
  },
  buying: {
    title: 'Purchases by customer',
    about: 'How lately, how often and for how much customers buy, and which good ones went quiet.',
    summary: (customers: string, quiet: string) =>
      `${customers} customers have bought; ${quiet} of them used to buy more often.`,
    formula:
      'Somebody is called quiet who bought at least three times and has been silent for twice as long as they usually are, and for a month at least. Amounts in the company’s currency, the 200 customers that bought most.',
    contracts: 'Contracts',
    deals: 'Won deals',
    signal: 'Signal',
    quiet: 'Gone quiet',
  },
}
