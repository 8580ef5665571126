import type { Worded } from '../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '经验教训',
  kinds: { well: '做得好的', badly: '做得不好的', change: '今后怎么改' },
  text: '每个推行阶段结束时，总结做得好的、做得不好的，以及今后怎么改。每条改进都会列入推行计划。',
  empty: '还没有记录',
  emptyText: '过关口之前，大家一起用半小时总结，把学到的写下来。',
  none: '暂无。',
  done: '已完成',
  open: '已列入计划',
  ofStage: (stage) => `${stage}的经验教训`,
  register: {
    title: '经验教训',
    add: '记一条经验教训',
    edit: '经验教训',
    saved: '已保存。',
    removed: '已移除。',
    removeTitle: '移除这条经验教训？',
    removeText: '由它产生的工作项仍保留在计划中。',
  },
}
