import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '对话',
  none: '还没有任何消息。',
  older: '更早的消息',
  kinds: { customer: '客户', answer: '答复', note: '内部备注' },
  write: {
    kind: '您要写的是',
    kinds: { answer: '答复客户', note: '内部备注', customer: '记录客户说的话' },
    text: '内容',
    textHint: '支持 Markdown：**加粗**、列表、链接。内部备注里可以用 @姓名 提醒同事。',
    placeholder: '在这里输入',
    next: '发出后的状态',
    nextStays: '保持现在的状态',
    nextUsual: '按惯例：答复后待客户回复',
    file: '添加附件',
    fileHint: (most) => `可以选择多个文件，合计不超过 ${most}。`,
    manyFiles: (most) => `一次最多添加 ${most} 个文件。`,
    fileRefused: (name, why) => `“${name}”：${why}`,
    submit: '发出',
    put: '记入工单',
    sent: '答复已记入工单。',
    noted: '备注已保存。',
    wrote: '客户的话已记录。',
    empty: '请先输入内容。',
    whatKind: '请选择您要写的内容类型。',
    meanwhile: (name) =>
      `您输入期间，${name}已经答复了客户。请先看下面的答复；如果您的内容仍然合适，再次发出即可。`,
  },
  writing: (names) => `${names}正在这张工单上输入。`,
  state: {
    label: '状态',
    change: '更改',
    done: (name) => `工单状态已改为“${name}”。`,
    gone: '请选择一个在用的状态。',
  },
  mail: {
    doubted: '发件人未通过验证',
    doubts: {
      dmarc: '收信服务器认为这封邮件并非来自所写的域名，请先核实再处理。',
      spf: '收信服务器认为这封邮件的发送服务器不属于该域名，请先核实再处理。',
    },
    asText: '只看文字',
    picture: '图片',
    picturesLeft: (count) => `有 ${count} 张外部图片没有加载，以免发件人得知邮件何时被谁查看。`,
  },
  delivery: { waiting: '等待发送', sent: '已发送', failed: '发送失败' },
}
