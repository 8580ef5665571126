import { randomUUID } from 'node:crypto'
import type { Acting } from '../access/as-person.ts'
import { createCompany, findCompany } from '../access/companies.ts'
import { readDepartments } from '../access/department-tree.ts'
import { today } from '../calendar/reading.ts'
import { queueJob } from '../jobs.ts'
import { measureSoon } from '../quality/job.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { fill, seedsOf } from '../seed/fill.ts'
import { type Firm, openFirm } from './acting-firm.ts'
import { bring, isBrought } from './bring.ts'
import { consoleSteps } from './console.ts'
import { makeContacts } from './contacts.ts'
import { beginSelling, sells } from './deals.ts'
import { deskSeeds, hasServed, makeWaiting, servedSeeds } from './desk.ts'
import { hasFollowedUp, hasNotes, hasTags, markRisks, planVisits, readListed } from './diary.ts'
import { readFiles, readFirstVisits, readProducts, registeredAgain, visitsFile } from './files.ts'
import { addressOf, firmName, otherRegions, people } from './firm.ts'
import { hasPrepared, prepareLists } from './lists.ts'
import { readOpportunities } from './opportunities.ts'
import { addOwnFields, hasOwnFields } from './own-fields.ts'
import { hasPlan, liveThroughRollout } from './plan.ts'
import {
  hasBegun,
  hasLearned,
  hasMeasured,
  keepWorking,
  measureEachWeek,
  openStepByStep,
} from './rollout.ts'
import { hasSold, sellingSeeds } from './selling.ts'
import { beginServing, readTickets, serves } from './service.ts'
import { addStaff } from './staff.ts'

/** Who brings lists of their own, and of which regions they are called. */
const visitors = [
  ['许南星', '上海山东'],
  ['陈禾', '浙江江西'],
  ['何雨桐', '江苏福建'],
  ['邓可', '深圳海南'],
  ['黎思安', '广东广西'],
  ['罗佳', '湖南湖北'],
  ['林知远', '其他地区'],
] as const

/** So often as many follow-ups are made up as there are customers to visit and as many again. */
const followUps = { rounds: [1, 2, 3, 4, 5, 6, 7, 8, 9], count: 112 }

/** Draws what is made up: how far people have come with learning, what is sold to whom. */
const learnersSeed = 12

/**
 * Founds the firm of the demo, if it is not there.
 * @param password for everybody
 * @returns its id, and whether it is new
 */
export async function foundFirm(
  { pool }: Pick<Acting, 'pool'>,
  password: string,
): Promise<{ company: string; isNew: boolean }> {
  const known = await findCompany(pool, firmName)
  if (known) return { company: known, isNew: false }
  const [first] = people
  const admin = { adminName: first.name, adminEmail: addressOf(first), password }
  const founded = await createCompany(
    pool,
    { name: firmName, locale: 'zh-CN', ...admin },
    randomUUID(),
  )
  return { company: founded.company, isNew: true }
}

/**
 * Fills the firm step by step: each is done once, so that a start which was interrupted is gone on
 * with, and what people changed since stays as it is.
 */
