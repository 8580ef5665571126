import { addOwnField, changeFieldsAlone } from '../own-fields/changing.ts'
import { readDefinitions } from '../own-fields/definition.ts'
import type { OwnKind } from '../own-fields/kinds.ts'
import type { Scope } from '../scope.ts'

type Words = { 'zh-CN': string; en: string }

/** A field of the firm's own, the column of its files that fills it, and what stands there. */
type DemoField = {
  object: 'contacts.account' | 'contacts.person'
  kind: OwnKind
  label: Words
  help: Words
  choices?: readonly Words[]
  /** What is brought in, by turns. */
  values: readonly string[]
}

const nothing: Words = { 'zh-CN': '', en: '' }

const products: readonly Words[] = [
  { 'zh-CN': '减速电机', en: 'Gear motors' },
  { 'zh-CN': '伺服驱动', en: 'Servo drives' },
  { 'zh-CN': '备件', en: 'Spare parts' },
]

const ways: readonly Words[] = [
  { 'zh-CN': '电话', en: 'Phone' },
  { 'zh-CN': '微信', en: 'WeChat' },
  { 'zh-CN': '邮件', en: 'E-mail' },
]

/** What every trade has another name for, of accounts and of the people there. */
export const demoFields: readonly DemoField[] = [
  {
    ...{ object: 'contacts.account', kind: 'choice' },
    label: { 'zh-CN': '合作意向', en: 'Interest' },
    help: { 'zh-CN': '初次拜访后填写。', en: 'Filled in after the first visit.' },
    choices: [
      { 'zh-CN': '高', en: 'High' },
      { 'zh-CN': '中', en: 'Medium' },
      { 'zh-CN': '低', en: 'Low' },
    ],
    values: ['高', '中', '低'],
  },
  {
    ...{ object: 'contacts.account', kind: 'multi_choice' },
    label: { 'zh-CN': '关注产品', en: 'Products of interest' },
    help: nothing,
    choices: products,
    values: ['减速电机', '减速电机、备件', '伺服驱动', '备件'],
  },
  {
    ...{ object: 'contacts.account', kind: 'number' },
    label: { 'zh-CN': '在用设备（台）', en: 'Machines in use' },
    help: nothing,
    values: ['12', '40', '8', '26', '105'],
  },
  {
    ...{ object: 'contacts.account', kind: 'file' },
    label: { 'zh-CN': '保密协议', en: 'Non-disclosure agreement' },
    help: { 'zh-CN': '双方盖章后的扫描件。', en: 'Scanned, with both seals.' },
    values: [],
  },
  {
    ...{ object: 'contacts.person', kind: 'choice' },
    label: { 'zh-CN': '联系偏好', en: 'Prefers' },
    help: nothing,
    choices: ways,
    values: ['电话', '微信', '微信', '邮件'],
  },
]

/** The columns of a file that fill them, and what stands there in one row of it. */
export function ownCells(
  object: DemoField['object'],
  at: number,
): [column: string, text: string][] {
  return demoFields
    .filter((field) => field.object === object && field.values.length > 0)
    .map(({ label, values }) => [label['zh-CN'], values[at % values.length] ?? ''])
}

/** Whether the firm has given its records fields of its own. */
export const hasOwnFields = async (scope: Scope): Promise<boolean> =>
  (await readDefinitions(scope)).length > 0

/** Gives records these fields. */
export async function addOwnFields(scope: Scope): Promise<void> {
  await changeFieldsAlone(scope)
  for (const { object, kind, label, help, choices = [] } of demoFields) {
    const keyed = choices.map((words) => ({
      key: words.en.toLowerCase().replaceAll(/\W/g, '_'),
      label: words,
    }))
    const input = { label, help, group: nothing, choices: keyed, required: false, unique: false }
    await addOwnField(scope, object, kind, input, await readDefinitions(scope))
  }
}
