import { join } from 'node:path'
import { type Latency, latencyOf, oneUser } from './block.ts'
import { folder, type Measured } from './database.ts'
import { firm } from './firm.ts'
import { measureFlag } from './flag.ts'
import { type Line, plainLine } from './goals.ts'
import type { Options } from './options.ts'
import { linesOf, pairsOf } from './pairs.ts'
import { productActs } from './product-acts.ts'
import { startProgram } from './program.ts'
import { compare, type Outcome } from './rounds.ts'
import { measureSnapshot } from './snapshot.ts'
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
  say('Measuring: a week of the rollout, written down.')
  const week = await measureSnapshot(app, subjects.company)
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
    say('Measuring: a look for duplicates.')
    const looks = await lookForDuplicates(product.url, subjects, options)
    const page = await weightOf(product.url)
    return [
      ...[...outcomes.values()].flatMap(linesOf),
      plainLine('look for duplicates while typing, p50', looks.p50, 'ms'),
      plainLine('look for duplicates while typing, p99', looks.p99, 'ms', { most: 20 }),
      plainLine('weight of the list page', page / 1024, 'KB', { most: 40 }),
      plainLine('flag decision, p50', flag.p50, 'µs', { most: 20 }),
      plainLine('flag decision, p99', flag.p99, 'µs'),
      plainLine('a week of 200 people and 100,000 records', week, 's', { most: 60 }),
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

/** The floor knows no duplicates, so this has an absolute goal alone. */
async function lookForDuplicates(
  url: string,
  { ids, names }: Subjects,
  { rounds, times }: Options,
): Promise<Latency> {
  const cookie = await signIn(url, firm.admin, firm.password)
  const side = { url, cookie, act: productActs(ids).alike(names) }
  await oneUser(side, 200)
  return latencyOf(await oneUser(side, rounds * times))
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
