const { spawn } = require('node:child_process')
const { follow, wasInterrupted } = require('./child.cjs')
const { holdInstallLock } = require('./install-lock.cjs')
const { isInstalled } = require('./installed.cjs')
const { findNpm } = require('./npm.cjs')
const { sentence } = require('./sentence.cjs')

/** Installs the packages unless they are there already. */
exports.ensureInstalled = async function ensureInstalled(root) {
  if (isInstalled(root)) return
  const lock = await holdInstallLock(root)
  try {
    // Somebody may have installed while we waited.
    if (isInstalled(root)) return
    console.log('Installing packages; this happens once and takes some 20 seconds …')
    await install(root, lock)
  } finally {
    lock.release()
  }
}

async function install(root, lock) {
  const first = await runNpm(root, lock, ['ci'])
  if (first.code === 0) return
  // Only then is a second way of use; without a network it would just take minutes longer.
  const disagrees = /EUSAGE|in sync/.test(first.said)
  const last = disagrees ? await runNpm(root, lock, ['install', '--no-save']) : first
  if (last.code === 0) return
  if (wasInterrupted())
    throw sentence('The installation was interrupted; the next start begins it again.')
  console.error(last.said)
  throw sentence(
    'npm could not install the packages, for the reason above: check the network and the free disk space, then start again.',
  )
}

/** No package may run a script of its own; test and build tools belong to it, whatever npm's settings say. */
async function runNpm(root, lock, command) {
  const { program, args } = findNpm()
  const options = [
    '--prefer-offline',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--engine-strict=false',
    '--audit=false',
    '--fund=false',
    '--update-notifier=false',
    '--fetch-retries=1',
    '--loglevel=error',
  ]
  const child = spawn(program, [...args, ...command, ...options], {
    cwd: root,
    env: { ...process.env, NODE_ENV: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  lock.name(child.pid)
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  // It would go on after a gentler signal, beside the npm of the next start.
  const code = await follow(child, 'SIGKILL')
  return { code, said }
}
