import { createRequire } from 'node:module'
import { expect, test } from 'vitest'

const require = createRequire(import.meta.url)
const { refuseOldNode } = require('../../core/launch/node.cjs')
const { agree } = require('../../core/launch/installed.cjs')
const { findNpm } = require('../../core/launch/npm.cjs')

test('a Node in which npm would silently leave packages out is refused with a sentence', () => {
  for (const version of ['18.20.8', '20.18.3', '21.7.3', '22.11.0'])
    expect(() => refuseOldNode(version)).toThrow(/needs Node.js .* install a newer Node.js/)
  for (const version of ['20.19.0', '22.12.0', '24.0.0', '26.1.0'])
    expect(() => refuseOldNode(version)).not.toThrow()
})

const here = { os: [process.platform], cpu: [process.arch] }
const wanted = {
  '': { optionalDependencies: { 'postgres-here': '18', 'postgres-there': '18' } },
  'node_modules/hono': { version: '4.13.19' },
  'node_modules/postgres-here': { version: '18', optional: true, ...here },
  'node_modules/postgres-there': { version: '18', optional: true, os: ['another'] },
  'node_modules/esbuild-there': { version: '1', optional: true, os: ['another'] },
}

test('packages count as installed when all of this machine are there in the wanted versions', () => {
  const hono = { 'node_modules/hono': { version: '4.13.19' } }
  const postgres = { 'node_modules/postgres-here': { version: '18' } }
  expect(agree(wanted, { ...hono, ...postgres })).toBe(true)
  expect(agree(wanted, hono)).toBe(false)
  expect(agree(wanted, postgres)).toBe(false)
})

test('packages of another checkout are not taken for ours', () => {
  const postgres = { 'node_modules/postgres-here': { version: '18' } }
  expect(agree(wanted, { 'node_modules/hono': { version: '4.0.0' }, ...postgres })).toBe(false)
  const more = { 'node_modules/hono': { version: '4.13.19' }, 'node_modules/vue': { version: '3' } }
  expect(agree(wanted, { ...more, ...postgres })).toBe(false)
})

test('the npm that started us installs, and no other package manager is mistaken for it', () => {
  const npm = { npm_execpath: '/usr/lib/npm/bin/npm-cli.js', npm_node_execpath: '/usr/bin/node' }
  expect(findNpm(npm)).toEqual({ program: '/usr/bin/node', args: [npm.npm_execpath] })
  const other = { npm_execpath: '/usr/lib/pnpm/bin/pnpm.cjs', PATH: process.env.PATH }
  expect(findNpm(other).args[0]).toMatch(/npm-cli\.js$/)
})
