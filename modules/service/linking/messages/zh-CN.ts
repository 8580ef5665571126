import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '关联工单',
  none: '暂无。',
  link: '另一张工单的编号',
  linkButton: '关联',
  unlink: (name) => `取消与“${name}”的关联`,
  kinds: {
    related: '相关',
    mergedInto: '已并入该工单',
    mergedFrom: '已并入本工单',
    splitInto: '由此拆出',
    splitFrom: '从该工单拆出',
  },
  unknown: '没有找到您可以修改的这张工单，请核对编号。',
  itself: '这就是当前工单，请填写另一个编号。',
  there: '这两张工单已经关联。',
  merge: {
    open: '合并到其他工单',
    title: (name) => `合并“${name}”`,
    text: '全部消息和检查清单按时间顺序并入另一张工单；当前工单关闭，并指向合并后的工单。此操作不能撤销。',
    number: '并入工单',
    next: '查看这张工单',
    others: '提问人与当前工单不同，合并后全部往来都在对方的工单里。',
    submit: (number) => `并入 ${number}`,
    done: (number) => `内容已全部并入 ${number}。`,
    gone: (number) => `本工单已并入 ${number}，全部消息都在那里，请到那里答复。`,
    goThere: (number) => `打开 ${number}`,
    goneToo: (number) => `该工单已并入 ${number}，请改填这个编号。`,
    answerThere: (number) => `本工单刚刚并入了 ${number}。请复制您写的内容，到那里发出。`,
  },
  split: {
    open: '拆成新工单',
    title: '拆成新工单',
    text: '以这条消息为开头，为同一提问人新建一张工单，两张工单互相关联。',
    subject: '主题',
    submit: '新建工单',
    done: '新工单已建立。',
  },
  deeds: {
    merged: (number) => `将本工单并入 ${number}`,
    received: (number) => `将 ${number} 并入本工单`,
  },
}
