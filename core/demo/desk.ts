import { sql } from 'drizzle-orm'
import type { Scope } from '../scope.ts'
import { csvLine } from '../transfer/write.ts'
import { hasAny } from './diary.ts'
import type { DemoFile } from './files.ts'

const [ma, sun] = ['ma@xiaozhou.example', 'sun@xiaozhou.example']

/** What those who answer begin with: promises, saved replies, and articles and a paused mailbox, marked as made up. */
export const deskSeeds = [
  ['policies', 1],
  ['macros', 3],
  ['articles', 10],
  ['portal', 1],
  ['mailboxes', 1],
] as const

/**
 * Two weeks of work that lie behind them, made up and saying so: promises kept and broken, ratings, complaints,
 * requests about data, and what customers have in use.
 */
export const servedSeeds = [
  ['past-tickets', 10],
  ['installed-products', 60],
] as const

/** Whether anything lies behind those who answer. */
export const hasServed = (scope: Scope): Promise<boolean> => hasAny(scope, sql`service.ratings`)

/** What waits at the desk of those who answer, all of it made up; the clocks run from the import on. */
const waiting = [
  [
    '贴标机开机后黑屏',
    '故障报修',
    '紧急',
    '电话',
    '周女士',
    ma,
    '处理中',
    '早班开机后屏幕一直不亮，产线停了，请尽快来看。',
  ],
  [
    '换型后标签歪斜',
    '故障报修',
    '高',
    '邮件',
    '王工',
    ma,
    '待我方处理',
    '换了新瓶型以后标签总是歪 2 毫米，参数表在附件里。',
  ],
  [
    '请补开上月发票',
    '付款与发票',
    '普通',
    '邮件',
    '财务 李会计',
    sun,
    '待客户回复',
    '上月的两张送货单还没有开票，抬头不变。',
  ],
  [
    '备件什么时候到',
    '订单与物流',
    '普通',
    '电话',
    '陈主任',
    ma,
    '待我方处理',
    '上周订的压辊还没收到，仓库那边说已发出。',
  ],
  [
    '想约一次操作培训',
    '使用咨询',
    '低',
    '网页表单',
    '赵班长',
    sun,
    '处理中',
    '新来了三位操作工，能不能安排半天培训？',
  ],
  [
    '夜班报警无人响应',
    '其他',
    '紧急',
    '电话',
    '孙厂长',
    sun,
    '处理中',
    '昨晚 11 点报警，打了两次值班电话没人接，希望给个说法。',
  ],
  [
    '传感器误报',
    '故障报修',
    '高',
    '网页表单',
    '钱师傅',
    '',
    '',
    '没有瓶子也显示有料，擦过镜头还是一样。',
  ],
  [
    '退回多发的色带',
    '退换货',
    '普通',
    '邮件',
    '仓库 吴',
    '',
    '',
    '多发了 12 卷，想退回，运费怎么算？',
  ],
  [
    '软件升级需要停机吗',
    '使用咨询',
    '低',
    '邮件',
    '郑工',
    '',
    '',
    '看到有新版本，升级要停机多久？',
  ],
  [
    '地址变更',
    '订单与物流',
    '普通',
    '电话',
    '冯小姐',
    '',
    '',
    '下一批货请送到新厂区，地址稍后短信发来。',
  ],
] as const

const headers = [
  '主题',
  '工单分类',
  '优先级',
  '渠道',
  '提问人',
  '负责人',
  '工单状态',
  '客户的问题',
  '来源说明',
]

/** The same as a file, as somebody would bring it from the sheet they kept until then. */
export function makeWaiting(): DemoFile {
  const lines = waiting.map((line) => [...line, '演示用虚构'])
  const content = [headers, ...lines].map((cells) => csvLine([...cells])).join('')
  return { name: '客服登记（虚构）.csv', content: Buffer.from(content) }
}
