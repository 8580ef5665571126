import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  name: '名称',
  state: '工单状态',
  category: '工单分类',
  type: '含义',
  both: '工单的状态与分类',
  states: {
    title: '工单状态',
    text: '名称可以按习惯叫法修改，含义不变：待客户回复时暂停计时，报表也按含义统计。',
    add: '添加状态',
    lastOne: '每种含义至少要保留一个在用的状态。',
  },
  categories: {
    title: '工单分类',
    text: '工单涉及的事项；报表、时限规则和宏都按分类区分。',
    add: '添加分类',
    lastOne: '至少保留一个在用的分类。',
  },
  typeHint: '添加后不能修改。',
  typeNeeded: '请选择状态的含义。',
  taken: '已有同名的一项。',
  saved: '已保存。',
  full: (most) => `最多 ${most} 个，请改用已有的。`,
  hide: '停用',
  show: '启用',
  hidden: '已停用',
  usual: {
    states: {
      new: '新工单',
      open: '处理中',
      waiting_customer: '待客户回复',
      waiting_us: '待我方处理',
      solved: '已解决',
      closed: '已关闭',
    },
    categories: {
      use: '使用咨询',
      fault: '故障报修',
      order: '订单与物流',
      billing: '付款与发票',
      returns: '退换货',
      other: '其他',
    },
  },
  types: {
    new: '新建',
    open: '处理中',
    waiting_customer: '待客户回复',
    waiting_us: '待我方处理',
    solved: '已解决',
    closed: '已关闭',
  },
}
