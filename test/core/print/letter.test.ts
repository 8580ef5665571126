import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { type LetterHead, openLetter } from '../../../core/print/letter.ts'
import { look } from '../../setup/pdf.ts'

const head: LetterHead = {
  sender: { name: '海港贸易有限公司', lines: ['宁波市北仑区 1 号', '0574-1234'], logo: null },
  title: '报价单',
  facts: [
    ['编号', 'Q-2026-0001'],
    ['有效期至', '2026年12月31日'],
  ],
  receiver: { label: '致', lines: ['鑫龘科技有限公司', '张三'] },
  foot: '开户行 中国银行',
  page: (number, of) => `第 ${number} 页，共 ${of} 页`,
}
const columns = [
  { label: '产品', share: 3 },
  { label: '金额', share: 1, end: true as const },
]

test('a letter has its sender, its receiver, a table over as many sheets as it takes, and the sum', async () => {
  const letter = await openLetter(head)
  letter.table({
    columns,
    rows: Array.from({ length: 60 }, (_, at) => [`产品 ${at}\n型号 A`, '¥1.00']),
  })
  letter.sums([
    ['税额', '¥6.00'],
    ['合计', '¥66.00'],
  ])
  const { pages, text } = await look(await letter.finish())
  expect(pages.length).toBeGreaterThan(1)
  expect(pages.length).toBeLessThan(5)
  for (const part of ['海港贸易有限公司', '鑫龘科技有限公司', '¥66.00', '产品 59', '第 1 页，共'])
    expect(text).toContain(part)
  // The heads of the columns stand on each sheet.
  expect(text.split('金额').length - 1).toBe(pages.length)
})

test('Chinese signs are drawn and not left out, and a logo leaves its ink where it stands', async () => {
  const blank = await openLetter({ ...head, receiver: { label: '', lines: [''] } })
  const full = await openLetter({ ...head, receiver: { label: '致', lines: ['鑫龘驫囧'] } })
  const canvas = createCanvas(100, 50)
  canvas.getContext('2d').fillRect(0, 0, 100, 50)
  const logo = canvas.toBuffer('image/png')
  const marked = await openLetter({ ...head, sender: { ...head.sender, logo } })
  const inkOf = async (letter: typeof blank) =>
    (await look(await letter.finish())).pages[0]?.ink ?? 0
  const [without, signs, picture] = [await inkOf(blank), await inkOf(full), await inkOf(marked)]
  expect(signs - without).toBeGreaterThan(80)
  expect(picture - without).toBeGreaterThan(2000)
})
