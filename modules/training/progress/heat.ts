import type { Texts } from '../courses/content.ts'
import type { Cell } from './reading.ts'

export type Square = { assigned: number; valid: number; late: number }

export type HeatMap = {
  courses: { id: string; code: string; titles: Texts }[]
  departments: { id: string | null; name: string | null; squares: (Square | undefined)[] }[]
  total: (Square | undefined)[]
}

/** Cells as rows and columns, departments by name and courses by code. */
export function heatMap(cells: readonly Cell[]): HeatMap {
  const courses = [
    ...new Map(cells.map(({ courseId: id, code, titles }) => [id, { id, code, titles }])).values(),
  ].sort((one, other) => one.code.localeCompare(other.code))
  const rows = new Map<string | null, Cell[]>()
  for (const cell of cells)
    rows.set(cell.departmentId, [...(rows.get(cell.departmentId) ?? []), cell])
  const squareOf = (own: readonly Cell[], course: string): Square | undefined => {
    const found = own.filter(({ courseId }) => courseId === course)
    if (found.length === 0) return undefined
    const sum = (part: keyof Square) => found.reduce((total, cell) => total + cell[part], 0)
    return { assigned: sum('assigned'), valid: sum('valid'), late: sum('late') }
  }
  return {
    courses,
    departments: [...rows].map(([id, own]) => ({
      ...{ id, name: own[0]?.department ?? null },
      squares: courses.map((course) => squareOf(own, course.id)),
    })),
    total: courses.map((course) => squareOf(cells, course.id)),
  }
}

/** In which of five shades a share is drawn; the number stands in it too. */
export const shadeOf = ({ valid, assigned }: Square): number =>
  assigned === 0 ? 0 : Math.min(4, Math.floor((5 * valid) / assigned))
