import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { formatNumber } from '../../core/i18n/format.ts'
import { root } from '../../core/root.ts'
import { expectNoSideways, openEntry, type Person } from './browsing.ts'
import { ownFile, refusedName } from './own-file.ts'

type File = string | { name: string; mimeType: string; buffer: Buffer }

/** Imports the firm's own list: GB18030, Chinese column names, one row that cannot be taken. */
export async function importOwnList(amy: Person): Promise<void> {
  const { page } = amy
  await readIn(amy, ownFile)
  expect(await page.getByTestId('import-problems').innerText()).toContain('Z')
  const counts = await startImport(amy, 4)
  expect(counts).toEqual([3, 0, 0, 1])
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('a[href$="/rejected.csv"]').click(),
  ])
  const rejected = new TextDecoder('gb18030').decode(await readFile(await file.path()))
  expect(rejected).toContain(refusedName)
  expect(rejected).not.toContain('上海星河')
}

/** Imports the list of all listed Chinese companies as it is published. */
export async function importListedCompanies(amy: Person): Promise<void> {
  await readIn(amy, join(root, 'test/data/listed-companies/stock_basic.csv'))
  const counts = await startImport(amy, 5253)
  expect(counts.reduce((sum, count) => sum + count)).toBe(5253)
  expect(counts[0]).toBeGreaterThan(5200)
}

async function readIn(amy: Person, file: File): Promise<void> {
  const { page } = amy
  await openEntry(amy, '/admin/import')
  await page.check('[name=kind][value=accounts]')
  await page.setInputFiles('[name=file]', file)
  await page.locator('[data-save]').click()
  await page.getByTestId('import-start').waitFor()
  await expectNoSideways(amy)
}

/** Starts what was checked and waits for its end. @returns created, updated, skipped, rejected */
async function startImport(amy: Person, rows: number): Promise<number[]> {
  const { page, locale } = amy
  await page.getByTestId('import-start').click()
  const result = page.getByTestId('import-result')
  await result.waitFor({ timeout: 60_000 })
  await expectNoSideways(amy)
  expect(await result.innerText()).toContain(formatNumber(locale, rows))
  const shown = await result.locator('.stat dd, .stats dd').allInnerTexts()
  return shown.map((text) => Number(text.replaceAll(/\D/g, '')))
}
