import type { Fields } from '../../core/http/fields.ts'
import type { Raw } from '../../core/http/form.ts'

/**
 * Reads how far somebody agrees with each statement: 1 to 5, or 0 for “don’t know” where that is
 * offered, which is kept as null.
 * @param names the fields of the form, by the keys that the answers are kept under
 * @param needed said beside a statement that was left out
 */
export function readAnswers(
  raw: Raw,
  fields: Fields,
  names: Readonly<Record<string, string>>,
  needed: string,
  unknown = false,
): Record<string, number | null> {
  const answers: Record<string, number | null> = {}
  for (const [key, name] of Object.entries(names)) {
    const said = raw[name]
    if (unknown && said === '0') answers[key] = null
    else if (said && /^[1-5]$/.test(said)) answers[key] = Number(said)
    else fields.refuse(name, needed)
  }
  return answers
}
