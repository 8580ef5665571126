import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMembers } from '../../../core/access/members.ts'
import { openModule, reviveModule } from '../../../flags/audience.ts'
import { contextOf } from '../../../flags/context.ts'
import { freezeCell, setCell, thawCell } from '../../../flags/matrix/setting.ts'
import { readSnapshot } from '../../../flags/rows.ts'
import { withEngine } from '../../../flags/trial.ts'
import { departmentCast, peopleCast } from '../../setup/cast.ts'
import { contacts, type FlagsFirm, modules, openFirm, type Place, undoChange } from '../firm.ts'

let firm: FlagsFirm
beforeAll(async () => {
  firm = await openFirm()
})
afterAll(() => firm.close())

const places = ['everyone', 'company', ...Object.keys(departmentCast)] as (Place | 'everyone')[]
type Where = (typeof places)[number]
type Word = 'off' | 'pilot' | 'on' | 'above'

type Step =
  | { do: 'set'; where: Where; to: Word }
  | { do: 'freeze' | 'thaw'; where: Place }
  | { do: 'undo' }

const department = fc.constantFrom(...(places.filter((one) => one !== 'everyone') as Place[]))
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('set' as const),
      where: fc.constantFrom(...places),
      to: fc.constantFrom('off', 'pilot', 'on', 'above') as fc.Arbitrary<Word>,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('freeze' as const, 'thaw'), where: department }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'undo' as const }) },
)

/** The matrix as somebody would keep it on paper: a word per cell, and which are frozen. */
type Paper = { words: ReadonlyMap<Where, Word>; frozen: ReadonlySet<Place> }

const isOpen = ({ words }: Paper, path: readonly Where[]): boolean => {
  const word = path.map((where) => words.get(where)).find((found) => found !== undefined)
  return word === 'pilot' || word === 'on'
}

/** A department and all above it, the nearest first, the whole company last. */
function pathOf(where: Where): Where[] {
  if (where === 'everyone') return ['everyone']
  const parent = where === 'company' ? null : departmentCast[where].parent
  return [where, ...pathOf(parent ?? 'everyone')]
}

const peopleWithAccess = (paper: Paper): string[] =>
  Object.entries(peopleCast)
    .filter(([, { department: home }]) => {
      const path = pathOf(home)
      return isOpen(paper, path) && !path.some((where) => paper.frozen.has(where as Place))
    })
    .map(([name]) => name)
    .sort()

/** What the matrix is after a step; the same object when the step changes nothing. */
function written(paper: Paper, asked: Exclude<Step, { do: 'undo' }>): Paper {
  if (asked.do !== 'set') {
    const frozen = new Set(paper.frozen)
    if (asked.do === 'freeze') frozen.add(asked.where)
    else frozen.delete(asked.where)
    return frozen.size === paper.frozen.size ? paper : { ...paper, frozen }
  }
  const words = new Map(paper.words)
  words.delete(asked.where)
  const follows = asked.to === 'off' && !isOpen({ ...paper, words }, pathOf(asked.where))
  if (asked.to !== 'above' && !follows) words.set(asked.where, asked.to)
  return words.get(asked.where) === paper.words.get(asked.where) ? paper : { ...paper, words }
}

async function take(asked: Exclude<Step, { do: 'undo' }>): Promise<string | undefined> {
  const id = asked.where === 'everyone' ? null : firm.departments[asked.where]
  return firm.inScope((scope) => {
    if (asked.do === 'set') return setCell(scope, contacts, id, { state: asked.to }, 'a step')
    const verb = asked.do === 'freeze' ? freezeCell : thawCell
    return verb(scope, contacts, id ?? '', 'a step')
  })
}

const whoHasIt = (): Promise<string[]> =>
  firm.inScope(async (scope) => {
    const members = await readMembers(scope)
    const names = new Map(Object.entries(firm.people).map(([name, id]) => [id, name]))
    return withEngine(await readSnapshot(scope.db, firm.company), modules, (engine) =>
      members
        .filter((member) => engine.state(contextOf(member), 'contacts') !== 'off')
        .map(({ id }) => names.get(id) ?? id)
        .sort(),
    )
  })

const blank: Paper = { words: new Map(), frozen: new Set() }

async function wipe(): Promise<void> {
  await firm.inScope(async (scope) => {
    await openModule(scope, contacts, [], 'a new run')
    await reviveModule(scope, contacts, 'a new run')
    await scope.db.execute(sql`delete from flags.kills where company_id = ${firm.company}`)
  })
}

test('whatever is set, frozen and taken back in whatever order: who has the module is what stands on paper', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      await wipe()
      let paper = blank
      let latest: { change: string; before: Paper } | undefined
      for (const one of steps) {
        const before = paper
        let change: string | undefined
        if (one.do !== 'undo') {
          paper = written(paper, one)
          change = await take(one)
        } else if (latest) {
          paper = latest.before
          const { change: undone } = latest
          change = await firm.inScope((scope) => undoChange(scope, contacts, undone, 'taken back'))
        }
        expect(change !== undefined, `${JSON.stringify(one)} changes something`).toBe(
          paper !== before,
        )
        if (change) latest = { change, before }
        expect(await whoHasIt()).toEqual(peopleWithAccess(paper))
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)

test('somebody who changes departments in the middle of a pilot has what their new department has', async () => {
  await wipe()
  const move = (to: Place) =>
    firm.inScope((scope) =>
      scope.db.execute(sql`
        update core.users set department_id = ${firm.departments[to]}
        where company_id = ${firm.company} and id = ${firm.people.emil}`),
    )
  const set = (where: Place, state: Word) =>
    firm.inScope((scope) =>
      setCell(scope, contacts, firm.departments[where], { state }, 'the pilot'),
    )
  await set('sales', 'pilot')
  await set('east', 'off')
  expect(await whoHasIt()).toEqual(['emil', 'lin'])
  await move('service')
  expect(await whoHasIt(), 'service is not in the pilot').toEqual(['lin'])
  await move('east')
  expect(await whoHasIt(), 'east was taken out of it').toEqual(['lin'])
  await set('east', 'above')
  expect(await whoHasIt()).toEqual(['emil', 'lin'])
  await move('sales')
  expect(await whoHasIt()).toEqual(['emil', 'lin'])
})
