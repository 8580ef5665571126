import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { root } from '../../core/root.ts'
import { folder, openMeasured } from './database.ts'
import { measure } from './measure.ts'
import { readOptions } from './options.ts'
import { tableOf } from './table.ts'

const options = readOptions(process.argv.slice(2))
const say = (line: string) => console.log(line)

const measured = await openMeasured(options.accounts, say)
try {
  const lines = await measure(measured, options, say)
  say(`\n${tableOf(lines)}\n`)
  say('Ratios are medians over rounds in which floor and product take turns, ± half their range.')
  if (options.json) {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version }
    const result = { at: new Date().toISOString(), version, machine, options, lines }
    await writeFile(options.json, `${JSON.stringify(result, null, 2)}\n`)
    say(`The figures are in ${options.json}; the servers' logs are in ${folder}.`)
  }
} finally {
  await measured.stop()
}
