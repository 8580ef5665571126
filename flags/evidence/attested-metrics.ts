import type { Metric } from './metric.ts'

/**
 * Figures that nothing in the product measures yet: each takes an attestation until the folder or
 * module that owns it declares one that reads itself.
 */
export const attestedMetrics: readonly Metric[] = [
  attested('charter.signed', 'yes', 'Charter signed', '推行章程已签署'),
  attested('cost.budget', 'yes', 'Budget approved, with a reserve', '预算（含预备金）已批准'),
  attested(
    'training.leaders',
    'percent',
    'Leaders through L-01 to L-03',
    '领导学完 L-01 至 L-03 的比例',
    {
      about: {
        en: 'Sponsors and department leads who have completed L-01, L-02 and L-03.',
        'zh-CN': '已学完 L-01、L-02、L-03 的发起人与部门主管占比。',
      },
    },
  ),
  attested('training.coverage', 'percent', 'Training coverage', '培训覆盖率', {
    byDepartment: true,
    about: {
      en: 'People all of whose mandatory courses are valid today, of everybody who has any.',
      'zh-CN': '必修课程今天全部有效的人，占有必修课程的人的比例。',
    },
  }),
  attested('training.trainer', 'yes', 'Trainer certified', '培训师已认证', {
    about: {
      en: 'At least one trainer holds a valid T-01.',
      'zh-CN': '至少有一位培训师的 T-01 在有效期内。',
    },
  }),
  attested('training.first-time', 'percent', 'Passed at the first attempt', '首次通过率', {
    byDepartment: true,
    about: {
      en: 'Passed at the first attempt, of all who tried.',
      'zh-CN': '首次即通过的人次，占参加过的人次的比例。',
    },
  }),
  attested('training.gain', 'percent', 'Learning gain', '学习增益', {
    isDifference: true,
    about: {
      en: '(After − before) ÷ (100 − before), over points in quizzes; of four people at least.',
      'zh-CN': '（培训后 − 培训前）÷（100 − 培训前），按测验得分计算，至少四人。',
    },
  }),
  attested('training.tour-effect', 'percent', 'Effect of tours', '引导的效果', {
    isDifference: true,
    about: {
      en: 'Of who finished a tour, how many more did what it teaches within seven days than of those never shown it; in percentage points, with its 95% interval, over all tours that name a deed.',
      'zh-CN':
        '走完引导的人七天内照着做的比例，减去没看过引导的人同期的比例（百分点，附 95% 区间）；统计所有指定了操作的引导。',
    },
  }),
  attested('training.retention', 'percent', 'Knowledge retained', '知识保持率'),
  attested('adoption.index', 'index', 'Adoption index', '采用度指数', { byDepartment: true }),
  attested('adoption.observed', 'percent', 'Pilot users observed', '试点用户观察覆盖率'),
  attested('outcome.customer', 'percent', 'Outcome for customers, better by', '客户成效改善幅度', {
    isDifference: true,
  }),
  attested('help.load', 'count', 'Help requests per user and week', '每人每周求助次数', {
    direction: 'down',
  }),
  attested('cost.over-plan', 'percent', 'Cost over plan', '成本超支', {
    direction: 'down',
    isDifference: true,
  }),
  attested('cost.within', 'yes', 'Forecast within the budget', '预测成本在预算之内'),
  attested(
    'risk.residual',
    'count',
    'Largest residual of the open risks',
    '已出现风险的最大剩余值',
    {
      direction: 'down',
    },
  ),
  attested(
    'contract.mandatory',
    'yes',
    'Mandatory clauses of the contract agreed',
    '合同必备条款已约定',
    { kind: 'legal' },
  ),
  attested(
    'privacy.assessment',
    'yes',
    'Privacy impact assessed and filed',
    '个人信息保护影响评估已存档',
    { kind: 'legal' },
  ),
  attested('privacy.drill', 'yes', 'Drill of people’s rights passed', '个人权利请求演练通过', {
    kind: 'legal',
  }),
  attested('security.restore', 'yes', 'Restore of a backup tested', '备份恢复演练通过', {
    kind: 'security',
    holdsFor: 90,
  }),
  attested('security.incidents', 'yes', 'No critical incident open', '没有未了结的重大事件', {
    kind: 'security',
  }),
  attested('security.access', 'yes', 'Roles and sign-in reviewed', '角色与登录已复核', {
    kind: 'security',
  }),
  attested('plan.roll-back', 'yes', 'Roll-back rehearsed', '回退方案已演练'),
  attested('plan.old-tools', 'yes', 'Old tools read-only', '旧工具已只读'),
]

function attested(
  code: string,
  unit: Metric['unit'],
  en: string,
  zhCN: string,
  more: Partial<Metric> = {},
): Metric {
  return { code, unit, direction: 'up', title: { en, 'zh-CN': zhCN }, ...more }
}
