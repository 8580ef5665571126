import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { FlagContext } from '../../flags/context.ts'

type Case<Expected> = {
  description: string
  context: FlagContext
  toggleName: string
  expectedResult: Expected
}
export type Specification = {
  name: string
  state: { features?: unknown[] }
  tests?: Case<boolean>[]
  variantTests?: Case<object>[]
}

const folder = join(
  dirname(createRequire(import.meta.url).resolve('@unleash/client-specification/package.json')),
  'specifications',
)
const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'))
const all: Specification[] = read('index.json').map(read)
/** The two files about deltas describe a transport between servers, and hold no features document. */
export const specifications = all.filter(({ state }) => state.features)
