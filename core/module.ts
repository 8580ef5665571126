import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Hono } from 'hono'
import type { IconName } from '../views/icon.tsx'
import type { Markup } from '../views/markup.ts'
import type { Change } from '../views/timeline.tsx'
import type { Adoption } from './adoption/declared.ts'
import type { Resource } from './api/resource.ts'
import type { Part } from './db/together.ts'
import type { Errand } from './errand.ts'
import type { Evidence } from './evidence/declared.ts'
import type { Estate } from './handover/estate.ts'
import type { Site } from './http/site.ts'
import type { PerLocale } from './i18n/locale.ts'
import type { Learning } from './learning/declared.ts'
import type { Listed } from './lists/listed.ts'
import type { Belonging } from './merging/belonging.ts'
import type { Quality } from './quality/declared.ts'
import type { Entry } from './records/timeline.ts'
import type { Registry } from './registry.ts'
import type { Scope } from './scope.ts'
import type { Random } from './seed/random.ts'
import type { Outgoing, Transfer } from './transfer/transfer.ts'

export const roles = [
  'admin',
  'sponsor',
  'trainer',
  'lead',
  'member',
  'privacy',
  'auditor',
] as const
export type Role = (typeof roles)[number]

/** How far a permission goes, from nothing to the whole company; each includes those before it. */
export const reaches = ['none', 'own', 'department', 'tree', 'all'] as const
export type Reach = (typeof reaches)[number]

/** A right that roles have. `scoped` ones reach over records; the others are none or all. */
export type Permission<Id extends string = string> = {
  key: `${Id}.${string}`
  title: PerLocale
  scoped: boolean
  /** The kind of record whose collaborators have it for that record, whoever owns it. */
  collaborators?: `${Id}.${string}`
  roles: Partial<Record<Role, Reach>>
}

export type Navigation<Id extends string = string> = {
  href: `/${Id}/${string}` | `/${Id}`
  icon: IconName
  title: PerLocale
  permission: `${Id}.${string}`
  /** Stands in the sidebar only while somebody is in the module; the others on every page. */
  inside?: true
}

/** Where somebody finds help about the page they are on: a link of the shell, and the key `?`. */
export type Help<Id extends string = string> = {
  permission: `${Id}.${string}`
  label: (scope: Pick<Scope, 'locale'>) => string
  /** @param path of the page that help is asked for on */
  href: (path: string) => string
  /** Where a page that has been quiet for a while asks whether there is something to offer on it. */
  offers?: `/${Id}/${string}`
}

/** A card on the start page; `undefined` when it has nothing to say to this person. */
export type Card<Id extends string = string> = {
  key: string
  permission: `${Id}.${string}`
  render: (scope: Scope, registry: Registry) => Promise<Markup | undefined>
}

/**
 * A panel on a record page of a module this one needs. What it shows it asks for as `reads`: those
 * of all panels are read in one statement, since a page with twenty of them would wait for twenty.
 */
export type Panel<Id extends string = string, Needs extends string = string> = {
  slot: `${Needs}.${string}`
  permission: `${Id}.${string}`
} & PanelContent

/** @property render draws the lists that came of `reads`; `undefined` when there is nothing to show */
export type PanelContent = {
  reads?: (scope: Scope, recordId: string) => Readonly<Record<string, Part<unknown>>>
  render: (
    scope: Scope,
    recordId: string,
    found: Readonly<Record<string, readonly unknown[]>>,
  ) => Markup | undefined | Promise<Markup | undefined>
}

export type Hit = { title: string; detail: string; href: string; icon: IconName }

/** Finds records a person may see by what they typed. At most `limit` hits, best first. */
export type Search<Id extends string = string> = {
  key: string
  title: PerLocale
  permission: `${Id}.${string}`
  find: (scope: Scope, query: string, limit: number) => Promise<Hit[]>
}

/** How one kind of timeline entry reads. Kinds begin with the module's id. */
export type TimelineKind<Id extends string = string> = {
  kind: `${Id}.${string}`
  icon: IconName
  tell: (scope: Scope, data: Record<string, unknown>) => string
  /** A drawing that depends on what happened; the kind's own when it says none. */
  iconOf?: (data: Record<string, unknown>) => IconName | undefined
  /** What is asked for when only some of a timeline is wanted; changes when left out. */
  group?: 'activities' | 'files'
  /** What somebody wrote. */
  text?: (data: Record<string, unknown>) => string | undefined
  /** What the reader can do with it, drawn below. */
  more?: (scope: Scope, entry: Entry) => Markup | undefined
  /** The fields that changed, in words; left out by kinds that change none. */
  changes?: (scope: Scope, data: Record<string, unknown>) => readonly Change[]
}

/** A kind of record that other parts of the product point at: notifications, follow-ups, files. */
export type RecordType<Id extends string = string> = {
  object: `${Id}.${string}`
  icon: IconName
  /** Where its records are; an id follows. */
  href: `/${Id}/${string}`
  /** The names of those of these records that this person may see, or edit; others are left out. */
  names: (
    scope: Scope,
    ids: readonly string[],
    deed: 'view' | 'edit',
  ) => Promise<ReadonlyMap<string, string>>
}

