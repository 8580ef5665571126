import { createRequire } from 'node:module'

/** What takes long to make is made when it is first asked for, and kept. */
export function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

const require = createRequire(import.meta.url)

/**
 * A package that is read when it is first used. For those with long tables, such as the readings of
 * all Han characters or the numbering plans of all countries, and those for mail: at every start they
 * took a quarter of a second and 15 MB, in a company without mail for nothing.
 * @param name as it would be imported
 */
export const lazyPackage = <Package>(name: string): (() => Package) =>
  lazily(() => require(name) as Package)
