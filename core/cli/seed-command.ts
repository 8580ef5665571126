import { parseArgs } from 'node:util'
import { modules } from '../../modules/index.ts'
import { openPool } from '../db/connection.ts'
import type { Seed } from '../module.ts'
import { openRegistry } from '../registry.ts'
import { fill, seedsOf } from '../seed/fill.ts'
import { attachDatabase } from './attach.ts'
import { companyNamed } from './find.ts'
import { type Command, report, UsageError } from './io.ts'

type Wish = { kind: string; seed: Seed; count: number }
type Order = { company: string; wishes: Wish[]; randomSeed: number; json: boolean }

/** Fills a company with plausible records, of every kind that a module can make. */
export const seedCompany: Command = async (args, io) => {
  const order = readOrder(args, seedsOf(modules))
  const { connections, release } = await attachDatabase(io.env)
  const pool = openPool(connections.app, 2)
  const start = performance.now()
  try {
    const company = await companyNamed({ pool }, order.company)
    const product = { pool, registry: openRegistry(modules) }
    for (const { seed, count } of order.wishes)
      await fill(product, company, seed, count, order.randomSeed)
  } finally {
    await pool.end()
    await release()
  }
  const seconds = Math.round((performance.now() - start) / 100) / 10
  const made = order.wishes.map(({ kind, count }) => `${count} ${kind}`).join(', ')
  const counts = Object.fromEntries(order.wishes.map(({ kind, count }) => [kind, count]))
  report(io, order.json, `Made ${made} in ${seconds} s.`, { ...counts, seconds })
  return 0
}

/** Reads what is asked for; the kinds come in the order in which they build on each other. */
function readOrder(args: string[], seeds: ReadonlyMap<string, Seed>): Order {
  const { values, tokens } = parseArgs({
    args,
    strict: false,
    tokens: true,
    options: {
      company: { type: 'string' },
      'random-seed': { type: 'string' },
      json: { type: 'boolean' },
      ...Object.fromEntries([...seeds.keys()].map((kind) => [kind, { type: 'string' as const }])),
    },
  })
  const known = ['company', 'random-seed', 'json', ...seeds.keys()]
  const kinds = [...seeds.keys()].join(', ') || 'nothing'
  const unknown = tokens.find((token) => token.kind === 'option' && !known.includes(token.name))
  if (unknown?.kind === 'option')
    throw new UsageError(
      `"--${unknown.name}" cannot be seeded, because no module here makes that: leave it out. What can be made: ${kinds}.`,
    )
  if (typeof values.company !== 'string')
    throw new UsageError('Say for which company: --company "Its name".')
  const wishes = [...seeds].flatMap(([kind, seed]) => {
    const value = values[kind]
    return value === undefined ? [] : [{ kind, seed, count: wholeNumber(kind, value) }]
  })
  if (wishes.length === 0)
    throw new UsageError(`Say how many of what to make; what can be made: ${kinds}.`)
  const randomSeed = wholeNumber('random-seed', values['random-seed'] ?? '1')
  return { company: values.company, wishes, randomSeed, json: values.json === true }
}

function wholeNumber(option: string, value: unknown): number {
  if (typeof value === 'string' && /^\d{1,9}$/.test(value)) return Number(value)
  throw new UsageError(`--${option} wants a whole number, such as --${option} 5000.`)
}
