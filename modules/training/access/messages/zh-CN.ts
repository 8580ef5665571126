import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '先学后用',
  left: (module) => `还差这些课程，学完就能在“${module}”里录入和修改`,
  hint: '在此之前，你可以查看全部内容。最后一门学完，立刻就能用，不用找谁审批。',
  done: (module) => `你已经可以在“${module}”里录入和修改，没有要学的了。`,
  core: '全员必修',
  quick: '以下快速上手课学一门即可',
  begin: '开始学习',
  go: '继续学习',
  urgent: '如果等不及，主管可以批准你先用十天，边用边学。',
  settings: {
    title: '培训设置',
    follows: '先学后用：学完才能录入和修改',
    followsHint:
      '模块开通后，没学完必修课和该模块快速上手课的人只能查看。页面、接口、导入都按这个规则。',
    choices: {
      rollout: '跟随推行进度',
      rolloutNote: '推行计划进入 S1 阶段后生效；推行为严格模式时也生效。',
      on: '从现在起执行',
      off: '不执行',
    },
    now: {
      on: (name, day) => `自 ${day} 起执行，由${name || '系统'}开启。`,
      off: (name) => `没有执行，由${name || '系统'}关闭。`,
      strict: (day) => `正在执行：推行自 ${day} 起为严格模式，这里没有另行设置。`,
      stage: (day) => `正在执行：推行计划于 ${day} 进入 S1 全员教育阶段，这里没有另行设置。`,
      undecided: '目前没有执行。推行计划进入 S1 阶段，或推行改为严格模式时，会自动开启。',
    },
    programs:
      '其他程序通过 /api/frontend 按人查询时，同样遵守这个规则；通过 /api/client 拉取的开关无法表达它，那里给出的是学完之后的权限。',
    secondReviewer: '课程、引导和帮助内容由第二人复核后发布',
    secondReviewerHint: '人少的公司可以不用。',
    saved: '设置已保存。',
  },
  exceptions: {
    title: '先用后学',
    hint: '每人每个模块只能批一次，期限十天，仍计为未覆盖。',
    person: '谁',
    module: '模块',
    reason: '理由',
    grant: '批准先用',
    granted: (name, day) => `${name}可以用到 ${day}。`,
    twice: '这个人在这个模块已经批过一次，请帮他抽时间学完。',
    until: (day) => `至 ${day}`,
    by: (name) => `由${name}批准`,
    none: '目前没有人先用后学。',
    choose: '请选择',
    unknown: '请从名单里选择。',
    noModule: '请从列表里选择模块。',
  },
}
