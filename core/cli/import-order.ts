import { parseArgs } from 'node:util'
import type { ColumnChoice } from '../transfer/choose-columns.ts'
import { type Mode, modes } from '../transfer/transfer.ts'
import { misused, UsageError } from './io.ts'

export type ImportOrder = {
  kind: string
  file: string
  company: string
  /** e-mail address or phone number of the person in whose name it is done */
  as: string
  choices: ColumnChoice[]
  mode: Mode
  /** by which of the kind's keys rows are recognised; by all of them when none is named */
  keys: string[]
  /** e-mail address or phone number of who gets rows without an owner */
  owner?: string
  dryRun: boolean
  json: boolean
}

/** @throws UsageError, or node's own for an option that does not exist */
export function readImportOrder(args: string[]): ImportOrder {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      company: { type: 'string' },
      as: { type: 'string' },
      map: { type: 'string', multiple: true, default: [] },
      mode: { type: 'string', default: 'both' },
      key: { type: 'string', multiple: true, default: [] },
      owner: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const [kind, file, ...rest] = positionals
  const { company, as, map, mode, key, json } = values
  if (!kind || !file || !company || !as || rest.length > 0) throw misused('import')
  if (!modes.includes(mode as Mode))
    throw new UsageError(`--mode is one of ${modes.join(', ')}, not "${mode}".`)
  return {
    kind,
    file,
    company,
    as,
    choices: map.map(readChoice),
    mode: mode as Mode,
    keys: key,
    ...(values.owner !== undefined && { owner: values.owner }),
    dryRun: values['dry-run'],
    json,
  }
}

/** A header may hold equals signs, a field has none: the last one counts. */
function readChoice(text: string): ColumnChoice {
  const at = text.lastIndexOf('=')
  if (at > 0) return { header: text.slice(0, at), field: text.slice(at + 1).trim() }
  throw new UsageError(
    `--map wants COLUMN=FIELD, such as --map 电话=phone, or COLUMN= to leave one out; "${text}" is neither.`,
  )
}
