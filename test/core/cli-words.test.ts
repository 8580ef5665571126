import { expect, test } from 'vitest'
import { commands } from '../../core/cli/commands.ts'
import { dispatch } from '../../core/cli/dispatch.ts'
import { usages } from '../../core/cli/usages.ts'
import { readEnv } from '../../core/env.ts'

/** Runs what somebody types; none of it comes as far as a database. */
async function type(...args: string[]) {
  const said = { printed: '', complained: '' }
  const code = await dispatch(args, () => ({
    env: readEnv({}),
    folder: '.',
    input: process.stdin,
    print: (line) => {
      said.printed += line
    },
    complain: (line) => {
      said.complained += line
    },
  }))
  return { code, ...said }
}

test('every command says how it is used, and nothing else is described', () => {
  expect(Object.keys(usages).sort()).toEqual(Object.keys(commands).sort())
  for (const [name, usage] of Object.entries(usages)) expect(usage.startsWith(name)).toBe(true)
})

test.each(['--help', '-h'])('%s is answered, and is no failure', async (asked) => {
  for (const name of Object.keys(commands)) {
    const { code, printed, complained } = await type(...name.split(' '), asked)
    expect([code, complained]).toEqual([0, ''])
    expect(printed).toBe(`This command is used so: ${usages[name]}`)
  }
})

test('an option that does not exist, or lacks its value, is named together with those that do', async () => {
  for (const args of [['--colour'], ['--company']]) {
    const { code, complained } = await type('import', 'accounts', 'a.csv', ...args)
    expect(code).toBe(2)
    expect(complained).toContain(`'${args[0]}`)
    expect(complained).toContain(usages.import)
    expect(complained).not.toContain('positional')
  }
})

test('without a command, or asked for help, all of them are listed', async () => {
  for (const args of [[], ['--help'], ['improt']]) {
    const { code, complained } = await type(...args)
    expect(code).toBe(2)
    expect(complained).toContain('flags explain')
    expect(complained.includes('There is no command')).toBe(args[0] === 'improt')
  }
})
