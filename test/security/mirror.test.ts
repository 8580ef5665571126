import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../core/db/id.ts'
import type { Firm, Office } from '../setup/office.ts'
import type { Visitor } from '../setup/visitor.ts'
import { crawl, type Step } from './crawl.ts'
import { live, openLivedInOffice } from './lived-in.ts'
import { fingerprint } from './state.ts'

let office: Office
let neighbour: Firm
let steps: Step[]

beforeAll(async () => {
  office = await openLivedInOffice()
  neighbour = await office.another()
  await live(office, neighbour)
  const crawled = (await crawl(office.as('amy'))).map(byIdAlone)
  steps = crawled.filter(({ path, fields }) => hasId(path + values(fields)))
}, 120_000)

afterAll(() => office.close())

const id = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g
const hasId = (text: string) => text.search(id) >= 0
/** Where somebody came from is theirs to say; everything else in a form names a record. */
const values = ({ back: _, ...fields }: Record<string, string>) => Object.values(fields).join(' ')

/** A name typed beside an id is looked for in the asker's own firm; what the id alone opens is tried here. */
const byIdAlone = (step: Step): Step => {
  const { deal: _, ...fields } = step.fields
  return step.fields.dealId ? { ...step, fields } : step
}

/**
 * Pages name a record that is not there by how its id begins, and lists go on from the moment an id
 * was made at: that beginning stays.
 */
const otherId = (one: string) => one.slice(0, 14) + newId().slice(14)

/** The same step about records that nobody has. */
const elsewhere = (step: Step): Step => ({
  ...step,
  path: step.path.replace(id, otherId),
  fields: Object.fromEntries(
    Object.entries(step.fields).map(([name, value]) => [name, value.replace(id, otherId)]),
  ),
})

/** An answer without what differs from one request to the next. */
const masked = (text: string) =>
  text.replace(id, '<id>').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')

/** What is said on the next page belongs to the answer, and is taken out so that no other one shows it. */
async function take(visitor: Visitor, { method, path, fields }: Step) {
  const answer = await (method === 'GET' ? visitor.get(path) : visitor.post(path, fields))
  const location = masked(answer.headers.get('location') ?? '')
  const said = visitor.cookie('flash')
  if (said) await visitor.get('/account')
  return { status: answer.status, location, said, body: masked(await answer.text()) }
}

test('the pages of a firm that has worked for a while lead to records of every kind', () => {
  const kinds = new Set(steps.map(({ path }) => path.replace(id, ':id').replace(/\?.*/, '')))
  expect(kinds.size).toBeGreaterThan(10)
  for (const module of office.app.product.registry.modules)
    expect([...kinds].some((kind) => kind.startsWith(`/${module.id}/`))).toBe(true)
})

test('to the administrator of another firm, every record of this one answers as if it were not there', async () => {
  const amyNextDoor = neighbour.as('amy')
  const before = await fingerprint(office.database)
  for (const step of steps) {
    const foreign = await take(amyNextDoor, step)
    const unknown = await take(amyNextDoor, elsewhere(step))
    expect({ step: `${step.method} ${step.path}`, ...foreign }).toEqual({
      step: `${step.method} ${step.path}`,
      ...unknown,
    })
    if (hasId(step.path.replace(/\?.*/, '')))
      expect([step.path, foreign.status]).toEqual([step.path, 404])
  }
  const after = await fingerprint(office.database)
  expect(after).toEqual(before)
}, 120_000)

test('a member of the service department opens no record of the sales department by its address', async () => {
  const unreachable = steps.filter(({ path }) => path.startsWith('/admin/'))
  const sun = office.as('sun')
  expect(unreachable.length).toBeGreaterThan(3)
  for (const step of unreachable) {
    const foreign = await take(sun, step)
    expect([step.path, foreign.status]).toEqual([step.path, 404])
  }
})
