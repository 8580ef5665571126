const { existsSync, realpathSync } = require('node:fs')
const { delimiter, dirname, join } = require('node:path')
const { sentence } = require('./sentence.cjs')

/** npm as a program and its first arguments: the npm that started us, else the machine's. */
exports.findNpm = function findNpm(env = process.env) {
  const { npm_execpath: given = '', npm_node_execpath: node = process.execPath } = env
  if (given.endsWith('npm-cli.js')) return { program: node, args: [given] }
  const found = candidates(env)
    .map(resolved)
    .find((path) => path?.endsWith('npm-cli.js'))
  if (found) return { program: process.execPath, args: [found] }
  throw sentence('npm was not found, and it has to install the packages: run `npm start` instead.')
}

function candidates(env) {
  const beside = dirname(process.execPath)
  const onPath = (env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'npm'))
  return [
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
    ...onPath,
  ]
}

function resolved(path) {
  return existsSync(path) ? realpathSync(path) : undefined
}
