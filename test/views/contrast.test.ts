import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../core/root.ts'

const css = readFileSync(join(root, 'views/css/tokens.css'), 'utf8')

/** Every colour token, as its light and its dark value; avatars by class and part. */
const tokens = new Map<string, [light: string, dark: string]>()
for (const block of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
  const avatar = block[1]?.match(/avatar-\d/)?.[0]
  for (const line of block[2]?.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g) ?? [])
    tokens.set(avatar ? `${avatar} ${line[1]}` : (line[1] as string), [
      line[2] as string,
      line[3] as string,
    ])
}

/** Relative luminance (WCAG 2.2, "relative luminance"). */
function luminance(hex: string): number {
  const full =
    hex.length === 4 ? [...hex.slice(1)].map((sign) => sign + sign).join('') : hex.slice(1)
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['canvas', 'surface', 'side', 'hover', 'sel']
const pairs: [ink: string, ground: string, least: number][] = [
  ...['ink', 'muted-ink', 'brand'].flatMap((ink) =>
    grounds.map((ground): [string, string, number] => [ink, ground, 4.5]),
  ),
  ...['danger', 'warning', 'good'].flatMap((ink): [string, string, number][] => [
    [ink, 'surface', 4.5],
    [ink, 'canvas', 4.5],
    [ink, `${ink}-soft`, 4.5],
  ]),
  ['ink', 'danger-soft', 4.5],
  ['on-brand', 'brand-fill', 4.5],
  ['on-bulk', 'bulk', 4.5],
  ['on-bulk', 'bulk-hover', 4.5],
  ['edge', 'surface', 3],
  ['edge', 'canvas', 3],
  ...[0, 1, 2, 3, 4, 5].map((at): [string, string, number] => [
    `avatar-${at} tone`,
    `avatar-${at} tint`,
    4.5,
  ]),
]

test.each(pairs)('%s on %s can be read in both themes', (ink, ground, least) => {
  const [one, other] = [tokens.get(ink), tokens.get(ground)]
  if (!one || !other) throw new Error(`views/css/tokens.css has no colour ${ink} or ${ground}`)
  expect(contrast(one[0], other[0]), 'light').toBeGreaterThanOrEqual(least)
  expect(contrast(one[1], other[1]), 'dark').toBeGreaterThanOrEqual(least)
})

test('avatars are darker in the dark than in the light', () => {
  for (const [name, [light, dark]] of tokens)
    if (name.endsWith(' tint')) expect(luminance(dark), name).toBeLessThan(luminance(light) / 4)
})

test('no rule asks for a colour or a measure that nobody gives: it would be left out without a word', () => {
  const folder = join(root, 'views/css')
  const all = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
  const given = new Set([...all.matchAll(/^\s*(--[\w-]+):/gm)].map(([, name]) => name))
  const asked = new Set([...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name))
  expect(asked.size).toBeGreaterThan(20)
  expect([...asked].filter((name) => !given.has(name))).toEqual([])
})
