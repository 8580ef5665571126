import type { Locale } from '../i18n/locale.ts'
import { coreText } from '../i18n/messages.ts'
import type { Parsed } from '../values/parsed.ts'
import { sayProblem } from '../values/problem.ts'
import type { Errors, Raw } from './form.ts'

/**
 * Reads the fields of one form: each is parsed, and what is wrong is collected as a sentence per
 * field, so that a person sees everything at once.
 */
export class Fields {
  readonly errors: Errors = {}
  readonly #raw: Raw
  readonly #locale: Locale
  constructor(raw: Raw, locale: Locale) {
    this.#raw = raw
    this.#locale = locale
  }

  /** A field that must be filled. @returns its value; the fallback only when there is an error */
  need<T>(name: string, label: string, parse: (text: string) => Parsed<T>, fallback: T): T {
    const text = this.#raw[name] ?? ''
    if (text.trim() === '') {
      this.errors[name] = coreText(this.#locale).required(label)
      return fallback
    }
    return this.may(name, parse) ?? fallback
  }

  /** A field that may stay empty. @returns null when it is empty or wrong */
  may<T>(name: string, parse: (text: string) => Parsed<T>): T | null {
    const text = this.#raw[name] ?? ''
    if (text.trim() === '') return null
    const parsed = parse(text)
    if (parsed.ok) return parsed.value
    this.errors[name] = sayProblem(parsed.problem, this.#locale)
    return null
  }

  /** Adds a sentence of the form's own. */
  refuse(name: string, sentence: string): void {
    this.errors[name] ??= sentence
  }

  get ok(): boolean {
    return Object.keys(this.errors).length === 0
  }
}
