import type { SQL } from 'drizzle-orm'
import type { Child } from 'hono/jsx'
import type { Directory } from '../access/directory.ts'
import type { Scope } from '../scope.ts'

/** A filter that one kind of record has for itself; its value stands in the list's address. */
export type ListFilter = {
  name: string
  /** Only an id makes sense. */
  isId?: true
  /** How long its value may be, in signs, where that is more than usual. */
  most?: number
  condition: (scope: Scope, value: string) => SQL
  /** What it says above the list while it is on. */
  say: (scope: Scope, value: string, names: Directory) => string
  /** Its control on the filter's page; one that only a link sets has none. */
  control?: (scope: Scope, value: string | undefined) => Child
}
