/** What a condition asks of a field; which of them a field knows depends on its kind. */
export const operators = [
  'contains',
  'lacks',
  'is',
  'isnt',
  'range',
  'in',
  'past',
  'coming',
  'any',
  'every',
  'none',
  'of',
  'empty',
  'filled',
] as const
export type Operator = (typeof operators)[number]

/** One line of a filter; values as they were typed or chosen. */
export type Condition = { field: string; operator: Operator; values: string[] }

export type Match = 'all' | 'any'
export const matches: readonly Match[] = ['all', 'any']

/** Conditions of which all must hold, or any. Groups hold no groups. */
export type Group = { match: Match; items: Condition[] }

/** A whole filter: conditions and groups of them. */
export type Where = { match: Match; items: (Condition | Group)[] }

export const isGroup = (item: Condition | Group): item is Group => 'match' in item

/** All conditions of a filter, those in groups too. */
export const conditionsOf = ({ items }: Where): Condition[] =>
  items.flatMap((item) => (isGroup(item) ? item.items : item))

/** What one filter may hold, so that no address makes the database work without end. */
export const most = { conditions: 30, groups: 10, values: 50, length: 100, address: 2_000 }
