import type { Role } from '../module.ts'

/** The firm of the demo: it and its people are made up, and say so; what they look after is real. */
export const firmName = '晓舟机电（演示）'

export const domain = 'xiaozhou.example'

/** Departments by key, each after the one it lies under. */
export const departments: readonly { key: string; name: string; parent?: string }[] = [
  { key: 'sales', name: '销售部' },
  { key: 'east', name: '华东组', parent: 'sales' },
  { key: 'south', name: '华南组', parent: 'sales' },
  { key: 'service', name: '客服部' },
  { key: 'production', name: '生产部' },
  { key: 'finance', name: '财务部' },
]

export type DemoPerson = {
  name: string
  /** What they sign in with: the part of an e-mail address before the @, or a phone number. */
  login: string
  role: Role
  department: string
  champion?: boolean
}

/** The first administers the firm. Two have no e-mail and sign in by a made-up phone number. */
export const people: readonly [DemoPerson, ...DemoPerson[]] = [
  { name: '顾清源', login: 'gu', role: 'admin', department: 'company' },
  { name: '沈立冬', login: 'shen', role: 'sponsor', department: 'company' },
  { name: '唐若溪', login: 'tang', role: 'trainer', department: 'company' },
  { name: '林知远', login: 'lin', role: 'lead', department: 'sales' },
  { name: '许南星', login: 'xu', role: 'lead', department: 'east' },
  { name: '陈禾', login: 'chen', role: 'member', department: 'east', champion: true },
  { name: '何雨桐', login: 'he', role: 'member', department: 'east' },
  { name: '邓可', login: 'deng', role: 'lead', department: 'south' },
  { name: '黎思安', login: 'li', role: 'member', department: 'south' },
  { name: '罗佳', login: '+8619900000010', role: 'member', department: 'south' },
  { name: '孙悦宁', login: 'sun', role: 'lead', department: 'service' },
  { name: '马一凡', login: 'ma', role: 'member', department: 'service' },
  { name: '丁秋实', login: '+8619900000013', role: 'member', department: 'production' },
  { name: '方文', login: 'fang', role: 'auditor', department: 'finance' },
  // With four people the group that begins is the one whose answers may be shown by itself.
  { name: '周子墨', login: 'zhou', role: 'member', department: 'east' },
]

export const addressOf = ({ login }: DemoPerson): string =>
  login.startsWith('+') ? login : `${login}@${domain}`

/** Those who sell: companies abroad are shared out among them. */
export const sellers = ['林知远', '许南星', '陈禾', '何雨桐', '周子墨', '邓可', '黎思安', '罗佳']

/** Who looks after which region of the listed companies; all others are the lead of Sales's own. */
export const regions: Record<string, readonly string[]> = {
  许南星: ['上海', '山东'],
  陈禾: ['浙江', '江西'],
  何雨桐: ['江苏', '福建'],
  周子墨: ['安徽'],
  邓可: ['深圳', '海南'],
  黎思安: ['广东', '广西'],
  罗佳: ['湖南', '湖北'],
}

export const otherRegions = '林知远'
