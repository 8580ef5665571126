import type { Worded } from '../../i18n/catalogue.ts'
import type { en } from './en.ts'

const actions: Record<string, string> = {
  founded: '创建了公司',
  created: '新增',
  changed: '修改',
  archived: '归档',
  restored: '恢复',
  disabled: '停用',
  enabled: '启用',
  noted: '写了备注',
  imported: '导入',
  exported: '导出',
  opened: '开通',
  closed: '关闭',
  'signed-in': '登录',
  'signed-out': '退出登录',
  'password-set': '设置密码',
  'reset-asked': '申请重设密码',
  'link-made': '生成一次性链接',
  'sessions-ended': '结束登录',
}

const objects: Record<string, string> = {
  'core.company': '公司',
  'core.user': '人员',
  'core.department': '部门',
  'core.role': '角色',
  'flags.module': '模块',
}

const fields: Record<string, string> = {
  name: '名称',
  email: '邮箱',
  phone: '手机号',
  department: '部门',
  roles: '角色',
  champion: '推广员',
  locale: '语言',
  timeZone: '时区',
  currency: '货币',
  key: '标识',
  parent: '上级',
  purpose: '用途',
  sessions: '登录数',
  by: '方式',
}

const values: Record<string, Record<string, string>> = {
  locale: { en: 'English', 'zh-CN': '中文' },
  purpose: { invite: '首次设置密码', reset: '重设密码' },
  by: { invite: '首次链接', reset: '重设链接' },
}

export const zhCN: Worded<typeof en> = {
  title: '操作日志',
  actions,
  objects,
  fields,
  values,
  when: '时间',
  who: '操作人',
  did: '操作',
  object: '对象',
  record: '具体对象',
  address: '来源地址',
  reason: '原因',
  request: '请求编号',
  nobody: '系统',
  from: '起始日期',
  to: '截止日期',
  find: '编号或原因的一部分',
  before: '修改前',
  after: '修改后',
  nothing: '没有字段被修改。',
  changes: '修改内容',
  empty: '这段时间没有记录',
  emptyText: '请放宽日期范围或清除筛选。',
  more: (count) => `超过 ${count}`,
  yes: '是',
  no: '否',
}