export async function fillFirm(product: Acting, company: string): Promise<void> {
  const firm = openFirm(product, company)
  if (await firm.lacks(async (scope) => (await readDepartments(scope)).length > 1))
    await firm.operate(addStaff)
  if (await firm.lacks(hasBegun)) await firm.operate(openStepByStep)
  if (await firm.lacks(hasOwnFields)) await firm.operate(addOwnFields)
  for (const { by, has, make } of consoleSteps) if (await firm.lacks(has)) await firm.as(by, make)
  const running = {
    registry: product.registry,
    isOnForAnybody: async () => true,
    env: { HOSTED: false },
  }
  if (await firm.lacks(hasPlan)) await firm.operate((scope) => liveThroughRollout(scope, running))
  for (const file of await readFiles())
    if (await firm.lacks((scope) => isBrought(scope, file.name)))
      await bring(product, company, await firm.idOf(otherRegions), file)
  if (await firm.lacks(sells)) await firm.operate(beginSelling)
  const goods = await readProducts()
  if (await firm.lacks((scope) => isBrought(scope, goods.name)))
    await bring(product, company, await firm.idOf(otherRegions), goods, 'products')
  const opportunities = await firm.operate((scope) => readOpportunities(today(scope)))
  if (await firm.lacks((scope) => isBrought(scope, opportunities.name)))
    await bring(product, company, await firm.idOf(otherRegions), opportunities, 'deals')
  if (await firm.lacks(serves)) await firm.operate(beginServing)
  const tickets = await readTickets()
  if (await firm.lacks((scope) => isBrought(scope, tickets.name)))
    await bring(product, company, await firm.idOf('孙悦宁'), tickets, 'tickets')
  const waiting = makeWaiting()
  if (await firm.lacks((scope) => isBrought(scope, waiting.name))) {
    await fillWith(product, company, deskSeeds)
    await bring(product, company, await firm.idOf('孙悦宁'), waiting, 'tickets')
  }
  if (await firm.lacks(hasPrepared))
    await firm.as(people[0].name, (scope) => prepareLists(product.registry, scope))
  if (await firm.lacks(hasTags))
    await firm.as(otherRegions, (scope) => markRisks(product.registry, scope))
  for (const [at, visitor] of visitors.entries())
    await bringVisits(product, company, firm, visitor, at + 1)
  const learners = seedsOf(product.registry.modules).get('learners')
  if (learners && (await firm.lacks(hasLearned))) {
    await firm.operate(keepWorking)
    await fill(product, company, learners, people.length, learnersSeed)
  }
  const followUp = seedsOf(product.registry.modules).get('activities')
  if (followUp && (await firm.lacks(hasFollowedUp)))
    for (const seed of followUps.rounds)
      await fill(product, company, followUp, followUps.count, seed)
  if (await firm.lacks(hasSold)) await fillWith(product, company, sellingSeeds)
  if (await firm.lacks(hasServed)) await fillWith(product, company, servedSeeds)
  if (await firm.lacks(hasMeasured)) await firm.operate((scope) => measureEachWeek(scope, running))
  if (await firm.lacks(hasNotes)) {
    for (const [name] of visitors) {
      const owner = await firm.idOf(name)
      // Not everybody may export the list; who leads the department may.
      const chosen = await firm.as(otherRegions, (scope) =>
        readListed(product.registry, scope, { level: 'A', owner }),
      )
      await firm.as(name, (scope) => planVisits(scope, chosen))
    }
    await firm.operate((scope) => workThroughTheNight(product.registry, scope))
  }
}

/** Makes so much of each kind, in this order, as the modules make it up. */
async function fillWith(
  product: Acting,
  company: string,
  wanted: readonly (readonly [key: string, count: number])[],
): Promise<void> {
  const seeds = seedsOf(product.registry.modules)
  for (const [key, count] of wanted) {
    const seed = seeds.get(key)
    if (seed) await fill(product, company, seed, count, learnersSeed)
  }
}

/** Somebody brings whom they visit first, and the people there, as two files of their own. */
async function bringVisits(
  product: Acting,
  company: string,
  firm: Firm,
  [name, places]: (typeof visitors)[number],
  randomSeed: number,
): Promise<void> {
  const [visits, cards, fair] = ['首批走访', '联系人（虚构）', '展会登记（虚构）'].map(
    (what) => `${places}${what}.csv`,
  ) as [string, string, string]
  const customers = await readFirstVisits(name)
  const files = [
    [visitsFile(visits, customers), 'accounts'],
    [makeContacts(name, cards, customers, randomSeed), 'contacts'],
    [registeredAgain(fair, customers), 'accounts'],
  ] as const
  for (const [file, kind] of files)
    if (await firm.lacks((scope) => isBrought(scope, file.name)))
      await bring(product, company, await firm.idOf(name), file, kind)
}

/** What is done each night is done at once, so that its pages have something to show. */
async function workThroughTheNight({ modules }: Registry, scope: Scope): Promise<void> {
  for (const { name, cron } of modules.flatMap(({ jobs = [] }) => jobs))
    if (cron) await queueJob(scope.db, name, {})
  await measureSoon(scope)
}
