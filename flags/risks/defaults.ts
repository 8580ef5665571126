import type { PerLocale } from '../../core/i18n/locale.ts'
import type { RiskCategory } from './choices.ts'

/** A risk that every rollout should watch, with the words the product has for it. */
export type DefaultRisk = {
  code: string
  category: RiskCategory
  p: number
  i: number
  title: PerLocale
  /** What opens it. */
  sign: PerLocale
  response: PerLocale
}

const risk = (
  code: string,
  category: RiskCategory,
  [p, i]: readonly [number, number],
  title: readonly [en: string, zh: string],
  sign: readonly [en: string, zh: string],
  response: readonly [en: string, zh: string],
): DefaultRisk => ({
  ...{ code, category, p, i },
  title: { en: title[0], 'zh-CN': title[1] },
  sign: { en: sign[0], 'zh-CN': sign[1] },
  response: { en: response[0], 'zh-CN': response[1] },
})

export const defaultRisks: readonly DefaultRisk[] = [
  risk(
    'hidden-cost',
    'cost',
    [4, 3],
    ['Hidden cost appears after signing', '签约后冒出隐性成本'],
    [
      'A line that stands in no quote cost more than planned, or the hidden-cost ratio rose by 10 points.',
      '报价之外的费用超出计划，或隐性成本占比上升 10 个百分点。',
    ],
    [
      'Clauses F2 and F3, contingency, a true-up every month.',
      '落实合同条款 F2、F3，预留应急预备，每月核对一次实际费用。',
    ],
  ),
  risk(
    'host-leak',
    'leakage',
    [2, 5],
    ['A leak at the hosting provider', '托管方泄露客户资料'],
    [
      'An incident at a vendor, an attestation that ran out, or a changed sub-processor.',
      '供应商发生安全事件、安全证明过期，或分包商变更。',
    ],
    [
      'Clauses of parts B, C and E; encryption; a drill of leaving and of an incident.',
      '落实 B、C、E 部分条款，加密，演练退出与应急处置。',
    ],
  ),
  risk(
    'needs-change',
    'changing_needs',
    [4, 3],
    ['Needs change during the project', '项目期间需求不断变化'],
    ['Approved changes are above the change budget of a stage.', '已批准的变更超过阶段变更预算。'],
    ['Change budget, freeze, waves.', '变更预算、范围冻结、分批推广。'],
  ),
  risk(
    'sponsor-fades',
    'people',
    [3, 5],
    ['The leader’s attention fades', '领导关注度下降'],
    [
      'Absent from two reviews, or 14 days without a look at the console.',
      '连续两次缺席评审，或 14 天没有查看推行情况。',
    ],
    [
      'Dates booked ahead, a deputy, a page of wins.',
      '提前约好时间，指定代理人，定期呈报阶段成果。',
    ],
  ),
  risk(
    'private-lists',
    'people',
    [4, 4],
    ['People keep private lists', '员工私下另存客户名单'],
    [
      'Much is kept outside of the product, or more files of customers are exported.',
      '大量信息记在系统之外，或客户资料导出增多。',
    ],
    [
      'Lesson L-07, help by champions, removing the cause.',
      '学习 L-07，由推广员帮助，解决另存名单的原因。',
    ],
  ),
  risk(
    'dirty-data',
    'data',
    [4, 4],
    ['Dirty data destroy trust', '脏数据让大家失去信任'],
    ['The data quality index is below 65.', '数据质量指数低于 65。'],
    ['A sprint of cleaning, no imports meanwhile.', '集中清理，清理期间暂停导入。'],
  ),
  risk(
    'one-holder',
    'people',
    [3, 4],
    ['The trainer or the administrator leaves', '讲师或管理员离职'],
    ['Only one person holds the role.', '该角色只有一个人。'],
    ['A second person, and the content as a pack.', '培养第二人，内容打包留存。'],
  ),
  risk(
    'training-too-early',
    'people',
    [3, 3],
    ['Training without use: it came too early', '培训过早，学了用不上'],
    ['More than 15 working days from the course to access.', '从学完到开通超过 15 个工作日。'],
    ['Train just in time.', '开通前才培训，随学随用。'],
  ),
  risk(
    'unlawful-data',
    'legal',
    [2, 5],
    ['Unlawful or excessive collection', '违法或过度收集个人信息'],
    ['Privacy is on record for less than 95 % of people.', '隐私信息完整度低于 95%。'],
    ['A review of the fields, lesson C-04.', '复核字段，学习 C-04。'],
  ),
  risk(
    'endless-pilot',
    'people',
    [3, 3],
    ['The pilot never ends', '试点没完没了'],
    ['Five days before its end no gate was decided.', '距试点结束只剩 5 天，关口仍未评审。'],
    ['The time box: go, or stop.', '时限一到，要么推广要么停止。'],
  ),
  risk(
    'lock-in',
    'vendor',
    [3, 4],
    ['Locked in with the vendor', '被供应商锁定'],
    ['Nobody has tried to leave for 12 months.', '超过 12 个月没有做过导出演练。'],
    ['Clauses E2 to E4.', '落实合同条款 E2 至 E4。'],
  ),
  risk(
    'peak-season',
    'people',
    [3, 3],
    ['Overload at peak season', '业务旺季忙不过来'],
    ['Switching on is planned for weeks that are marked as busy.', '开通时间安排在旺季。'],
    ['Block those weeks in the calendar.', '在日历上避开旺季。'],
  ),
  risk(
    'bulk-export',
    'leakage',
    [3, 4],
    ['Somebody inside takes the data along', '内部人员批量带走资料'],
    [
      'An export of more than 1,000 records, or one at night.',
      '一次导出超过 1,000 条，或在夜间导出。',
    ],
    ['Approval, a mark in files, an alert.', '导出审批、文件水印、预警。'],
  ),
  risk(
    'control',
    'people',
    [3, 4],
    ['Measuring people turns into control', '衡量变成监控'],
    [
      'A complaint, or somebody without the right opened a report by person.',
      '有人投诉，或无权人员查看了个人报表。',
    ],
    ['Rule of fair use, a talk with staff.', '遵守数据公平使用规则，与员工沟通。'],
  ),
]

export const defaultOf = (code: string | null): DefaultRisk | undefined =>
  defaultRisks.find((one) => one.code === code)
