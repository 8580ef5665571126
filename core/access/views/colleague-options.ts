import type { Option } from '../../../views/field.tsx'
import type { Locale } from '../../i18n/locale.ts'
import type { Colleague } from '../directory.ts'
import { accessText } from '../messages.ts'

/**
 * Colleagues as choices: everybody who has not left.
 * @param unseeing ids of those for whom the module is off, who would see nothing of what they get
 */
export const colleagueOptions = (
  locale: Locale,
  colleagues: readonly Colleague[],
  unseeing?: ReadonlySet<string>,
): Option[] =>
  colleagues
    .filter(({ left }) => !left)
    .map(({ id, name }) => ({
      value: id,
      label: name,
      ...(unseeing?.has(id) && { note: accessText(locale).people.moduleOff }),
    }))
