/** What stands inside the element of a test id, without its tags. */
export const part = (html: string, testId: string): string => {
  const from = html.indexOf(`data-testid="${testId}"`)
  if (from < 0) return ''
  return html.slice(from, html.indexOf('</section>', from)).replaceAll(/<[^>]*>/g, ' ')
}
