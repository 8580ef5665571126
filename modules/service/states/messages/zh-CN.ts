import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  name: '名称',
  state: '工单状态',
  category: '工单分类',
  type: '含义',
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
