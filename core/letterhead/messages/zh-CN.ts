import type { Worded } from '../../i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '公司抬头',
  text: '印在报价单等对外文件上，留空的项目不会印出。',
  nameZh: '中文全称',
  nameEn: '英文全称',
  nameHint: '某种语言的名称留空时，该语言的文件使用另一个名称。',
  addressZh: '中文地址',
  addressEn: '英文地址',
  phone: '电话',
  email: '邮箱',
  website: '网址',
  bank: '开户行',
  bankAccount: '银行账号',
  taxNumber: '税号',
  taxNumberHint: '统一社会信用代码，或税务机关核发的号码。',
  logo: '公司标志',
  logoHint: (size) => `PNG 或 JPEG 图片，不超过 ${size}。`,
  logoKept: '已上传标志，重新选择文件即可替换。',
  dropLogo: '不再使用标志',
  badLogo: '这不是 PNG 或 JPEG 图片，请另存为其中一种格式。',
  largeLogo: (size) => `图片超过 ${size}，请缩小后再上传。`,
  brokenLogo: '无法读取这张图片，请重新保存为 PNG 或 JPEG。',
  saved: '已保存',
}
