import { buildAssets } from './build/assets.ts'
import { buildProgram } from './build/program.ts'
import { type Part, refresh } from './build/refresh.ts'

/** Builds into dist/ what changed since the last build. Run by the launcher before every start. */
const parts: Part[] = [
  { name: 'server', make: () => buildProgram('core/main.ts', 'main.mjs') },
  { name: 'command line', make: () => buildProgram('core/cli/main.ts', 'crm.mjs') },
  {
    name: 'reader of workbooks',
    make: () => buildProgram('core/transfer/workbook/worker.ts', 'workbook.mjs'),
  },
  {
    name: 'long work on files',
    make: () => buildProgram('core/transfer/aside/worker.ts', 'file-work.mjs'),
  },
  { name: 'pages', make: buildAssets },
]

try {
  await refresh(parts)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.error('The build failed: mend what is said above, then start again.')
  process.exitCode = 1
}
