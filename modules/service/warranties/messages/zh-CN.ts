import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '在用产品',
  one: '在用产品',
  add: '登记产品',
  edit: (name) => `编辑“${name}”`,
  none: '还没有登记。',
  product: '产品',
  serial: '序列号',
  bought: '购买日期',
  until: '质保到期',
  note: '备注',
  account: '客户',
  holds: (day) => `质保至${day}`,
  over: (day) => `质保已于${day}到期`,
  without: '未登记质保',
  inWarranty: '在保',
  ended: '已过保',
  order: '质保到期日不能早于购买日期。',
  remove: '不再使用',
  removeTitle: (name) => `移除“${name}”？`,
  removeText: '移除后不再显示在客户页面，登记过的内容保留在审计记录中。',
  removed: '已移除。',
  saved: '已保存。',
  conflict: '刚刚有同事修改了这里的内容，请核对后再保存。',
}
