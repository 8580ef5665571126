/**
 * Adds a module to the end of the list in modules/index.ts, behind all it could ever need.
 * @throws Error when the list is not written as expected, for a person to add the module by hand
 */
export function addToList(text: string, id: string): string {
  const found = /(readonly Module\[\] = \[)([^\]]*)(\])/.exec(text)
  if (!found)
    throw new Error(
      `modules/index.ts has no line "export const modules: readonly Module[] = […]": add "${id}" to its list by hand.`,
    )
  const [whole, opening, inner = '', closing] = found
  const names = [...inner.split(','), id].map((name) => name.trim()).filter((name) => name !== '')
  const list = `${opening}${names.join(', ')}${closing}`
  return `import { ${id} } from './${id}/module.ts'\n${text.replace(whole, list)}`
}
