import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { usualAccounts } from './firm.ts'

/** How much is measured. `rounds` alternate between floor and product. */
export type Options = {
  rounds: number
  /** how often one person does each thing in a round */
  times: number
  /** how long eight people do it at once in a round, in milliseconds */
  ms: number
  /** how many accounts the firm has; of other records it has fewer when these are not the usual ones */
  accounts: number
  /** where the figures are written as JSON */
  json: string | undefined
}

/**
 * `--quick` for a first look within a minute and a half, `--json FILE` to keep the figures,
 * `--accounts 1000000` to see how lists and search grow.
 */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean' },
      json: { type: 'string' },
      accounts: { type: 'string', default: String(usualAccounts) },
    },
  })
  const json = values.json && resolve(process.env.INIT_CWD ?? '.', values.json)
  const accounts = Number(values.accounts)
  if (!Number.isInteger(accounts) || accounts < 1_000)
    throw new Error('--accounts takes a whole number from 1000.')
  return values.quick
    ? { rounds: 3, times: 60, ms: 700, accounts, json }
    : { rounds: 9, times: 200, ms: 2_000, accounts, json }
}
