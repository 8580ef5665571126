import type { Errors, Raw } from '../../core/http/form.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import { type Cell, isOpenState } from './cell.ts'
import type { Wanted } from './cells.ts'
import { matrixText } from './messages.ts'

/** What a cell can be set to by hand, in the order in which a rollout goes. */
export const choosable = ['off', 'pilot', 'on', 'above'] as const
type Chosen = (typeof choosable)[number]

/** How a module leaves a department that had it. */
export const ways = ['read', 'hidden', 'export'] as const
type Way = (typeof ways)[number]

const daysToLook = 30

/** What there is to choose for a cell: nothing is above the whole company. */
export const choicesFor = (cell: Cell): Chosen[] =>
  choosable.filter((one) => one !== 'above' || (cell.place !== null && cell.isOwn))

export type CellForm = {
  wanted: Wanted
  /** Its data are to be taken out before it is hidden. */
  exportsFirst: boolean
  errors: Errors
  fields: [name: string, value: string][]
}

/** What a form asks of a cell. @returns the wish, with what is wrong with it, if anything */
export function readCellForm(raw: Raw, cell: Cell, locale: Locale, now: Date): CellForm {
  const t = matrixText(locale).cell
  const chosen = choicesFor(cell).find((one) => one === raw.state)
  const way = ways.find((one) => one === raw.way) ?? 'hidden'
  if (!chosen)
    return {
      ...{ wanted: { state: 'off' }, exportsFirst: false },
      ...{ errors: { state: t.noState }, fields: [] },
    }
  const wanted = wantedBy(chosen, way, cell, now)
  return {
    wanted,
    exportsFirst: chosen === 'off' && way === 'export' && isOpenState(cell.underneath),
    errors: {},
    fields: [
      ['state', chosen],
      ['way', way],
    ],
  }
}

function wantedBy(chosen: Chosen, way: Way, cell: Cell, now: Date): Wanted {
  if (chosen !== 'off' || way !== 'read' || !isOpenState(cell.underneath)) return { state: chosen }
  const until = new Date(now.getTime() + daysToLook * 86_400_000)
  return { state: 'read', until: until.toISOString() }
}
