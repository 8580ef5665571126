/** The value of a page's hidden field as it stands in the HTML; empty when there is none. */
export const hiddenOf = (page: string, name: string): string =>
  new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

/** What stands in the text fields of a page, and in its hidden ones, as in the HTML. */
export function fieldsOf(page: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [tag] of page.matchAll(/<input\b[^>]*>/g)) {
    const read = (attribute: string) => new RegExp(`\\b${attribute}="([^"]*)"`).exec(tag)?.[1]
    const name = read('name')
    if (name && !['checkbox', 'radio', 'search'].includes(read('type') ?? ''))
      fields[name] ??= read('value') ?? ''
  }
  return fields
}

/** The HTML of each row of a page's list. */
export const rowsOf = (page: string): string[] =>
  page
    .split('<tr data-testid="row">')
    .slice(1)
    .map((row) => row.split('</table>')[0] ?? '')
