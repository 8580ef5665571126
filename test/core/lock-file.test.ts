import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { root } from '../../core/root.ts'

const require = createRequire(import.meta.url)
const { checkLockFile, missingFrom } = require('../../core/launch/lock-file.cjs')
const { packages } = require('../../package-lock.json')

test('npm ci finds in the lock file everything that the lock file names', () => {
  expect(Object.keys(packages).length).toBeGreaterThan(100)
  expect(checkLockFile(root)).toEqual([])
})

test('a part that was never published is found, however deep its user lies', () => {
  const planted = {
    '': { dependencies: { css: '4.3.4' } },
    'node_modules/css': { optionalDependencies: { 'css-linux': '4.3.4', 'css-mac': '4.3.4' } },
    'node_modules/css-linux': {},
    'node_modules/css/node_modules/@deep/part': { dependencies: { css: '*', gone: '*' } },
  }
  const missing = missingFrom(planted)
  expect(missing).toHaveLength(2)
  expect(missing[0]).toContain('lacks css-mac, which node_modules/css needs')
  expect(missing[1]).toContain('lacks gone')
})
