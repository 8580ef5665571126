import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '服务时间',
  about: '服务时限只在服务时间内计算。法定节假日和调休上班日取自公司日历。',
  caption: '公司和各部门的服务时间',
  add: '新建服务时间',
  edit: (name) => `${name}的服务时间`,
  department: '部门',
  departmentHint: '同样适用于其下级部门。',
  departmentMissing: '请选择部门。',
  company: '全公司',
  usual: '未设置时按周一至周五 9:00–18:00 计算。',
  days: {
    ...{ mon: '周一', tue: '周二', wed: '周三', thu: '周四', fri: '周五' },
    ...{ sat: '周六', sun: '周日' },
  },
  hint: '例如 9:00-12:00, 13:30-18:00。夜班写 22:00-6:00，全天写 0:00-24:00，不填表示休息。',
  wrong: '请填写起止时间，例如 9:00-12:00, 13:30-18:00，时段不能重叠。',
  never: '请至少填写一天的服务时间。',
  onHolidays: '法定节假日照常服务',
  week: '每周服务时间',
  closed: '休息',
  yes: '服务',
  oneDay: (day, hours) => `${day} ${hours}`,
  someDays: (from, to, hours) => `${from}至${to} ${hours}`,
  between: '；',
  saved: '服务时间已保存。',
  dropped: '该服务时间已取消。',
  drop: '删除',
  there: '该部门已有服务时间，请从列表中打开修改。',
  meanwhile: '刚刚有人修改了这个服务时间，请核对后再保存。',
}
