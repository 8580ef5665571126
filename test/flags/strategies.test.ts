import fc from 'fast-check'
import { normalizedStrategyValue } from 'unleash-client/lib/strategy/util.js'
import { expect, test } from 'vitest'
import { placeOf } from '../../core/access/people.ts'
import { roles } from '../../core/module.ts'
import { compile, type Flagged } from '../../flags/compile.ts'
import { contextOf } from '../../flags/context.ts'
import { Engine } from '../../flags/engine.ts'
import {
  type Audience,
  type Department,
  emptySnapshot,
  type Grant,
  type Snapshot,
  subjectKey,
} from '../../flags/snapshot.ts'
import { compileModule } from '../../flags/strategies.ts'
import { modules } from './firm.ts'

const departmentIds = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5']
const personIds = ['amy', 'lin', 'emil', 'sun', 'tara']

/** Each department lies below an earlier one, or at the top. */
const tree: fc.Arbitrary<Department[]> = fc
  .tuple(...departmentIds.map((_, at) => fc.option(fc.nat(Math.max(0, at - 1)))))
  .map((parents) =>
    departmentIds.map((id, at) => {
      const above = parents[at]
      const key = `key-of-${id}`
      return at > 0 && typeof above === 'number' ? { id, key, parent: `d${above}` } : { id, key }
    }),
  )

const variant = fc.constantFrom('read' as const, 'write' as const)
const past = '2020-01-01T00:00:00Z'
const future = '2999-01-01T00:00:00Z'

/** How far a module can have come in a department. */
const standing: fc.Arbitrary<Pick<Grant, 'variant' | 'state' | 'until'>> = fc.oneof(
  fc.record({ variant }),
  fc.record({ variant, state: fc.constant('pilot' as const) }),
  fc.constant({ variant: 'write', state: 'off' } as const),
  fc
    .constantFrom(past, future)
    .map((until) => ({ variant: 'read', state: 'read', until }) as const),
)

const grant: fc.Arbitrary<Grant> = fc.oneof(
  fc.record({ kind: fc.constant('everyone' as const), variant }),
  fc
    .tuple(fc.constantFrom(...departmentIds), standing)
    .map(([department, standing]) => ({ kind: 'department' as const, department, ...standing })),
  fc.record({ kind: fc.constant('role' as const), role: fc.constantFrom(...roles), variant }),
  fc.record({
    kind: fc.constant('person' as const),
    person: fc.constantFrom(...personIds),
    variant,
  }),
  fc.record({
    kind: fc.constant('percentage' as const),
    percentage: fc.integer({ min: 1, max: 100 }),
    variant,
  }),
)

const audience: fc.Arbitrary<Audience> = fc
  .tuple(grant, fc.constantFrom(...modules.map(({ id }) => id)))
  .map(([one, module]) => ({ ...one, module, id: 'row', since: '', reason: 'a test' }))

/** As the table holds them: a subject stands once per module. */
const audiences = fc.uniqueArray(audience, {
  maxLength: 12,
  selector: (row) => `${row.module} ${subjectKey(row)}`,
})

const snapshot: fc.Arbitrary<Snapshot> = fc.record({
  ...Object.fromEntries(
    Object.entries(emptySnapshot).map(([key, none]) => [key, fc.constant(none)]),
  ),
  departments: tree,
  audiences,
  kills: fc
    .uniqueArray(
      fc.tuple(
        fc.constantFrom(...modules.map(({ id }) => id)),
        fc.option(fc.constantFrom(...departmentIds), { nil: undefined, freq: 5 }),
      ),
      { maxLength: 4, selector: String },
    )
    .map((stops) =>
      stops.map(([module, department]) => ({
        ...{ id: `${module} ${department}`, module, since: '', reason: 'a test' },
        ...(department ? { department } : {}),
      })),
    ),
}) as fc.Arbitrary<Snapshot>

const person = fc.record({
  id: fc.constantFrom(...personIds),
  home: fc.option(fc.constantFrom(...departmentIds)),
  roles: fc.subarray([...roles]),
})

