import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { type Lock, lockFolder, whoHolds } from '../../core/start/lock.ts'

const newName = () => `/nowhere/${randomUUID()}`

async function hold(folder: string, url?: string): Promise<Lock> {
  const lock = await lockFolder(folder, url)
  onTestFinished(() => lock.release().catch(() => {}))
  return lock
}

test('a folder is held by one process, which says who and where it is', async () => {
  const folder = newName()
  expect(await whoHolds(folder)).toBeUndefined()
  await hold(folder, 'http://127.0.0.1:3000')
  expect(await whoHolds(folder)).toMatchObject({ pid: process.pid, stopping: false })
  await expect(lockFolder(folder)).rejects.toThrow(
    `Already running on ${folder} (process ${process.pid}, http://127.0.0.1:3000)`,
  )
  await hold(newName())
})

test('who comes second waits for a product that is stopping, and then has the folder', async () => {
  const folder = newName()
  const first = await hold(folder, 'http://127.0.0.1:3000')
  first.tell({ stopping: true })
  const second = hold(folder, 'http://127.0.0.1:3001')
  expect(await Promise.race([second, whoHolds(folder)])).toMatchObject({ stopping: true })
  await first.release()
  await second
  expect(await whoHolds(folder)).toMatchObject({ url: 'http://127.0.0.1:3001' })
})
