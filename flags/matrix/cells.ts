import { newId } from '../../core/db/id.ts'
import { rulingRows } from '../ruling.ts'
import type { Audience, CellState, Department, Grant } from '../snapshot.ts'

/** Where a cell stands: the id of a department, or null for the whole company. */
export type Place = string | null

/** What a cell shall be. `above` gives up its own word; `until`, ISO, is when `read` ends. */
export type Wanted = { state: CellState | 'above'; until?: string }

type InTree = Pick<Department, 'id' | 'parent'>

/** The row of a cell itself; undefined when it follows what is above it. */
export const ownRow = (rows: readonly Audience[], place: Place): Audience | undefined =>
  rows.find((row) =>
    place === null
      ? row.kind === 'everyone'
      : row.kind === 'department' && row.department === place,
  )

/** The row that decides a cell: its own, of the nearest department above, or of the whole company. */
export const rowOf = (
  rows: readonly Audience[],
  departments: readonly InTree[],
  place: Place,
): Audience | undefined =>
  (place === null ? undefined : rulingRows(rows, departments).get(place)) ?? ownRow(rows, null)

/** How a cell stands at a moment: a way back that has ended is off. */
export const stateOf = (row: Audience | undefined, now: Date): CellState => {
  if (!row || (row.until && new Date(row.until) <= now)) return 'off'
  return row.state ?? 'on'
}

/**
 * The rows of a module once one cell is as wanted; all other cells keep their word. `off` needs a row
 * only where something above is open.
 * @param origin when, by whom and why
 */
export function withCell(
  module: string,
  rows: readonly Audience[],
  departments: readonly InTree[],
  place: Place,
  wanted: Wanted,
  origin: Pick<Audience, 'since' | 'by' | 'reason'>,
): Audience[] {
  const own = ownRow(rows, place)
  const others = rows.filter((row) => row !== own)
  if (wanted.state === 'above') return others
  const above = place === null ? undefined : rowOf(others, departments, place)
  if (wanted.state === 'off' && (above?.state ?? (above ? 'on' : 'off')) === 'off') return others
  const grant = grantOf(place, wanted, wanted.state)
  if (own && isLike(own, grant)) return [...rows]
  return [...others, { ...grant, ...origin, id: newId(), module }]
}

const grantOf = (place: Place, { until }: Wanted, state: CellState): Grant => ({
  ...(place === null
    ? ({ kind: 'everyone' } as const)
    : ({ kind: 'department', department: place } as const)),
  variant: state === 'read' ? 'read' : 'write',
  ...(state === 'on' ? {} : { state }),
  ...(until ? { until } : {}),
})

const isLike = (row: Audience, grant: Grant): boolean =>
  row.variant === grant.variant && row.state === grant.state && row.until === grant.until
