const { readFileSync, rmSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { setTimeout: wait } = require('node:timers/promises')
const { sentence } = require('./sentence.cjs')

/** Lets one install run at a time in a checkout; a second start waits here until the first has installed. */
exports.holdInstallLock = async function holdInstallLock(root) {
  const path = join(root, '.install.lock')
  let told = false
  while (!take(path)) {
    if (isStale(path)) {
      rmSync(path, { force: true })
      continue
    }
    if (!told) console.log('Another start is installing the packages; waiting for it …')
    told = true
    await wait(200)
  }
  return {
    /** npm's process holds the lock as well: it may outlive us. */
    name: (pid) => writeFileSync(path, `${process.pid} ${pid}`),
    release: () => rmSync(path, { force: true }),
  }
}

function take(path) {
  try {
    writeFileSync(path, `${process.pid}`, { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw sentence(
      `Packages have to be installed, and ${path} cannot be written (${error.code}): start as the user this folder belongs to.`,
    )
  }
}

function isStale(path) {
  try {
    const pids = readFileSync(path, 'utf8').split(' ').map(Number)
    return pids.every((pid) => pid && !isAlive(pid))
  } catch {
    return false
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
  return !isZombie(pid)
}

/** A process that ended but was not yet reaped still answers signals. */
function isZombie(pid) {
  try {
    return /^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
