import { join } from 'node:path'
import { folder, type Measured } from './database.ts'
import { firm } from './firm.ts'
import { measureFlag } from './flag.ts'
import { floorActs } from './floor-acts.ts'
import { type Line, plainLine, ratioLine } from './goals.ts'
import type { Options } from './options.ts'
import { productActs } from './product-acts.ts'
import { startProgram } from './program.ts'
import { compare, type Outcome, type Pair } from './rounds.ts'
import { measureStarts } from './starts.ts'
import { median } from './statistics.ts'
import { chooseSubjects, type Subjects } from './subjects.ts'
import { signIn, visit } from './visitor.ts'

const megabyte = 1024 * 1024

/** Measures everything there is a goal for. @param say told what is being measured */
export async function measure(
  { url, admin, app }: Measured,
  options: Options,
  say: (line: string) => void,
): Promise<Line[]> {
  say('Starting the product on an empty folder, and again.')
  const starts = await measureStarts(options.rounds > 3 ? 5 : 2)
  const subjects = await chooseSubjects(admin)
  const flag = await measureFlag(app, subjects.company, subjects.member)
  const floor = await startProgram(
    ['test/bench/floor.ts'],
    { DATABASE_URL: url },
    join(folder, 'floor.log'),
  )
  const product = await startProgram(
    ['core/run.cjs', 'start'],
    { DATABASE_URL: url, DATA_DIR: join(folder, 'product'), PORT: '0' },
    join(folder, 'product.log'),
  )
  try {
    const idle = await memoryOf(product.url)
    const outcomes = new Map<string, Outcome>()
    for (const pair of await pairsOf(subjects, floor.url, product.url)) {
      say(`Measuring: ${pair.name}.`)
      outcomes.set(pair.name, await compare(pair, options))
    }
    const page = await weightOf(product.url)
    return [
      ...[...outcomes.values()].flatMap(linesOf),
      plainLine('weight of the list page', page / 1024, 'KB', { most: 40 }),
      plainLine('flag decision, p50', flag.p50, 'µs', { most: 20 }),
      plainLine('flag decision, p99', flag.p99, 'µs'),
      plainLine('first start', starts.first / 1000, 's', { most: 10 }),
      plainLine('warm start', median(starts.warm) / 1000, 's', { most: 2 }),
      plainLine('idle memory of Node', idle / megabyte, 'MB', { most: 150 }),
      plainLine('memory of Node afterwards', (await memoryOf(product.url)) / megabyte, 'MB', {
        most: 250,
      }),
    ]
  } finally {
    await Promise.all([floor.stop(), product.stop()])
  }
}

const names = {
  list: 'list 50 by name',
  lead: 'list 50 by name, as a department lead',
  member: 'list 50 by name, as a member',
  selective: 'search, selective',
  broad: 'search, broad',
  open: 'open an account',
  save: 'save an account and show it',
}

async function pairsOf(
  { ids, selective, broad }: Subjects,
  floorUrl: string,
  productUrl: string,
): Promise<Pair[]> {
  const onFloor = floorActs(ids)
  const inProduct = productActs(ids)
  const cookies = {
    admin: await signIn(productUrl, firm.admin, firm.password),
    lead: await signIn(productUrl, firm.lead, firm.password),
    member: await signIn(productUrl, firm.member, firm.password),
  }
  const pair = (
    name: keyof typeof names,
    floor: Pair['floor']['act'],
    product: Pair['floor']['act'],
    who: keyof typeof cookies,
    crowd = false,
  ): Pair => ({
    name: names[name],
    floor: { url: floorUrl, cookie: '', act: floor },
    product: { url: productUrl, cookie: cookies[who], act: product },
    crowd,
  })
  return [
    pair('list', onFloor.list, inProduct.list, 'admin', true),
    pair('lead', onFloor.list, inProduct.list, 'lead', true),
    pair('member', onFloor.list, inProduct.list, 'member'),
    pair('selective', onFloor.search(selective), inProduct.search(selective), 'admin'),
    pair('broad', onFloor.search(broad), inProduct.search(broad), 'admin'),
    pair('open', onFloor.open, inProduct.open, 'admin', true),
    pair('save', onFloor.save, inProduct.save, 'admin'),
  ]
}

function linesOf({ name, p50, p99, floorP99, crowd }: Outcome): Line[] {
  const most = goals[name]
  const lines = [ratioLine(`${name}, p50`, p50, 'ms', most ? { most } : undefined)]
  if (name === names.selective)
    lines.push(plainLine(`${name}, p99`, p99, 'ms', { most: 15 }, floorP99))
  if (name === names.broad) lines.push(plainLine(`${name}, p99`, p99, 'ms', { most: 30 }, floorP99))
  if (crowd) {
    const goal = name === names.open ? undefined : { least: 0.5 }
    lines.push(ratioLine(`${name}, 8 people at once`, crowd, '/s', goal))
  }
  return lines
}

const goals: Record<string, number> = {
  [names.list]: 2,
  [names.lead]: 2,
  [names.member]: 2,
  [names.open]: 4,
  [names.save]: 2.5,
}

/** Bytes of memory the product holds, as it tells its operator. */
async function memoryOf(url: string): Promise<number> {
  const visitor = visit(url)
  const { body } = await visitor.get('/metrics')
  visitor.leave()
  const found = /^process_resident_memory_bytes (\S+)/m.exec(body)?.[1]
  if (!found) throw new Error(`${url}/metrics tells no memory.`)
  return Number(found)
}

/** Bytes of the list page, as an administrator gets it. */
async function weightOf(url: string): Promise<number> {
  const visitor = visit(url, await signIn(url, firm.admin, firm.password))
  const { body } = await visitor.get('/contacts/accounts')
  visitor.leave()
  return Buffer.byteLength(body)
}
