import type { Worded } from '../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '月度脉搏',
  items: {
    useful: (module) => `“${module}”能满足我的工作需要`,
    ease: (module) => `“${module}”用起来很容易`,
  },
  about:
    '从试点开始，每月就每个人已开通的模块问两句话：是否满足工作需要、是否容易使用。两者合成 0–100 的易用性指数（UX-Lite），70 以上表示大家觉得好用。',
  none: '还没有开展过',
  noneText: '从试点开始，每四周自动开启一轮。也可以现在开启：已开通模块的人会收到。',
  noneReader: '从试点开始，每四周自动开启一轮。',
  nobody: '还没有人开通模块，请先向某个部门开放。',
  tooFew: '这一轮不足四份答卷，不予显示。',
  index: '易用性（UX-Lite）',
  of100: '满分 100，70 以上为好用',
  module: '模块',
  modules: '各模块',
  trendLabel: '各轮易用性（0–100）',
  good: '70：好用',
  survey: {
    title: '用得顺手吗？',
    intro: '每个模块两句话，请选择您的同意程度，约一分钟。',
    card: '系统用得顺手吗？约一分钟',
    told: '邀请您说说系统用得是否顺手，约一分钟',
  },
}
