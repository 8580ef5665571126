import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { locales } from '../../core/i18n/locale.ts'
import { axe, openPage, sideways } from '../setup/browser.ts'
import { buildClient, serveGallery } from './serve.ts'

let gallery: Awaited<ReturnType<typeof serveGallery>>
beforeAll(async () => {
  gallery = await serveGallery()
})
afterAll(() => gallery.stop())

const pages = [
  'list',
  'empty',
  'record',
  'edit',
  'conflict',
  'pieces',
  'sign-in',
  'off',
  'error/404',
  'error/500',
]

/** The browser itself reports an answer's 404, 409 or 500; that is no fault of the page. */
const ofThePage = (complaints: string[]) =>
  complaints.filter((one) => !/the server responded with a status of|^500: /.test(one))

const looks = [
  { width: 1440, dark: false },
  { width: 360, dark: true },
]

test.each(pages.flatMap((name) => locales.map((locale) => ({ name, locale }))))(
  '$name in $locale: axe finds nothing, nothing scrolls sideways, no policy is broken',
  async ({ name, locale }) => {
    for (const look of looks) {
      const { page, complaints } = await openPage({ locale, ...look })
      await page.goto(`${gallery.address}/${locale}/${name}`)
      expect(await axe(page), JSON.stringify(look)).toEqual([])
      expect(await sideways(page)).toBe(0)
      await page.setViewportSize({ width: look.width > 768 ? 800 : 480, height: 860 })
      expect(await sideways(page), 'in between').toBe(0)
      expect(ofThePage(complaints)).toEqual([])
    }
  },
)

test('what can be tapped is at least 24 pixels in both directions', async () => {
  for (const name of ['list', 'record', 'edit', 'pieces']) {
    const { page } = await openPage({ width: 360 })
    await page.goto(`${gallery.address}/zh-CN/${name}`)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('a, button, summary, select, input')]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('p, dd'))
        .filter((one) => !one.matches('.skip, .checkbox, .pick input, .radio, .sr-only'))
        .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()] as const)
        .filter(([, box]) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(([html, box]) => `${Math.round(box.width)} × ${Math.round(box.height)}: ${html}`),
    )
    expect(small, name).toEqual([])
  }
})

test('no page carries an inline style, an inline script or an attribute that holds code', async () => {
  for (const name of pages) {
    const html = await (await fetch(`${gallery.address}/en/${name}`)).text()
    expect(html).toContain('<main')
    expect(html).not.toMatch(/\sstyle=|<style|<script(?![^>]*\ssrc=)|\son\w+=|hx-on|js:/)
  }
})

test('paper shows the list itself: no sidebar, no bar of actions, no boxes to tick', async () => {
  const { page } = await openPage()
  await page.goto(`${gallery.address}/zh-CN/list`)
  await page.locator('.pick tbody input').first().check()
  await page.emulateMedia({ media: 'print' })
  for (const hidden of [
    '#sidebar',
    '.bulk-bar',
    '.page-head .actions',
    '.pick td:first-child',
    '.tools',
  ])
    expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false)
  expect(await page.getByTestId('row').count()).toBe(14)
})

test('style and script together weigh at most 90 KB on the wire', async () => {
  const { css, js } = await buildClient()
  const weight = (pack: (data: Buffer) => Buffer) => pack(css).length + pack(js).length
  expect(weight(gzipSync)).toBeLessThan(90 * 1024)
  expect(weight(brotliCompressSync)).toBeLessThan(weight(gzipSync))
})
