#!/usr/bin/env node
// Runs every command of the product (npm start, npm test …) on a bare machine: installs what is
// missing, finds the right Node, then hands over to it. Plain JavaScript without packages, because
// this runs in whatever Node the machine has, before anything is installed.
const { existsSync } = require('node:fs')
const { join } = require('node:path')
const { runChild, stopWithNpm } = require('./launch/child.cjs')
const { ensureInstalled } = require('./launch/install.cjs')
const { checkLockFile } = require('./launch/lock-file.cjs')
const { findNode, refuseOldNode } = require('./launch/node.cjs')

const root = join(__dirname, '..')
const slow = ['test/journeys/**', 'test/faults/**', 'test/bench/**', 'test/**/*.slow.test.{ts,tsx}']
const hardLimit = 75 * 60_000

/** Each command, run after installing; `needs` names its source, without which there is no such command. */
const commands = {
  start: { run: () => steps(build, serve) },
  demo: { needs: 'core/demo.ts', run: () => steps(build, serveDemo) },
  dev: { run: () => typed('watch', '--include=views/css/**', 'core/dev.ts') },
  crm: { run: (...args) => steps(build, () => node(['dist/crm.mjs', ...args])) },
  test: { run: (...args) => steps(build, check, () => vitest(...args)) },
  'test:quick': { run: (...args) => steps(build, () => vitest(...without(slow), ...args)) },
  check: { run: check },
  bench: {
    needs: 'test/bench/main.ts',
    run: (...args) => steps(build, () => typed('test/bench/main.ts', ...args)),
  },
  'new-module': {
    needs: 'core/new-module.ts',
    run: (...args) => typed('core/new-module.ts', ...args),
  },
}

const littleMemory = ['--max-semi-space-size=8', '--heap-growing-percent=40']

let program = process.execPath

async function main([name, ...args]) {
  const known = Object.keys(commands).filter(isThere)
  if (!name) {
    console.error(`Say what to run: ${known.join(', ')}.`)
    return 2
  }
  refuseOldNode()
  stopWithNpm()
  await ensureInstalled(root)
  program = findNode(root)
  // Installed as `stepwise` this is the command line as well: `stepwise company create …`.
  return known.includes(name) ? commands[name].run(...args) : commands.crm.run(name, ...args)
}

function isThere(name) {
  const { needs } = commands[name]
  return !needs || existsSync(join(root, needs))
}

/** One after the other, until one fails. */
async function steps(...all) {
  for (const step of all) {
    const code = await step()
    if (code !== 0) return code
  }
  return 0
}

function node(args, options = {}) {
  return runChild(program, args, { root, ...options })
}

function build() {
  return node(['core/build.ts'])
}

/**
 * Young memory is kept small: pages leave little behind, and by itself it takes 100 MB. So is old
 * memory: by itself it grows to four times what is in use before anything is collected, here by less
 * than half, which costs a tenth of what eight people at once get and saves some 100 MB. Without
 * source maps: they take 20 MB and a tenth of the start, and stacks name our functions anyhow;
 * NODE_OPTIONS=--enable-source-maps brings back lines of the sources. The large pieces that files
 * come and go in are given back to the system when they are done with, and not kept for later.
 * What V8 made of the sources is kept for the next start, which takes a fifth less.
 */
function product(args, env = {}) {
  const frugal = {
    MALLOC_MMAP_THRESHOLD_: '131072',
    MALLOC_ARENA_MAX: '2',
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
    ...env,
  }
  return node([...littleMemory, 'dist/main.mjs', ...args], { tied: true, env: frugal })
}

function serve() {
  return product([])
}

function serveDemo() {
  const env = { DATA_DIR: process.env.DATA_DIR || '.demo' }
  return product(['--demo'], env)
}

function typed(...args) {
  return node(['node_modules/tsx/dist/cli.mjs', ...args])
}

function vitest(...args) {
  return node(['node_modules/vitest/vitest.mjs', 'run', ...args], { limit: hardLimit })
}

function without(patterns) {
  return patterns.flatMap((pattern) => ['--exclude', pattern])
}

/** Says all that is wrong, not only the first thing. */
async function check() {
  const style = await node(['node_modules/@biomejs/biome/bin/biome', 'check'])
  // What was found true stays so until its file, or one it reads, changes.
  const kept = ['--incremental', '--tsBuildInfoFile', 'node_modules/.cache/types.tsbuildinfo']
  const types = await node(['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.', ...kept])
  const missing = checkLockFile(root)
  for (const sentence of missing) console.error(sentence)
  return style || types || (missing.length > 0 ? 1 : 0)
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error) => {
    console.error(error.cure ? error.message : error)
    process.exitCode = 1
  },
)
