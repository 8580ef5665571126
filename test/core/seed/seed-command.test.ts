import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { seedCompany } from '../../../core/cli/seed-command.ts'
import { readEnv } from '../../../core/env.ts'

const io = {
  env: readEnv({ DATA_DIR: '/nowhere/at/all' }),
  folder: '.',
  input: new PassThrough(),
  print: () => {},
  complain: () => {},
}
const seed = (...args: string[]) => seedCompany(['--company', 'Harbour', ...args], io)

test('a kind that no module makes is refused by name, before anything is opened', async () => {
  await expect(seed('--spaceships', '3')).rejects.toThrow(/"--spaceships" cannot be seeded/)
  await expect(seed('--accounts', '3', '--spaceships=3')).rejects.toThrow(/What can be made: /)
})

test('numbers are whole numbers, and nothing at all is no order', async () => {
  await expect(seed()).rejects.toThrow(/how many/)
  await expect(seed('--accounts', 'many')).rejects.toThrow(/--accounts wants a whole number/)
  await expect(seed('--accounts', '-3')).rejects.toThrow(/--accounts wants a whole number/)
  await expect(seed('--accounts', '3', '--random-seed', 'x')).rejects.toThrow(/--random-seed wants/)
  await expect(seedCompany(['--accounts', '3'], io)).rejects.toThrow(/for which company/)
})