type Someone = { id: string; home: string | null; roles: readonly (typeof roles)[number][] }

const placed = ({ id, home, roles }: Someone, departments: Department[]) => ({
  id,
  roles,
  ...placeOf(
    home,
    departments.map((one) => ({ id: one.id, key: one.key, parentId: one.parent ?? null })),
  ),
})

/** The rule as it would be told to a person, written down a second time and by other means. */
function told(all: Snapshot, someone: Someone, module: Flagged): 'off' | 'read' | 'write' {
  const home = path(all.departments, someone.home)
  const stops = all.kills.filter((kill) => kill.module === module.id)
  if (stops.some(({ department }) => !department || home.includes(department))) return 'off'
  for (const need of module.needs) {
    const needed = modules.find(({ id }) => id === need)
    if (!needed || told(all, someone, needed) === 'off') return 'off'
  }
  const reached = admitting(all, someone, module)
  if (reached.length === 0) return 'off'
  return reached.some((row) => row.variant === 'write') ? 'write' : 'read'
}

/** The rows that let somebody in: of departments and the company only the nearest has a say. */
function admitting(all: Snapshot, someone: Someone, module: Flagged): Audience[] {
  const rows = all.audiences.filter((row) => row.module === module.id && reaches(all, row, someone))
  const home = path(all.departments, someone.home)
  const places = rows
    .filter((row) => row.kind === 'department' || row.kind === 'everyone')
    .sort((one, other) => distance(home, one) - distance(home, other))
  const others = rows.filter((row) => row.kind !== 'department' && row.kind !== 'everyone')
  return [...places.slice(0, 1), ...others].filter(
    ({ state, until }) => state !== 'off' && until !== past,
  )
}

const distance = (home: string[], row: Audience): number =>
  row.kind === 'department' ? home.indexOf(row.department) : home.length

/** A department and those above it, the nearest first. */
function path(departments: readonly Department[], home: string | null): string[] {
  const found: string[] = []
  let at = departments.find((one) => one.id === home)
  while (at) {
    found.push(at.id)
    at = departments.find((one) => one.id === at?.parent)
  }
  return found
}

function reaches({ departments }: Snapshot, row: Audience, { id, home, roles }: Someone): boolean {
  if (row.kind === 'everyone') return true
  if (row.kind === 'person') return row.person === id
  if (row.kind === 'role') return roles.includes(row.role)
  if (row.kind === 'percentage')
    return normalizedStrategyValue(id, `module.${row.module}`) <= row.percentage
  return path(departments, home).includes(row.department)
}

const engineOf = (all: Snapshot, list = modules) => {
  const engine = new Engine((error) => {
    throw error
  })
  engine.replace(compile(all, list))
  return engine
}

test('whatever the audiences, the trees and the person: the decision is the rule in plain words', () => {
  fc.assert(
    fc.property(snapshot, person, (all, someone) => {
      const engine = engineOf(all)
      for (const module of modules) {
        const who = contextOf(placed(someone, all.departments))
        expect(engine.state(who, module.id)).toBe(told(all, someone, module))
      }
    }),
    { numRuns: 2_000 },
  )
})

test('an explanation never contradicts the decision, and names a row that lets the person in', () => {
  fc.assert(
    fc.property(snapshot, person, fc.constantFrom(...modules), (all, someone, module) => {
      const who = contextOf(placed(someone, all.departments))
      const { on, why } = engineOf(all).explain(who, `module.${module.id}`)
      expect(on).toBe(told(all, someone, module) !== 'off')
      expect(why.rule === 'audience').toBe(on)
      if (why.rule === 'audience') expect(admitting(all, someone, module)).toContain(why.audience)
      if (why.rule === 'others')
        for (const row of why.audiences) expect(reaches(all, row, someone)).toBe(false)
      if (why.rule === 'closed') expect(reaches(all, why.audience, someone)).toBe(true)
      if (why.rule === 'parent') expect(told(all, someone, need(why.flag))).toBe('off')
    }),
    { numRuns: 1_000 },
  )
})

