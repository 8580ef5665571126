import type { Answer } from './visitor.ts'

/** A benchmark of an error page is worth nothing: throws unless the answer is the one asked for. */
export function requireAnswer(
  answer: Answer,
  status: number,
  holds: (body: string) => boolean = () => true,
): void {
  if (answer.status === status && holds(answer.body)) return
  const said = answer.body.replaceAll(/<[^>]*>|\s+/g, ' ').slice(0, 500)
  throw new Error(`A page was answered with ${answer.status} and not as expected: ${said}`)
}

/** Whether a list is whole: this many rows, or at least one. */
export const hasRows =
  (count?: number) =>
  (body: string): boolean => {
    const rows = body.split('data-testid="row"').length - 1
    return count === undefined ? rows > 0 : rows === count
  }

/** The fields of the form that posts to `action`, as a browser would send them unchanged. */
export function formOf(body: string, action: string): Record<string, string> {
  const form = new RegExp(`<form[^>]*action="${action}"[^>]*>(.*?)</form>`, 's').exec(body)?.[1]
  if (form === undefined) throw new Error(`There is no form for ${action} on the page.`)
  const fields: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const type = attribute(tag, 'type')
    const idle = (type === 'checkbox' || type === 'radio') && !/\bchecked\b/.test(tag)
    if (!idle) keep(fields, attribute(tag, 'name'), attribute(tag, 'value') ?? '')
  }
  for (const [, tag = '', text = ''] of form.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs))
    keep(fields, attribute(tag, 'name'), decoded(text))
  for (const [, tag = '', options = ''] of form.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)) {
    const chosen = /<option\b[^>]*\bselected\b[^>]*>/.exec(options)?.[0]
    keep(fields, attribute(tag, 'name'), (chosen && attribute(chosen, 'value')) ?? '')
  }
  return fields
}

function keep(fields: Record<string, string>, name: string | undefined, value: string): void {
  if (name) fields[name] = value
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : decoded(value)
}

const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }

const decoded = (text: string): string =>
  text.replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => signs[name] ?? '')
