import { may } from '../../../core/access/person.ts'
import { newId } from '../../../core/db/id.ts'
import type { Scope } from '../../../core/scope.ts'
import { plain } from '../../../core/transfer/columns.ts'
import type { Blame } from '../../../core/transfer/transfer.ts'
import { manageService } from '../rights.ts'
import { addListed } from '../states/changing.ts'
import { firstOf, inUse, readCategories, readStates } from '../states/reading.ts'
import { mostCategories, type State } from '../states/state-types.ts'
import { stateWords } from '../states/words.ts'
import { serviceTransferText } from './messages.ts'
import type { TicketRow } from './ticket-columns.ts'

/** What a row names, or the sentence why there is none. */
type Found<What> = { found: What } | { reason: string }

export type Standing = { state: State; isNamed: boolean; keeps: (stateId: string) => boolean }

export type StateWords = {
  /**
   * The state a row names, else the one that its dates tell: solved, answered, or new. `keeps` says
   * whether a ticket has the state that is named already.
   */
  of: (row: TicketRow) => Found<Standing>
  /** Why a ticket may not come from one state into another, if so: only one that has it keeps a state out of use. */
  refuse: (before: string | undefined, after: string) => Blame | undefined
}

/** Reads what states are called. */
export async function readStateWords(scope: Scope): Promise<StateWords> {
  const all = await readStates(scope)
  const states = inUse(all)
  const byWord = new Map<string, State>()
  for (const state of states.toReversed())
    for (const word of stateWords(state.type)) byWord.set(plain(word), firstOf(states, state.type))
  for (const state of states.toReversed()) byWord.set(plain(state.name), state)
  for (const state of all) if (!byWord.has(plain(state.name))) byWord.set(plain(state.name), state)
  const known = states.map(({ name }) => name).join(scope.locale === 'zh-CN' ? '、' : ', ')
  const nameOf = new Map(all.map(({ id, name }) => [id, name]))
  const unknown = (named: string) => serviceTransferText(scope.locale).unknownState(named, known)
  return {
    of: ({ state: named, solvedAt, firstResponseAt }) => {
      if (!named) {
        const type = solvedAt ? 'solved' : firstResponseAt ? 'open' : 'new'
        return { found: { state: firstOf(states, type), isNamed: false, keeps: () => false } }
      }
      const word = plain(named)
      const state = byWord.get(word)
      const keeps = (stateId: string) => plain(nameOf.get(stateId) ?? '') === word
      return state ? { found: { state, isNamed: true, keeps } } : { reason: unknown(named) }
    },
    refuse: (before, after) => {
      const isRetired = before !== after && !states.some(({ id }) => id === after)
      return isRetired ? { reason: unknown(nameOf.get(after) ?? ''), field: 'state' } : undefined
    },
  }
}

/**
 * The category a row names. One that the company has not got yet is added, if whoever imports sets
 * the service desk up; who only looks is told the same, and nothing is added.
 */
export async function readCategoryWords(
  scope: Scope,
  rows: readonly TicketRow[],
  way: 'add' | 'look',
): Promise<(row: TicketRow) => Found<string | undefined>> {
  const t = serviceTransferText(scope.locale)
  const all = await readCategories(scope)
  const byName = new Map(all.map(({ id, name }) => [plain(name), id]))
  if (may(scope.user, manageService))
    for (const name of new Set(rows.flatMap(({ category }) => category?.trim() || []))) {
      if (byName.has(plain(name)) || byName.size >= mostCategories) continue
      const id = newId()
      if (way === 'add') await addListed(scope, 'categories', { name: name.slice(0, 60), id })
      byName.set(plain(name), id)
    }
  return ({ category }) => {
    if (!category) return { found: undefined }
    const id = byName.get(plain(category))
    if (id) return { found: id }
    const isFull = byName.size >= mostCategories
    return { reason: isFull ? t.manyCategories(mostCategories) : t.unknownCategory(category) }
  }
}
