import type { Choice } from '../../core/values/choice.ts'

/** One of the values that a field of a register may have, as pages call it. */
export const option = <Key extends string>(key: Key, en: string, zh: string): Choice<Key> => ({
  key,
  label: { en, 'zh-CN': zh },
})
