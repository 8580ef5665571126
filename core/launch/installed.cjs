const { readFileSync } = require('node:fs')
const { join } = require('node:path')

/**
 * Whether node_modules holds just what the lock file asks for. npm notes there, when an install is
 * whole, what it installed; versions are compared, not times: a checkout has new times, and
 * packages of another checkout can have old ones.
 */
exports.isInstalled = function isInstalled(root) {
  const wanted = read(join(root, 'package-lock.json'))
  const present = read(join(root, 'node_modules', '.package-lock.json'))
  return Boolean(wanted && present) && exports.agree(wanted.packages, present.packages)
}

/** @param wanted, present the packages of both lock files, by folder */
exports.agree = function agree(wanted, present) {
  const asked = wanted['']
  const forThisMachine = Object.keys(asked.optionalDependencies ?? {}).map(
    (name) => `node_modules/${name}`,
  )
  const isNeeded = (folder) =>
    forThisMachine.includes(folder)
      ? suits(wanted[folder])
      : !wanted[folder].optional && !wanted[folder].devOptional
  return (
    Object.keys(wanted).every((folder) => !folder || !isNeeded(folder) || folder in present) &&
    Object.entries(present).every(([folder, { version }]) => wanted[folder]?.version === version)
  )
}

function suits({ os, cpu }) {
  const { platform, arch } = process
  return (!os || os.includes(platform)) && (!cpu || cpu.includes(arch))
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
