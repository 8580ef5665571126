/** The list of follow-ups, and what is said of rows of a file of them. */
export const en = {
  title: 'Follow-ups',
  all: 'All',
  happenedAt: 'When',
  record: 'With',
  kind: 'How',
  text: 'What happened',
  owner: 'Who',
  of: (name: string) => `Who: ${name}`,
  within: (name: string) => `Department: ${name}`,
  countedFor: (name: string) => `Counted for: ${name}`,
  records: 'Records followed up',
  times: 'Follow-ups',
  last: 'Last followed up',
  byRecord: 'By record',
  byFollowUp: 'One by one',
  during: (period: string) => `Time: ${period}`,
  empty: 'Nobody has followed anything up yet',
  emptyText: 'What people write down on customers, leads and deals stands here together.',
  nothing: 'No follow-up fits',
  nothingText: 'Try other words, or look at all of them.',
  needRecord: 'Name the account, contact, lead or deal that was followed up.',
  unknownRecord: (name: string) =>
    `There is no “${name}” that you may follow up. Import it first, or check its name.`,
  severalRecords: (name: string) =>
    `Several records are called “${name}”. Name the account too, or write the e-mail or the reference.`,
  future: 'A follow-up cannot lie in the future: correct its time.',
}
