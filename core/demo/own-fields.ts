import { addOwnField, changeFieldsAlone } from '../own-fields/changing.ts'
import { readDefinitions } from '../own-fields/definition.ts'
import type { Scope } from '../scope.ts'

/** The column of the demo's files that fills the firm's own field. */
export const intent = { column: '合作意向', values: ['高', '中', '低'] } as const

/** Whether the firm has given its records a field of its own. */
export const hasOwnField = async (scope: Scope): Promise<boolean> =>
  (await readDefinitions(scope)).length > 0

/** Gives accounts a field that every trade has another name for. */
export async function addIntent(scope: Scope): Promise<void> {
  await changeFieldsAlone(scope)
  const choice = (key: string, zh: string, en: string) => ({ key, label: { 'zh-CN': zh, en } })
  const nothing = { 'zh-CN': '', en: '' }
  await addOwnField(
    scope,
    'contacts.account',
    'choice',
    {
      label: { 'zh-CN': intent.column, en: 'Interest' },
      help: { 'zh-CN': '初次拜访后填写。', en: 'Filled in after the first visit.' },
      group: nothing,
      choices: [
        choice('high', '高', 'High'),
        choice('medium', '中', 'Medium'),
        choice('low', '低', 'Low'),
      ],
      required: false,
      unique: false,
    },
    await readDefinitions(scope),
  )
}