const need = (flag: string): Flagged => {
  const found = modules.find(({ id }) => `module.${id}` === flag)
  if (!found) throw new Error(`${flag} is no module's flag.`)
  return found
}

test('a stopped module is off for everybody it is open for', () => {
  fc.assert(
    fc.property(snapshot, person, (all, someone) => {
      const stop = { id: 'stop', module: 'contacts', since: '', reason: 'a test' }
      const kills = [stop]
      const engine = engineOf({ ...all, kills })
      const who = contextOf(placed(someone, all.departments))
      expect(engine.state(who, 'contacts')).toBe('off')
      expect(engine.state(who, 'sales')).toBe('off')
    }),
  )
})

test('a module that is open for nobody is on for nobody, whoever asks', () => {
  fc.assert(
    fc.property(snapshot, person, fc.constantFrom(...modules), (all, someone, module) => {
      const engine = engineOf(all)
      const state = engine.state(contextOf(placed(someone, all.departments)), module.id)
      if (state !== 'off') expect(engine.isOpen(module.id)).toBe(true)
    }),
  )
  expect(engineOf(emptySnapshot).isOpen('contacts')).toBe(false)
  expect(engineOf(emptySnapshot).isOpen('__proto__')).toBe(false)
})

test('a module without an audience is stored disabled, so it is off for everybody', () => {
  const { feature } = compileModule('contacts', undefined, [], [], [])
  expect(feature).toMatchObject({ enabled: false, strategies: [] })
  const amy = contextOf({ id: 'amy', departmentKey: null, departmentKeys: [], roles: ['admin'] })
  expect(engineOf(emptySnapshot).explain(amy, 'module.contacts')).toEqual({
    on: false,
    why: { rule: 'nobody' },
  })
})

test('a flag has at most one strategy per kind, variant and end, and its draw is tied to its name', () => {
  fc.assert(
    fc.property(audiences, tree, (rows, departments) => {
      const { feature } = compileModule('contacts', undefined, rows, [], departments)
      expect(feature.strategies?.length).toBeLessThanOrEqual(12)
      for (const { parameters } of feature.strategies ?? [])
        expect(parameters).toMatchObject({
          groupId: 'module.contacts',
          stickiness: parameters.rollout === '100' ? expect.any(String) : 'userId',
        })
    }),
  )
})

test('a module two steps away is needed too, though Unleash follows one step only', () => {
  const marketing: Flagged = { id: 'marketing', needs: ['sales'] }
  const open = (module: string): Audience => ({
    kind: 'everyone',
    variant: 'write',
    id: module,
    module,
    since: '',
    reason: 'a test',
  })
  const emil = contextOf({ id: 'emil', departmentKey: null, departmentKeys: [], roles: ['member'] })
  const everything = { ...emptySnapshot, audiences: ['contacts', 'sales', 'marketing'].map(open) }
  const list = [...modules, marketing]
  expect(engineOf(everything, list).state(emil, 'marketing')).toBe('write')
  for (const missing of ['contacts', 'sales']) {
    const audiences = everything.audiences.filter(({ module }) => module !== missing)
    const engine = engineOf({ ...everything, audiences }, list)
    expect(engine.state(emil, 'marketing'), `without ${missing}`).toBe('off')
    expect(engine.explain(emil, 'module.marketing').why).toMatchObject({
      rule: 'parent',
      flag: `module.${missing}`,
      why: { rule: 'nobody' },
    })
  }
})

test('names that every object has are names of no flag', () => {
  const engine = engineOf(emptySnapshot)
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
    for (const flag of [name, `module.${name}`]) {
      expect(engine.explain({ userId: 'emil' }, flag)).toEqual({
        on: false,
        why: { rule: 'unknown' },
      })
      expect(engine.state({ userId: 'emil' }, name)).toBe('off')
    }
  expect(Object.keys(Object.prototype)).toEqual([])
})
