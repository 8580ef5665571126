import type { Worded } from '../../i18n/catalogue.ts'
import type { BulkDeed } from '../order.ts'
import type { BulkState } from '../schema.ts'
import type { en } from './en.ts'

const deeds: Record<BulkDeed, string> = {
  edit: '修改字段',
  tag: '添加标签',
  assign: '分配',
  archive: '归档',
  restore: '恢复',
}

const states: Record<BulkState, string> = {
  running: '进行中',
  done: '已完成',
  cancelled: '已取消',
  failed: '已中止',
}

export const zhCN: Worded<typeof en> = {
  deeds,
  states,
  records: (count: string) => `${count} 条记录`,
  title: (deed: string, records: string) => `${deed} · ${records}`,
  confirm: (deed: string, records: string) => `${deed}（${records}）`,
  all: (count: string) => `此列表全部 ${count} 条`,
  allOfThem: '此列表全部记录',
  scope: '将处理列表当前显示的全部记录，而不只是一页：',
  noFilter: '整个列表，没有筛选',
  chosen: '将处理所选的记录。',
  permitted: '您无权修改的记录不会改动，会计入“未处理”。操作在后台进行，无法撤销。',
  fieldQuestion: '要修改哪个字段？',
  chooseField: '请选择字段。',
  otherField: '换一个字段',
  empty: '改为清空这个字段',
  giveValue: (label: string) => `请填写“${label}”，或选择清空。`,
  isUnique: (label: string) => `“${label}”不允许重复，在这里只能清空。`,
  tag: '标签',
  owner: '新负责人',
  department: '部门',
  nobody: '无负责人',
  ownersOwn: '负责人所在部门',
  assignNothing: '请选择人员、部门，或两者都选。',
  assignGone: '所选人员或部门已不存在，请重新选择。',
  none: '列表中没有记录，不会有任何改动。',
  tooMany: (most: string) => `一次最多处理 ${most} 条记录，请先缩小列表范围。`,
  unsound: '筛选中有一部分无法识别，因此不会改动任何记录。请先修正筛选。',
  running: (deed: string) => `正在${deed}…`,
  progress: (done: string, total: string) => `已处理 ${done} / ${total} 条`,
  cancel: '取消',
  changed: '已改动',
  unchanged: '无需改动',
  refused: '未处理',
  notReached: (count: string) => `还有 ${count} 条未处理。已完成的改动保留。`,
  addsUp: (total: string) => `合计 ${total} 条，逐条计数。`,
  refusedTitle: '未处理的记录',
  refusedWhy: '这些记录已不存在，或您无权修改：',
  unnamed: (count: string) => `${count} 条您无权查看的记录`,
  toList: '回到列表',
  failures: {
    closed: '执行期间，您的权限或模块已被关闭。',
    gone: '发起人已不能登录。',
    broken: '无法继续执行。已完成的改动保留，其余请重新发起。',
  },
  by: (name: string, when: string) => `由${name}发起，${when}`,
  told: {
    done: (deed: string, count: string) => `批量操作已完成：${deed}，改动 ${count} 条`,
    failed: (deed: string, count: string) => `批量操作已中止：${deed}，改动 ${count} 条`,
  },
}
