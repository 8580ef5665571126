import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSecrets } from '../../../core/secrets/secrets.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'secrets-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const here = () => openSecrets({ DATA_DIR: folder })
const ours = ['harbour', 'mailbox', '1']

test('two processes that start at once share one key, which only their user may read', async () => {
  const [one, other] = [here(), here()]
  const [first, second] = await Promise.all([one.sign(ours, 'x'), other.sign(ours, 'x')])
  expect(first).toEqual(second)
  const { mode } = await stat(join(folder, 'secrets.key'))
  expect(mode & 0o777).toBe(0o600)
})

test('whatever is sealed is opened again, shows nothing of itself, and never looks the same twice', () =>
  fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 4, maxLength: 60 }), async (text) => {
      const sealed = await here().seal(ours, text)
      expect(await here().open(ours, sealed)).toBe(text)
      expect(sealed).not.toContain(text)
      expect(await here().seal(ours, text)).not.toBe(sealed)
    }),
    { numRuns: 30 },
  ))

test('nobody opens it for another company or another thing, nor after a letter was changed', async () => {
  const sealed = await here().seal(ours, '邮箱密码')
  expect(await here().open(['valley', 'mailbox', '1'], sealed)).toBeUndefined()
  expect(await here().open(['harbour', 'mailbox', '2'], sealed)).toBeUndefined()
  for (let at = 0; at < sealed.length; at++) {
    const letter = sealed[at] === 'A' ? 'B' : 'A'
    const changed = sealed.slice(0, at) + letter + sealed.slice(at + 1)
    const opened = await here().open(ours, changed)
    // The last sign of a part may hold spare bits, which mean nothing.
    expect([undefined, '邮箱密码']).toContain(opened)
  }
  for (const text of ['', '.', 'x.y.z', sealed.slice(0, -4), `${sealed}AAAA`])
    expect(await here().open(ours, text)).toBeUndefined()
})

test('a key that was lost opens nothing, and one that is broken stops with a sentence', async () => {
  const place = join(folder, 'secrets.key')
  const sealed = await here().seal(ours, 'words')
  const key = await readFile(place, 'utf8')
  await rm(place)
  expect(await here().open(ours, sealed)).toBeUndefined()
  await writeFile(place, 'no key')
  await expect(here().open(ours, sealed)).rejects.toThrow('put the file back from a backup')
  await writeFile(place, key)
  expect(await here().open(ours, sealed)).toBe('words')
})

test('a signature holds for one purpose and one company', async () => {
  const signatures = await Promise.all(
    [ours, ['valley', 'mailbox', '1'], ['harbour', 'mailbox', '12']].map((of) =>
      here().sign(of, 'ticket'),
    ),
  )
  expect(new Set(signatures.map(String)).size).toBe(3)
})
