import type { z } from 'zod'
import type { PerLocale } from '../i18n/locale.ts'
import type { Cursor, Direction } from '../records/paging.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'

/** What programs ask a list for, read and checked. */
export type Question = {
  q: string
  sort: string
  direction: Direction
  cursor: Cursor | undefined
  limit: number
  /** As the resource's own `filters` read them; those not given are left out. */
  filters: Record<string, string>
}

/** A record as JSON. Its keys are those of the resource's `record`, and no others. */
export type JsonRecord = { id: string } & Record<string, unknown>

/** `total` is exact, however many there are; `next` is the cursor of the page after this one. */
export type JsonPage = { items: JsonRecord[]; total: number; next: string | null }

/** The fields of a body, checked by the resource's `input`; a patch holds those that change. */
export type Input = Record<string, unknown>

/** An object of fields; without a scope, those that every company has. */
export type Fields = (scope?: Scope) => z.ZodObject | Promise<z.ZodObject>

/** The verbs of a resource whose records programs may change. */
export type Writing<Id extends string = string> = {
  permission: `${Id}.${string}`
  /** What a program may write. What a new record must have is required; a patch needs nothing. */
  input: Fields
  /** @returns the new record's id. @throws Invalid */
  create: (scope: Scope, registry: Registry, input: Input) => Promise<string>
  /** What to know before one is made, for the description. */
  creating?: PerLocale
  /**
   * @param version the one the program knows; undefined when any will do
   * @returns conflict when the record has another version; then nothing was written
   * @throws Invalid, or Refusal 404 out of reach
   */
  change: (
    scope: Scope,
    registry: Registry,
    id: string,
    version: number | undefined,
    input: Input,
  ) => Promise<'conflict' | undefined>
  /** Puts a record out of sight; nothing of it is lost. The same as `change` but for the input. */
  archive: (
    scope: Scope,
    registry: Registry,
    id: string,
    version: number | undefined,
  ) => Promise<'conflict' | undefined>
  /** Brings an archived record back; one that is not archived stays as it is. */
  restore?: Writing<Id>['archive']
}

/**
 * One kind of records for programs. The core mounts it at /api/v1/NAME, scopes it, pages it and
 * documents it; the module says what is read and what is written, by the verbs its pages use.
 */
export type Resource<Id extends string = string> = {
  /** As addresses call it: accounts. */
  name: string
  title: PerLocale
  permission: `${Id}.${string}`
  record: Fields
  /** One parameter of a list each; their schemas read texts. */
  filters: Record<string, z.ZodType<string, string>>
  /** The kind of record whose own fields lists are filtered and sorted by too. */
  own?: `${Id}.${string}`
  /** What a list can be sorted by, the first by default; a minus in front means from the end. */
  sorts: readonly [string, ...string[]]
  list: (scope: Scope, question: Question, registry: Registry) => Promise<JsonPage>
  /** @throws Refusal 404 out of reach */
  read: (scope: Scope, id: string, registry: Registry) => Promise<JsonRecord>
  /** The record that one which is not there any more became, if the person may see it. */
  successor?: (scope: Scope, id: string) => Promise<string | undefined>
  writing?: Writing<Id>
}

/** Sorts that work from either end. */
export const bothWays = (names: readonly string[]): [string, ...string[]] =>
  names.flatMap((name) => [name, `-${name}`]) as [string, ...string[]]
