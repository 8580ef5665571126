import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '报表',
  stage: '阶段',
  deals: '商机数',
  amount: '金额',
  share: '占比',
  figure: '指标',
  value: '数值',
  open: '进行中',
  nothing: '还没有商机。',
  pipeline: '销售流程',
  any: '不限',
  outcomes: {
    title: '赢率与输单原因',
    about: '赢了多少，输了多少，输在哪里。',
    byStage: '各阶段商机',
    rate: '赢率',
    rateFormula: '期间内结单的商机中，赢单 ÷（赢单 + 输单）。',
    rateSummary: (won, closed, rate) => `${closed} 个已结单商机中赢得 ${won} 个，赢率 ${rate}。`,
    won: '赢单',
    lost: '输单',
    wonValue: '赢单金额',
    reason: '原因',
    noLoss: '没有输单。',
  },
  funnel: {
    title: '销售漏斗',
    about: '商机能走到哪一步，每一步停留多久。',
    formula:
      '“到达”指期间内开始的商机中曾处于该阶段或更后阶段的数量；输单的商机按其移动记录计。转化率为占上一阶段的比例。天数为已离开该阶段的停留时间中位数。',
    summary: (begun, won, share) => `${begun} 个商机中赢得 ${won} 个，占 ${share}。`,
    reached: '到达',
    conversion: '较上一阶段',
    days: '停留天数（中位数）',
    median: (days, sample) => `${days}（${sample} 次）`,
  },
  forecast: {
    title: '销售预测',
    about: '各月已赢得多少，还预计多少，与目标相比如何。',
    formula: (currency) =>
      `进行中的商机计入预计成交的月份，类别取商机自己的预测类别，没有则取所在阶段的；加权金额按阶段赢率折算，并加上已赢单金额。仅统计${currency}金额且填了预计成交日期的商机。`,
    month: '月份',
    weighted: '赢单 + 加权',
    target: '目标',
    attained: '占目标',
  },
  activity: {
    title: '人员工作量',
    about: '记录的跟进，新开和赢得的商机。',
    formula: '跟进按发生日期计，商机按开始或结单日期计。',
    followUps: '跟进次数',
    records: '跟进对象数',
    begun: '新开商机',
    none: '这段时间没有任何工作记录。',
  },
  products: {
    title: '按产品',
    about: '各产品卖出多少、金额多少，还有多少在途。',
    formula:
      '数量与金额取自赢单商机的产品明细；含多个产品的商机在每个产品下各计一次；没有产品明细的商机计入“未填”，按商机金额计。已结单的商机计入结单所在期间，进行中的为目前在途的商机。不同币种的金额不相加。',
    column: '产品',
    quantity: '赢单数量',
  },
  shares: {
    formula: '已结单的商机计入结单所在期间，进行中的为目前在途的商机。不同币种的金额不相加。',
    people: {
      title: '按人员',
      about: '谁赢得了什么。非本系统用户按文件中的姓名列出。',
      column: '人员',
    },
    sectors: { title: '按行业', about: '按客户所属行业统计商机。', column: '行业' },
    regions: { title: '按地区', about: '按客户所在地区统计商机。', column: '地区' },
  },
  receivables: {
    about: '客户今天还欠多少，逾期多久。',
    formula:
      '履行中合同各期未收的金额，按逾期天数划分；未列入计划的是余额中没有排期的部分。数据截至今天，与所选期间无关。',
  },
  buying: {
    title: '客户购买分析',
    about: '客户最近何时购买、买得多勤、买了多少，哪些好客户久未购买。',
    summary: (customers, quiet) => `${customers} 位客户有过购买，其中 ${quiet} 位过去购买更频繁。`,
    formula:
      '至少购买三次、沉默时间超过平常间隔两倍且不少于一个月的客户，标为久未购买。仅统计公司币种，列出购买最多的 200 位客户。',
    contracts: '合同',
    deals: '赢单商机',
    signal: '提醒',
    quiet: '久未购买',
  },
}
