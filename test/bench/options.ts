import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** How much is measured. `rounds` alternate between floor and product. */
export type Options = {
  rounds: number
  /** how often one person does each thing in a round */
  times: number
  /** how long eight people do it at once in a round, in milliseconds */
  ms: number
  /** where the figures are written as JSON */
  json: string | undefined
}

/** `--quick` for a first look within a minute and a half, `--json FILE` to keep the figures. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: { quick: { type: 'boolean' }, json: { type: 'string' } },
  })
  const json = values.json && resolve(process.env.INIT_CWD ?? '.', values.json)
  return values.quick
    ? { rounds: 3, times: 60, ms: 700, json }
    : { rounds: 9, times: 200, ms: 2_000, json }
}
