import type { Worded } from '../../i18n/catalogue.ts'
import type { PerLocale } from '../../i18n/locale.ts'
import type { en } from './en.ts'

const most = 8

const listedFirst = (labels: readonly PerLocale[]): string => {
  const shown = labels.slice(0, most).map((label) => label['zh-CN'])
  return `${shown.join('、')}${labels.length > most ? '……' : ''}`
}

export const zhCN: Worded<typeof en> = {
  missing: '此项必填，请补充。',
  hasNul: '内容里有看不见的空字符（NUL），请删掉后重新输入。',
  brokenCharacter: '内容里有残缺的字符，请删掉显示异常的符号后重新输入。',
  tooLong: (most: number, length: number) => `最多 ${most} 个字，现在有 ${length} 个，请删减。`,
  notANumber: '这不是数字，请写成 1,234.56 或 1.2万 这样的形式。',
  tooManyDigits: (most: number) => `数字最多 ${most} 位，请取整。`,
  notWhole: '请填写整数，例如 12。',
  tooManyDecimals: (most: number) =>
    most === 0 ? '该金额不含小数，请填写整数。' : `最多保留 ${most} 位小数，请取舍后再填。`,
  tooSmall: (least: number) => `不能小于 ${least}。`,
  tooLarge: (most: number) => `不能大于 ${most}。`,
  notAYear: '这不是年份，请填写四位数字，例如 2008。',
  notMoney: '这不是金额，请写成 ¥1,200、1.2万元 或 USD 99.50 这样的形式。',
  otherCurrency: (currency: string) => `这里的金额统一按 ${currency} 记录，请换算后填写。`,
  notADate: '这不是日期，请写成 2026-03-05 或 2026年3月5日。',
  noSuchDay: '日历上没有这一天，请检查月份和日期。',
  shortYear: '年份请写满四位，例如 2026-03-05。',
  ambiguousDate: (one: string, other: string) =>
    `可能是 ${one}，也可能是 ${other}；请把年份写在前面，或说明这一列的日期顺序。`,
  roundedBySpreadsheet:
    '电子表格把这个号码改成了科学计数法，后几位已经丢失；请在表格里把该列设为“文本”格式，重新填写后保存。',
  mobileLength: (digits: number) => `手机号应为 11 位，现在是 ${digits} 位，例如 138 1234 5678。`,
  notAPhone: '这不是有效的电话号码，请写成 138 1234 5678 或 +1 415 555 2671 这样的形式。',
  notAnEmail: '这不是邮箱地址，请写成 lin@example.com 这样的形式。',
  notAWebAddress: '这不是网址，请写成 www.example.com 这样的形式。',
  creditCodeLength: (length: number) => `代码应为 18 位，现在是 ${length} 位，请对照营业执照填写。`,
  creditCodeSign: (sign: string) => `代码里不会出现“${sign}”，可能是把形近的数字看错了。`,
  creditCodeCheck: '校验位不对，请对照营业执照逐位核对。',
  notAColleague: (name: string) => `没有名为“${name}”的同事，请填写姓名或其登录邮箱。`,
  notAFileCell: '表格无法带入文件，请不要导入这一列，到记录的编辑页面上传。',
  severalColleagues: (name: string) => `有多位同事叫“${name}”，请填写其登录邮箱。`,
  notYesNo: '请填“是”或“否”。',
  notAChoice: (labels: readonly PerLocale[]) =>
    `不在可选范围内，请从以下选项中填一个：${listedFirst(labels)}`,
  notTheChoices: (labels: readonly PerLocale[]) =>
    `有内容不在可选范围内，请从以下选项中填一个或多个：${listedFirst(labels)}`,
}
