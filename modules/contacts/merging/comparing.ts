import { printed } from '../../../core/fields/changes.ts'
import { belongingsOf } from '../../../core/merging/belongings.ts'
import { countBelongings } from '../../../core/merging/counting.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { duplicatesText } from '../duplicates/messages.ts'
import { contactsText } from '../messages.ts'
import { usualChoice, usualWinner } from './choosing.ts'
import { isSame, type List, type Merged, mergeables, placeOf } from './mergeable.ts'

/** One line of a comparison: what each of the two says, and whose is kept unless somebody decides. */
export type CompareRow = { name: string; label: string; a: string; b: string; usual: 'a' | 'b' }

export type Comparison = {
  list: List
  a: Merged
  b: Merged
  winner: 'a' | 'b'
  rows: CompareRow[]
  /** How many fields say the same. */
  agree: number
  /** What belongs to each. */
  counts: { label: string; a: number; b: number }[]
}

/** Lays two records side by side. @throws Refusal 404 when one is out of the person's hands */
export async function compare(
  scope: Scope,
  registry: Registry,
  list: List,
  ids: { a: string; b: string },
): Promise<Comparison> {
  const { kind, read } = mergeables[list]
  const fields = fieldsOf(scope, kind)
  const belongings = belongingsOf(registry, kind.object)
  const [a, b, counts] = await Promise.all([
    read(scope, ids.a),
    read(scope, ids.b),
    countBelongings(scope, belongings, [ids.a, ids.b]),
  ])
  const winner = usualWinner(fields, a, b) === a ? 'a' : 'b'
  const [first, second] = winner === 'a' ? [a, b] : [b, a]
  const other = winner === 'a' ? 'b' : 'a'
  const rows = fields.map((field): CompareRow => {
    const side = usualChoice(field, first.values, second.values)
    const say = ({ values }: Merged) =>
      printed(field, Reflect.get(values, field.field), scope.locale)
    const usual = side === 'winner' ? winner : other
    return { name: field.field, label: field.label[scope.locale], a: say(a), b: say(b), usual }
  })
  const differ = rows.filter((row) => row.a !== row.b)
  return {
    list,
    a,
    b,
    winner,
    rows: [...differ, ...placeRows(scope, a, b, winner)],
    agree: rows.filter((row) => row.a === row.b && row.a !== '').length,
    counts: addUp(
      belongings.map(({ title }, at) => ({
        label: title[scope.locale],
        a: counts.get(a.id)?.[at] ?? 0,
        b: counts.get(b.id)?.[at] ?? 0,
      })),
    ),
  }
}

/** What belongs to records in several ways, as relations do by either end, counts as one thing. */
function addUp(counts: Comparison['counts']): Comparison['counts'] {
  const sum = (all: Comparison['counts'], side: 'a' | 'b') =>
    all.reduce((total, one) => total + one[side], 0)
  return [...Map.groupBy(counts, ({ label }) => label)]
    .map(([label, all]) => ({ label, a: sum(all, 'a'), b: sum(all, 'b') }))
    .filter(({ a, b }) => a + b > 0)
}

function placeRows(scope: Scope, a: Merged, b: Merged, winner: 'a' | 'b'): CompareRow[] {
  const t = duplicatesText(scope.locale).compare
  const rows: CompareRow[] = []
  const whose = ({ owner, department }: Merged) =>
    [owner?.name ?? t.nobody, department?.name].filter(Boolean).join(' · ')
  const place = (record: Merged) => ({ ...placeOf(record), parentId: null })
  if (!isSame(place(a), place(b)) && a.mayAssign && b.mayAssign)
    rows.push({ name: 'place', label: t.owner, a: whose(a), b: whose(b), usual: winner })
  const below = ({ parent, parentId }: Merged) => parent?.name ?? (parentId ? t.parentHidden : '')
  if (a.parentId && b.parentId && a.parentId !== b.parentId)
    rows.push({
      name: 'parent',
      label: contactsText(scope.locale).accounts.parent,
      a: below(a),
      b: below(b),
      usual: winner,
    })
  return rows
}
