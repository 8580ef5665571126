import type { Seed } from '../../core/module.ts'
import { foundPipelines, foundReasons } from './pipelines/founding.ts'

/** What the command line and the benchmark can fill a company with. */
export const seeds: readonly Seed[] = [
  {
    key: 'pipelines',
    make: async (scope) => {
      await foundPipelines(scope)
      await foundReasons(scope)
    },
  },
]
