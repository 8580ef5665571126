const { readFileSync } = require('node:fs')
const { join } = require('node:path')

/**
 * Finds dependencies that the lock file names but does not hold. `npm install` never notices, and
 * `npm ci` then refuses on every other machine.
 * @returns one sentence for each
 */
exports.checkLockFile = function checkLockFile(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return exports.missingFrom(packages)
}

/** @param packages the part of that name of a lock file, by folder */
exports.missingFrom = function missingFrom(packages) {
  const edges = Object.entries(packages).flatMap(
    ([folder, { dependencies, optionalDependencies, devDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies }).map((name) => ({
        folder,
        name,
      })),
  )
  return edges
    .filter(({ folder, name }) => !resolves(packages, folder, name))
    .map(
      ({ folder, name }) =>
        `package-lock.json lacks ${name}, which ${folder || 'package.json'} needs: npm ci will refuse; pin a version of ${folder || name} of which all parts are published.`,
    )
}

/** As Node looks packages up: in the package's own folder, then in each folder above. */
function resolves(packages, folder, name) {
  if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
  if (folder === '') return false
  return resolves(
    packages,
    folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/'))),
    name,
  )
}
