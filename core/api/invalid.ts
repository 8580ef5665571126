import type { z } from 'zod'
import type { Errors } from '../http/form.ts'
import { Refusal } from '../http/refusal.ts'
import type { Locale } from '../i18n/locale.ts'
import { apiText } from './messages.ts'

/**
 * Something in a body or an address cannot be taken. `errors` says what, by field: `name`, or
 * `accounts.0.role` for a field within a list.
 */
export class Invalid extends Refusal {
  readonly errors: Errors
  /** Where the fields stand: in the body, or among the parameters of the address. */
  readonly place: 'body' | 'parameters'
  constructor(errors: Errors, place: Invalid['place'] = 'body') {
    super(422)
    this.errors = errors
    this.place = place
  }
}

/** @throws Invalid when there are any */
export function refuseErrors(errors: Errors): void {
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
}

/** Reads what came by a schema. @throws Invalid */
export function readBy<T extends z.ZodType>(
  schema: T,
  given: unknown,
  locale: Locale,
  place: Invalid['place'] = 'body',
): z.output<T> {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  throw new Invalid(sayIssues(result.error.issues, given, locale), place)
}

type Issue = z.core.$ZodIssue

function sayIssues(issues: readonly Issue[], given: unknown, locale: Locale): Errors {
  const t = apiText(locale).issues
  const errors: Errors = Object.create(null)
  for (const issue of issues) {
    const path = issue.path.map(String)
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) errors[[...path, key].join('.')] ??= t.unknown
    else if (valueAt(given, path) === undefined) errors[path.join('.')] ??= t.missing
    else errors[path.join('.')] ??= sayIssue(issue, locale)
  }
  return errors
}

const valueAt = (given: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (Object(value) as Record<string, unknown>)[key], given)

function sayIssue(issue: Issue, locale: Locale): string {
  const t = apiText(locale).issues
  switch (issue.code) {
    case 'invalid_type':
      return t.type(t.types[issue.expected as keyof typeof t.types] ?? issue.expected)
    case 'invalid_value':
      return t.oneOf(issue.values.map(String).join(', '))
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? t.tooLong(Number(issue.maximum))
        : t.most(Number(issue.maximum))
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? t.tooShort(Number(issue.minimum))
        : t.least(Number(issue.minimum))
    default:
      return issue.code === 'invalid_format' && issue.format === 'uuid' ? t.id : t.form
  }
}
