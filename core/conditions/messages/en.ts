import type { Period } from '../periods.ts'
import type { Match, Operator } from '../tree.ts'

const periods: Record<Period, string> = {
  today: 'today',
  yesterday: 'yesterday',
  tomorrow: 'tomorrow',
  'this-week': 'this week',
  'last-week': 'last week',
  'next-week': 'next week',
  'this-month': 'this month',
  'last-month': 'last month',
  'next-month': 'next month',
  'this-quarter': 'this quarter',
  'last-quarter': 'last quarter',
  'this-year': 'this year',
  'last-year': 'last year',
}

const operators: Record<Operator, string> = {
  contains: 'contains',
  lacks: 'does not contain',
  is: 'is',
  isnt: 'is not',
  range: 'is between',
  in: 'is in the period',
  past: 'is in the last … days',
  coming: 'is in the next … days',
  any: 'is any of',
  every: 'has all of',
  none: 'is none of',
  of: 'is somebody of the department',
  empty: 'is empty',
  filled: 'is filled in',
}

const joins: Record<Match, string> = { all: ' and ', any: ' or ' }

const builder = {
  title: 'Combined filter',
  open: 'Combine conditions…',
  hint: 'Each line is one condition. Put several into a group to say “one of these, and that too”.',
  match: 'Show records for which',
  all: 'all of these hold',
  any: 'at least one of these holds',
  group: 'Group',
  addGroup: 'Add a group',
  removeGroup: 'Remove the group',
  field: 'Field',
  add: 'Add a condition',
  remove: (label: string) => `Remove the condition ${label}`,
  operator: (label: string) => `${label}: how`,
  value: (label: string) => `${label}: value`,
  from: 'from',
  to: 'to',
  period: 'Period',
  days: 'Days',
  apply: 'Show',
  none: 'No condition yet. Choose a field and add one.',
  full: (most: number) => `A filter holds at most ${most} conditions.`,
  tooLong: 'These conditions are too long together. Take some away.',
}

export const en = {
  periods,
  operators,
  joins,
  builder,
  comma: ', ',
  bracket: (said: string) => `(${said})`,
  me: 'me',
  gone: 'no longer there',
  unreadable: (label: string) => `${label}: cannot be read`,
  contains: (label: string, text: string) => `${label} contains “${text}”`,
  lacks: (label: string, text: string) => `${label} does not contain “${text}”`,
  is: (label: string, text: string) => `${label} is “${text}”`,
  isnt: (label: string, text: string) => `${label} is not “${text}”`,
  between: (label: string, from: string, to: string) => `${label}: ${from} to ${to}`,
  from: (label: string, from: string) => `${label}: from ${from}`,
  upTo: (label: string, to: string) => `${label}: up to ${to}`,
  in: (label: string, period: string) => `${label}: ${period}`,
  past: (label: string, days: string) =>
    days === '1' ? `${label}: today` : `${label}: the last ${days} days`,
  coming: (label: string, days: string) =>
    days === '1' ? `${label}: today` : `${label}: the next ${days} days`,
  any: (label: string, names: string, count: number) =>
    count === 1 ? `${label}: ${names}` : `${label}: any of ${names}`,
  every: (label: string, names: string, count: number) =>
    count === 1 ? `${label}: ${names}` : `${label}: all of ${names}`,
  none: (label: string, names: string, _count: number) => `${label}: not ${names}`,
  of: (label: string, names: string, _count: number) => `${label}: somebody of ${names}`,
  empty: (label: string) => `${label} is empty`,
  filled: (label: string) => `${label} is filled in`,
  leftOut: 'Part of this filter cannot be read and is left out:',
  unknown:
    'The combined filter in this address cannot be read. It is left out: all records are shown.',
  wrong: {
    field: 'This field is not there any more. Remove the condition.',
    operator: (label: string) => `${label} cannot be asked like this. Choose another way.`,
    text: (label: string) => `Say what ${label} is to be compared with.`,
    range: (label: string) => `Give at least one end of the range for ${label}.`,
    none: (label: string) => `Choose at least one for ${label}.`,
    gone: (label: string) => `${label}: somebody or something chosen is not there any more.`,
    period: 'Choose a period.',
    days: (most: number) => `Give a number of days from 1 to ${most}.`,
  },
}
