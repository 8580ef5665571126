import {
  type Condition,
  conditionsOf,
  isGroup,
  type Match,
  matches,
  most,
  type Operator,
  operators,
  type Where,
} from './tree.ts'

/** The form in which filters are written; a later one will have another number. */
const version = '1'

/**
 * A filter as an address carries it: `1*all*region.is.上海*any*level.is.A*level.is.B*end`. Stars
 * part the lines, points the parts of a line; in values they are written `_s` and `_p`, and `_` as
 * `__`. Nothing of that needs another escape in an address.
 */
export function writeWhere({ match, items }: Where): string {
  const lines = items.flatMap((item) =>
    isGroup(item) ? [item.match, ...item.items.map(writeLine), 'end'] : [writeLine(item)],
  )
  return [version, match, ...lines].join('*')
}

const writeLine = ({ field, operator, values }: Condition): string =>
  [field, operator, ...values.map(escaped)].join('.')

const escaped = (value: string): string =>
  value.replaceAll('_', '__').replaceAll('*', '_s').replaceAll('.', '_p')

const unescaped = (text: string): string =>
  text.replaceAll(/_[_sp]/g, (pair) => ({ __: '_', _s: '*', _p: '.' })[pair] ?? pair)

/** Reads a filter as it was written. @returns undefined for anything that never was one */
export function readWhere(text: string): Where | undefined {
  const [number, match, ...lines] = text.slice(0, most.address + 1).split('*')
  if (number !== version || !isMatch(match) || text.length > most.address) return undefined
  const where: Where = { match, items: [] }
  let into: Where['items'] | Condition[] = where.items
  for (const line of lines) {
    if (isMatch(line)) {
      if (into !== where.items) return undefined
      const group = { match: line, items: [] }
      where.items.push(group)
      into = group.items
    } else if (line === 'end') {
      if (into === where.items || into.length === 0) return undefined
      into = where.items
    } else {
      const condition = readLine(line)
      if (!condition) return undefined
      into.push(condition as never)
    }
  }
  return into === where.items && isBounded(where) ? where : undefined
}

const isMatch = (text: string | undefined): text is Match => matches.some((one) => one === text)

/** `.` is no part of a name, so the last operator-like word before the values is the second part. */
function readLine(line: string): Condition | undefined {
  const [field = '', operator, ...values] = line.split('.')
  if (!/^[a-z]\w{0,79}$/i.test(field) || !operators.some((one) => one === operator))
    return undefined
  if (values.some((value) => /_([^_sp]|$)/.test(value.replaceAll('__', '')))) return undefined
  return { field, operator: operator as Operator, values: values.map(unescaped) }
}

function isBounded(where: Where): boolean {
  const all = conditionsOf(where)
  const groups = where.items.filter(isGroup)
  return (
    where.items.length > 0 &&
    all.length <= most.conditions &&
    groups.length <= most.groups &&
    all.every(({ values }) => values.length <= most.values) &&
    all.every(({ values }) => values.every((value) => value.length <= most.length))
  )
}
