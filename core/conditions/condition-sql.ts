import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../scope.ts'
import { check, type Meant } from './checking.ts'
import type { Asks, FilterField } from './field.ts'
import { type Condition, isGroup, type Match, type Operator, type Where } from './tree.ts'

/**
 * A filter as a condition of a query; whoever asks puts it beside `within`, never in its place. A
 * condition that cannot be read lets nothing through: soundPart leaves such out before, where that
 * is right.
 */
export const sqlOf = (scope: Scope, fields: readonly FilterField[], where: Where): SQL =>
  joined(
    where.match,
    where.items.map((item) =>
      isGroup(item)
        ? joined(
            item.match,
            item.items.map((one) => conditionSql(scope, fields, one)),
          )
        : conditionSql(scope, fields, item),
    ),
  )

const joined = (match: Match, all: SQL[]): SQL =>
  sql`(${sql.join(all, match === 'all' ? sql` and ` : sql` or `)})`

function conditionSql(scope: Scope, fields: readonly FilterField[], condition: Condition): SQL {
  const checked = check(scope, fields, condition)
  if (!checked.ok) return sql`false`
  const { field, meant } = checked
  const asked = ask(scope, field.asks, condition.operator, meant) ?? sql`false`
  // What is not known is not so: an empty field contains nothing, is nobody's, is no choice.
  const denies = ['lacks', 'isnt', 'none', 'filled'].includes(condition.operator)
  return denies ? sql`(${asked}) is not true` : sql`(${asked})`
}

/** What an operator asks; one that denies asks for the opposite, and its answer is turned round. */
function ask(scope: Scope, asks: Asks, operator: Operator, meant: Meant): SQL | undefined {
  switch (meant.is) {
    case 'nothing':
      return asks.empty(scope)
    case 'text':
      return (operator === 'contains' || operator === 'lacks' ? asks.contains : asks.equals)?.(
        meant.text,
      )
    case 'range':
      return asks.between?.(scope, meant.from, meant.to)
    case 'keys':
      if (operator === 'of') return asks.of?.(scope, meant.keys)
      return (operator === 'every' ? asks.every : asks.among)?.(scope, meant.keys)
  }
}
