import { expect, test } from 'vitest'
import { openSheet } from '../../../core/print/sheet.ts'
import { look } from '../../setup/pdf.ts'

const head = { company: '海港贸易', title: '推行概览', note: '2026-11-26' }

async function printed(text: string) {
  const sheet = await openSheet(head)
  sheet.heading(text)
  return look(await sheet.finish())
}

test('rare signs are drawn, each with strokes of its own, and not as boxes', async () => {
  const blank = (await printed('')).pages[0]?.ink ?? 0
  const drawn = await Promise.all(
    [...'鑫龘驫囧'].map(async (sign) => (await printed(sign)).pages[0]),
  )
  for (const page of drawn) expect(page?.ink ?? 0).toBeGreaterThan(blank + 20)
  expect(new Set(drawn.map((page) => page?.pixels.toString('base64'))).size).toBe(4)
})

test('what is printed can be searched, in both languages', async () => {
  const { text } = await printed('关口 G3 · Pilot gate 鑫龘驫囧')
  expect(text).toContain('关口 G3 · Pilot gate 鑫龘驫囧')
  expect(text).toContain('海港贸易')
})

test('a bar shows where it has to be and where it should be, each with a mark of its own', async () => {
  const inkOf = async (bounds: { floor?: number; target?: number }) => {
    const sheet = await openSheet(head)
    sheet.bars([{ label: 'x', value: undefined, text: 'y', good: undefined, ...bounds }])
    return (await look(await sheet.finish())).pages[0]?.ink ?? 0
  }
  const [none, one, both] = [
    await inkOf({}),
    await inkOf({ target: 80 }),
    await inkOf({ floor: 30, target: 80 }),
  ]
  expect(one).toBeGreaterThan(none)
  expect(both).toBeGreaterThan(one)
})

test('a bar as long as it is high in value, and none for what is not known', async () => {
  const inkOf = async (value: number | undefined) => {
    const sheet = await openSheet(head)
    sheet.bars([{ label: 'x', value, text: 'y', good: true }])
    return (await look(await sheet.finish())).pages[0]?.ink ?? 0
  }
  const [none, half, full] = [await inkOf(undefined), await inkOf(50), await inkOf(100)]
  expect(half - none).toBeGreaterThan(200)
  expect(full - none).toBeGreaterThan(1.8 * (half - none))
  expect(full - none).toBeLessThan(2.2 * (half - none))
})
