import { buffer } from 'node:stream/consumers'
import type { Column } from '../../../core/transfer/columns.ts'
import { parseChoice, printChoice } from '../../../core/values/choice.ts'
import { parseDate } from '../../../core/values/date.ts'
import { parseEmail, printEmail } from '../../../core/values/email.ts'
import { amountCell, type Money, parseMoney, printMoney } from '../../../core/values/money.ts'
import { parseWhole } from '../../../core/values/number.ts'
import { type Phone, parsePhone, printPhone } from '../../../core/values/phone.ts'
import { parseText, printText } from '../../../core/values/text.ts'

/** A made-up object with a column of every kind, as a module would declare one. */
export type Boat = {
  name: string
  harbour?: string
  crew?: number
  price?: Money
  built?: string
  phone?: Phone
  email?: string
  stage?: string
}

const stages = ['Won', 'Lost', 'Engaging', 'Prospecting'].map((label) => ({
  key: label.toLowerCase(),
  label: { en: label, 'zh-CN': label },
}))

export const boats: Column<Boat>[] = [
  {
    field: 'name',
    label: { en: 'Name', 'zh-CN': '名称' },
    aliases: ['Boat name', '船名', 'account', 'opportunity_id'],
    parse: (text) => parseText(text),
    print: printText,
    required: true,
    example: '海鸥号',
  },
  {
    field: 'harbour',
    label: { en: 'Home harbour', 'zh-CN': '母港' },
    aliases: ['area', 'office_location', '所在地'],
    parse: (text) => parseText(text),
    print: printText,
    example: '青岛',
  },
  {
    field: 'crew',
    label: { en: 'Crew', 'zh-CN': '船员' },
    aliases: ['employees', '人数'],
    parse: (text) => parseWhole(text, { least: 0 }),
    print: (value) => String(value),
    typed: true,
    example: '12',
  },
  {
    field: 'price',
    label: { en: 'Price', 'zh-CN': '价格' },
    aliases: ['revenue', 'close_value', '金额'],
    parse: (text, { currency }) => parseMoney(text, { currency }),
    print: printMoney,
    cell: amountCell,
    amounts: true,
    typed: true,
    example: '1.2万',
  },
  {
    field: 'built',
    label: { en: 'Built on', 'zh-CN': '建造日期' },
    aliases: ['engage_date', 'list_date', '下水日期'],
    parse: (text, { order }) => parseDate(text, order && { order }),
    print: printText,
    example: '2026-03-05',
  },
  {
    field: 'phone',
    label: { en: 'Mobile', 'zh-CN': '手机' },
    aliases: ['phone', 'cell', '手机号', '手机号码', '联系电话'],
    parse: (text, { region }) => parsePhone(text, { region }),
    print: printPhone,
    typed: true,
    example: '138 1234 5678',
  },
  {
    field: 'email',
    label: { en: 'E-mail', 'zh-CN': '邮箱' },
    aliases: ['mail', '电子邮件'],
    parse: parseEmail,
    print: printEmail,
    example: 'lin@example.com',
  },
  {
    field: 'stage',
    label: { en: 'Stage', 'zh-CN': '阶段' },
    aliases: ['deal_stage'],
    parse: (text) => parseChoice(text, stages),
    print: (key, locale) => printChoice(key, stages, locale),
    example: 'Won',
  },
]

export const reading = { region: 'CN', currency: 'CNY' }

/** The bytes of a streamed file. */
export const bytesOf = (file: AsyncIterable<Uint8Array>): Promise<Buffer> => buffer(file)