/** How one kind of notification reads. Kinds begin with the module's id. */
export type NotificationKind<Id extends string = string> = {
  kind: `${Id}.${string}`
  icon: IconName
  /** What happened, to stand behind the name of who did it and before the record's name. */
  tell: (scope: Scope, data: Record<string, unknown>) => string
  /** What somebody wrote; shown only to who may see the record. */
  text?: (data: Record<string, unknown>) => string | undefined
  /** Where it leads, if it is about something that is no record of a module. */
  href?: (id: string) => string
}

/** What a kind of record and its fields are called where the audit trail is read. */
export type AuditedField = {
  field: string
  label: PerLocale
  refers?: string
  /** Words for values that are stored as keys. */
  values?: Readonly<Record<string, PerLocale>>
}

export type Audited<Id extends string = string> = {
  object: `${Id}.${string}`
  title: PerLocale
  /** A field that holds the id of another record says of which kind: `contacts.account`. */
  fields: readonly AuditedField[]
  /** Words for what is done to such records alone, or is called otherwise than elsewhere. */
  deeds?: Readonly<Record<string, PerLocale>>
  /** The names of records by their ids, for entries that do not hold them. */
  names?: (
    scope: Scope,
    ids: readonly string[],
    modules: readonly Pick<Module, 'id' | 'title'>[],
  ) => Promise<ReadonlyMap<string, string>>
}

/**
 * A kind of record that a company may give fields of its own. Its table has the column `own`
 * (core/db/columns.ts); what it and its fields are called stands in `audited`.
 */
export type Customisable<Id extends string = string> = {
  object: `${Id}.${string}`
  table: PgTable & Record<'companyId' | 'id' | 'own' | 'archivedAt', PgColumn>
}

export type Event = {
  id: string
  name: string
  at: Date
  actorId: string | null
  payload: Record<string, unknown>
}

/**
 * `during` runs in the sender's transaction and whatever the flags say: it keeps data whole, and
 * its failure undoes the cause. `after` runs once the cause is committed, only while the module is
 * on for somebody, and is retried until it succeeds; it must bear being told twice.
 */
export type Listener = {
  event: string
  during?: (scope: Scope, event: Event) => Promise<void>
  after?: (scope: Scope, event: Event) => Promise<void>
}

/** Work done later or at set times; it runs with no person, for one company. */
export type Job<Id extends string = string> = {
  name: `${Id}.${string}`
  cron?: string
  run: (scope: Scope, payload: Record<string, unknown>, registry: Registry) => Promise<void>
  /** Notes that work was let go because nobody has the module any more; its next steps go too. */
  letGo?: (scope: Scope, payload: Record<string, unknown>) => Promise<void>
}

/**
 * Makes plausible records, the same ones for the same random numbers: for `crm seed`, the
 * benchmark, and the contract tests, which need something to hide.
 */
export type Seed = {
  /** As the command line calls it: `--accounts 5000`. */
  key: string
  make: (scope: Scope, count: number, random: Random) => Promise<void>
}

/** Everything the product knows about a module: a table of contents, no logic. */
export type Module<Id extends string = string, Needs extends string = string> = {
  id: Id
  title: PerLocale
  about: PerLocale
  icon: IconName
  flag: `module.${Id}`
  needs: readonly Needs[]
  permissions: readonly Permission<Id>[]
  tables: readonly PgTable[]
  routes: Hono<Site>
  /** Pages for people who are signed in nowhere, at an address of their own; a test reviews each. */
  open?: { at: `/${string}`; routes: Hono<Site> }
  navigation: readonly Navigation<Id>[]
  help?: Help<Id>
  cards?: readonly Card<Id>[]
  panels?: readonly Panel<Id, Needs>[]
  search?: readonly Search<Id>[]
  timeline?: readonly TimelineKind<Id>[]
  audited?: readonly Audited<Id>[]
  records?: readonly RecordType<Id>[]
  notifications?: readonly NotificationKind<Id>[]
  customisable?: readonly Customisable<Id>[]
  listeners?: readonly Listener[]
  belongings?: readonly Belonging[]
  estates?: readonly Estate<Id>[]
  quality?: readonly Quality<Id>[]
  adoption?: Adoption<Id>
  evidence?: readonly Evidence<Id>[]
  /** Who has learned what; one module of the product declares it. */
  learning?: Learning
  /** The courses of which one opens writing here, where a company lets access follow learning. */
  quickStarts?: readonly string[]
  lists?: readonly Listed<Id>[]
  jobs?: readonly Job<Id>[]
  /** Work that waits for other servers. */
  errands?: readonly Errand<Id>[]
  transfers?: readonly Transfer<Id>[]
  /** What goes out as files and comes in by none. */
  exports?: readonly Outgoing<Id>[]
  resources?: readonly Resource<Id>[]
  seeds?: readonly Seed[]
}

/**
 * Declares a module. The types refuse a flag or a permission of another module, a panel on a page
 * of a module that is not in `needs`, and a text missing in one language.
 */
export const defineModule = <const Id extends string, const Needs extends string = never>(
  // Only `id` and `needs` say who the module is and knows; inferred from all, anything would fit.
  module: { id: Id; needs: readonly Needs[] } & Module<NoInfer<Id>, NoInfer<Needs>>,
): Module<Id, Needs> => module
