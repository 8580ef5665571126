import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../../core/root.ts'

export type Ran = { code: number; output: string }

/** The project once more, in a folder of its own, with the packages of this one. */
export type Copy = {
  folder: string
  /** Runs a program of node_modules, or a file of ours, in the copy. */
  run: (program: string, ...args: string[]) => Promise<Ran>
  remove: () => Promise<void>
}

const parts = [
  ...['core', 'flags', 'modules', 'views', 'migrations', 'dist'],
  ...['test/contract', 'test/core', 'test/setup'],
  ...['package.json', 'tsconfig.json', 'biome.json', 'vitest.config.ts', 'drizzle.config.ts'],
]

export async function copyProject(): Promise<Copy> {
  const folder = await mkdtemp(join(tmpdir(), 'stepwise-copy-'))
  await mkdir(join(folder, 'test'))
  for (const part of parts)
    if (existsSync(join(root, part)))
      await cp(join(root, part), join(folder, part), { recursive: true })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir')
  return {
    folder,
    run: (program, ...args) => run(folder, [program, ...args]),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** What a test run sets for its own tests would confuse the one inside it. */
const clean = ['env', '-u', 'VITEST', '-u', 'VITEST_MODE', '-u', 'VITEST_POOL_ID', '-u', 'NODE_ENV']

const run = (cwd: string, args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const [program = '', ...given] = [...clean, process.execPath, ...args]
    execFile(program, given, { cwd, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0
      resolve({ code, output: stdout + stderr })
    })
  })
