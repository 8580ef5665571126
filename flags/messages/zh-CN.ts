import type { Worded } from '../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  on: (why) => `可以使用：${why}`,
  readOnly: (why) => `只能查看：${why}`,
  off: (why) => `不能使用：${why}`,

  everyone: '全体人员',
  departments: (names) => `${names}`,
  roles: (names) => `“${names}”角色`,
  people: (count) => `指定的 ${count} 位同事`,
  share: (percent) => `抽取的 ${percent}% 人员`,

  why: {
    everyone: (flag) => `“${flag}”已对全体人员开放。`,
    ownDepartment: (flag, department, person) =>
      `“${flag}”已对${department}开放，${person}就在该部门。`,
    departmentAbove: (flag, department, person, own) =>
      `“${flag}”已对${department}开放，${person}所在的${own}隶属于该部门。`,
    role: (flag, role, person) => `“${flag}”已对“${role}”角色开放，${person}正是这一角色。`,
    person: (flag, person) => `“${flag}”已指定对${person}开放。`,
    drawn: (flag, percent, person, number) =>
      `“${flag}”对抽取的 ${percent}% 人员开放：${person}的号码是 ${number}，不超过 ${percent} 即可使用。`,
    others: (flag, subjects, person) => `“${flag}”目前只对${subjects}开放，${person}不在其中。`,
    notDrawn: (flag, subjects, person, percent, number) =>
      `“${flag}”目前只对${subjects}开放，${person}不在其中：号码不超过 ${percent} 才能使用，而${person}的号码是 ${number}。`,
    nobody: (flag) => `“${flag}”尚未对任何人开放。`,
    killed: (flag, moment, reason) => `“${flag}”已于 ${moment} 对所有人紧急停用。原因：${reason}`,
    parentOff: (flag, parent, person, why) =>
      `使用“${flag}”须先能使用“${parent}”，而${person}还不能。${why}`,
    parentOn: (flag, parent, person, why) =>
      `“${flag}”依赖“${parent}”，而它对${person}的状态不符合要求。${why}`,
    nested: (flag, parent) =>
      `“${flag}”依赖“${parent}”，后者又依赖其他开关，而 Unleash 只查看一层依赖。`,
    unknown: (flag) => `没有名为“${flag}”的开关。`,
    disabled: (flag) => `开关“${flag}”已对所有人关闭。`,
    always: (flag) => `开关“${flag}”已对所有人打开，且没有任何规则。`,
    strategy: (flag, number, name) => `符合开关“${flag}”的第 ${number} 条规则（${name}）。`,
    strategies: (flag, failures) => `不符合开关“${flag}”的任何一条规则：${failures}。`,
  },
  failure: {
    constraint: (number, name, constraint) => `第 ${number} 条（${name}）要求 ${constraint}`,
    segment: (number, name) => `第 ${number} 条（${name}）引用的人群不存在`,
    parameters: (number, name) => `第 ${number} 条（${name}）未覆盖到`,
    unknown: (number, name) => `第 ${number} 条的类型“${name}”无法识别`,
  },
  not: '非',
  between: '；',

  document: {
    notJson: '这不是 JSON 文件，请从 Unleash 重新导出，并原样导入。',
    version: '这不是 Unleash 开关文件：“version”必须是 1 或 2。',
    shape: (place, expected) =>
      expected
        ? `文件中的 ${place} 类型应为 ${expected}，请改正后重新导入。`
        : `文件中的 ${place} 取值无效，请改正后重新导入。`,
    twice: (list, name) => `“${name}”在文件的 ${list} 中出现了两次，请删去一个后重新导入。`,
    moduleFlag: (flag, module) =>
      `文件中含有开关 ${flag}，但模块对谁开放不能由文件决定：请将其删去，改用“module set ${module}”命令或“模块”页面。`,
    unstorable: '文件中含有不可见的 NUL 字符或残缺字符，请删去后重新导入。',
  },
}
