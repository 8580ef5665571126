import type { Locale } from '../../core/i18n/locale.ts'
import { peopleCast } from '../setup/cast.ts'

/** What the newcomer types in one language. */
type Firm = {
  company: string
  /** Sales, service, production, in this order. */
  departments: readonly [sales: string, service: string, production: string]
  reason: string
  note: string
  tag: string
  /** A number as somebody types it, and as the firm's country writes it. */
  phone: { typed: string; read: string }
}

export const firms: Record<Locale, Firm> = {
  'zh-CN': {
    company: '海港贸易',
    departments: ['销售部', '客服部', '生产部'],
    reason: '先在销售部试点三周',
    note: '电话沟通：下周二上门演示，请带两份样品。',
    tag: '重点客户',
    phone: { typed: '０５７１－８８８８６６６６', read: '0571 8888 6666' },
  },
  en: {
    company: 'Harbour Trading',
    departments: ['Sales', 'Service', 'Production'],
    reason: 'Three weeks of pilot in Sales',
    note: 'Called: we visit next Tuesday and bring two samples.',
    tag: 'Key account',
    phone: { typed: '(020)7946-0958', read: '020 7946 0958' },
  },
}

/** Names of the cast; Wang is added besides, so that five people join Amy. */
export const names = {
  ...Object.fromEntries(Object.entries(peopleCast).map(([key, { name }]) => [key, name])),
  wang: '王磊',
} as Record<'amy' | 'lin' | 'emil' | 'sun' | 'tara' | 'wang', string>

/** Sun has no mail: she signs in with this. */
export const sunsPhone = '138 1234 5678'

/** The account that Emil makes, and two ways of typing its name on a Latin keyboard. */
export const tea = { name: '杭州听雨茶业有限公司', pinyin: 'tingyucha', initials: 'hztycy' }
