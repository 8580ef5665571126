import { expect, test } from 'vitest'
import { printCertificate } from '../../../modules/training/certificates/printing.ts'
import {
  type Certificate,
  printCode,
  readCode,
  standingOf,
} from '../../../modules/training/certificates/reading.ts'
import { look } from '../../setup/pdf.ts'

const certificate = (more: Partial<Certificate> = {}): Certificate => ({
  ...{ id: '1', userId: '2', name: '艾米尔', course: 'C-00', version: 1, serial: '2026-0001' },
  titles: { en: 'Why the idea comes first', 'zh-CN': '为什么先谈理念' },
  completedAt: new Date('2026-03-05T08:00:00Z'),
  ...{ validUntil: '2027-03-05', code: 'ABCDEFGHJK0123456789ABCDEF', revokedAt: null },
  ...more,
})

const company = {
  ...{ id: '1', name: '海港贸易', locale: 'zh-CN' as const },
  ...{ timeZone: 'Asia/Shanghai', currency: 'CNY' },
}
const print = (one: Certificate) =>
  printCertificate({ locale: 'zh-CN', company }, one, `https://crm.example/verify/${one.code}`)

test('it is one page with the name, the course, its version, until when, and where to check it', async () => {
  const { pages, text } = await look(await print(certificate()))
  expect(pages).toHaveLength(1)
  for (const part of ['艾米尔', 'C-00', '为什么先谈理念', '第 1 版', '2027年3月5日', '2026-0001'])
    expect(text).toContain(part)
  expect(text).toContain('ABCDE-FGHJK')
})

test('rare signs of a name are drawn and not left out', async () => {
  const ink = async (name: string) => (await look(await print(certificate({ name })))).pages[0]?.ink
  const [rare, none] = [await ink('鑫龘驫囧'), await ink(' ')]
  expect((rare ?? 0) - (none ?? 0)).toBeGreaterThan(800)
})

test('printed twice it is the same file', async () => {
  const [once, again] = [await print(certificate()), await print(certificate())]
  expect(again.equals(once)).toBe(true)
})

test('a code is read as it is printed, and as somebody types it', () => {
  const { code } = certificate()
  expect(readCode(printCode(code))).toBe(code)
  expect(readCode('abcde fghjk o1')).toBe('ABCDEFGHJK01')
})

test('it stands until its last day, and no longer once it was taken back', () => {
  const at = (day: string, more: Partial<Certificate> = {}) =>
    standingOf({ company, now: () => new Date(`${day}T04:00:00Z`) }, certificate(more))
  expect(at('2027-03-05')).toBe('valid')
  expect(at('2027-03-06')).toBe('expired')
  expect(at('2027-03-05', { revokedAt: new Date() })).toBe('revoked')
  expect(at('2099-01-01', { validUntil: null })).toBe('valid')
})
