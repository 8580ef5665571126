import fc from 'fast-check'
import { raw } from 'hono/utils/html'
import { expect, test } from 'vitest'
import { externalAddress, joined, markup } from '../../views/markup.ts'
import { viewText } from '../../views/messages.ts'
import { Table } from '../../views/table.tsx'
import { openPage } from '../setup/browser.ts'

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus='alert(1)",
  '</td></table><form action=//evil>',
  '&lt;b&gt; &amp;amp; &#39; &nbsp',
  '<!-- --!> ]]> <![CDATA[',
  '\u202e\u2066 张三 🧧 ﷽',
  `\${1+1} {{7*7}} \``,
]

/** Any text but NUL, which the product refuses, with the line ends that HTML itself makes alike. */
const texts = fc
  .oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 60 }))
  .map((text) => text.replaceAll('\0', '').replace(/\r\n?/g, '\n').toWellFormed())

test('whatever is printed as text or in an attribute, a browser reads back, and no element grows from it', async () => {
  const { page } = await openPage()
  await fc.assert(
    fc.asyncProperty(fc.array(texts, { minLength: 20, maxLength: 20 }), async (values) => {
      const rows = values.map((value) => markup`<i title="${value}">${value}</i>`)
      const html = String(markup`<div>${rows}</div>`)
      const seen = await page.evaluate((source) => {
        const { body } = new DOMParser().parseFromString(source, 'text/html')
        const inner = [...body.querySelectorAll('div > i')]
        return {
          elements: body.querySelectorAll('*').length,
          attributes: inner.map((one) => one.attributes.length),
          titles: inner.map((one) => one.getAttribute('title')),
          texts: inner.map((one) => one.textContent),
        }
      }, html)
      expect(seen.texts).toEqual(values)
      expect(seen.titles).toEqual(values)
      expect(seen.elements).toBe(values.length + 1)
      expect(seen.attributes).toEqual(values.map(() => 1))
    }),
    { numRuns: 60 },
  )
})

test('a table of hostile names has as many cells and links as rows and columns ask for, and their exact words', async () => {
  const { page } = await openPage()
  const names = [...hostile, '<td>', '</tr><tr data-testid="row">', '\n  breaks\n  stay']
  const html = Table({
    t: viewText('en').table,
    caption: '<caption>',
    columns: [
      { key: 'name', label: '<th>"', cell: (name: string) => name, sort: true },
      { key: 'twice', label: "'", cell: (name: string) => markup`<b title="${name}">${name}</b>` },
    ],
    rows: names,
    rowId: (name) => name,
    rowName: (name) => name,
    rowHref: (name) => `/people/${encodeURIComponent(name)}`,
    bulkForm: 'bulk',
    sortHref: (key) => `?sort=${key}&x="`,
  })
  const seen = await page.evaluate((source) => {
    const { body } = new DOMParser().parseFromString(source, 'text/html')
    const texts = (selector: string) =>
      [...body.querySelectorAll(selector)].map((one) => one.textContent)
    return {
      rows: body.querySelectorAll('tr[data-testid=row]').length,
      cells: [...body.querySelectorAll('tbody tr')].map((row) => row.children.length),
      names: texts('tbody th a'),
      bold: texts('tbody td b'),
      ids: [...body.querySelectorAll('tbody input')].map((one) => one.getAttribute('value')),
      strange: body.querySelectorAll('script, img, form').length,
    }
  }, String(html))
  expect(seen.rows).toBe(names.length)
  expect(seen.cells).toEqual(names.map(() => 3))
  for (const part of [seen.names, seen.bold, seen.ids]) expect(part).toEqual(names)
  expect(seen.strange).toBe(0)
})

test('only what markup itself made stands unescaped, whatever an object claims to be', () => {
  const claimed = JSON.parse('{"isEscaped": true, "toString": null}')
  const inner = markup`<b>${'<i>'}</b>`
  expect(String(markup`${inner}${joined([inner])}${raw('<u></u>')}`)).toBe(
    '<b>&lt;i&gt;</b><b>&lt;i&gt;</b><u></u>',
  )
  expect(String(markup`${[1, '<', null, undefined, false]}`)).toBe('1&lt;')
  expect(() => String(markup`${claimed}`)).toThrow()
})

test('an address that somebody typed can call, write or lead to the web, never run code', () => {
  for (const good of ['https://例子.中国/a?b=1', 'tel:+8613810005000', 'mailto:lin@example.com'])
    expect(externalAddress(good)).toBe(good)
  for (const bad of [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'java\nscript:x',
    '//evil',
    'vbscript:x',
  ])
    expect(externalAddress(bad)).toBeUndefined()
})
