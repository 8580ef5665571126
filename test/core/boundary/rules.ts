import type { Facts, Import } from './sources.ts'

/** A rule of the house. `broken` names what in a file breaks it; empty when nothing does. */
export type Rule = { name: string; broken: (facts: Facts) => string[] }

/** The one place of each module, whose needs its imports are held to. */
export type Needs = ReadonlyMap<string, readonly string[]>

const within = (path: string, ...folders: string[]): boolean =>
  folders.some((folder) => path.startsWith(`${folder}/`))

const moduleOf = (path: string): string | undefined => /^modules\/([^/]+)\//.exec(path)?.[1]

const targets = (facts: Facts, forbidden: (one: Import) => boolean): string[] =>
  facts.imports.filter(forbidden).map((one) => one.from)

/** Reviewed: where the core is put together with what it must not know. */
const wiring: [place: string, knows: string[]][] = [
  ['core/app.tsx', ['flags']],
  ['core/open-product.ts', ['flags']],
  ['core/db/areas.ts', ['modules/index.ts']],
  ['core/start/serving.ts', ['modules/index.ts']],
  ['core/acting.ts', ['flags']],
  ['core/transfer/aside/worker.ts', ['modules/index.ts']],
  ['core/cli/', ['flags', 'modules/index.ts']],
  ['core/demo/', ['flags', 'modules/index.ts']],
  ['core/demo/', ['flags']],
]

const coreStandsAlone: Rule = {
  name: 'the core knows neither modules nor flags, except where it is put together',
  broken: (facts) =>
    within(facts.path, 'core')
      ? targets(facts, ({ from }) => within(from, 'modules', 'flags') && !mayKnow(facts.path, from))
      : [],
}

const mayKnow = (path: string, from: string): boolean =>
  wiring.some(
    ([place, knows]) => path.startsWith(place) && knows.some((known) => from.startsWith(known)),
  )

const flagsKnowNoModule: Rule = {
  name: 'the flags know no module',
  broken: (facts) =>
    within(facts.path, 'flags') ? targets(facts, ({ from }) => within(from, 'modules')) : [],
}

const modulesAskTheScope: Rule = {
  name: 'a module asks its scope what is on, never the flags',
  broken: (facts) =>
    within(facts.path, 'modules') ? targets(facts, ({ from }) => within(from, 'flags')) : [],
}

/** Types from anybody's public.ts; values, which are tables, only from a module in `needs`. */
const modulesMeetInPublic = (needs: Needs): Rule => ({
  name: 'modules know of each other what public.ts tells, and use it only if they need each other',
  broken: (facts) => {
    const own = moduleOf(facts.path)
    if (!own) return []
    return targets(facts, ({ from, typeOnly }) => {
      const other = moduleOf(from)
      if (!other || other === own) return from === 'modules/index.ts'
      if (from !== `modules/${other}/public.ts`) return true
      return !typeOnly && !needs.get(own)?.includes(other)
    })
  },
})

const viewsTakePlainValues: Rule = {
  name: 'views know languages, and nothing else of the product',
  broken: (facts) =>
    within(facts.path, 'views')
      ? targets(facts, ({ from, typeOnly }) => {
          if (!within(from, 'core', 'modules', 'flags')) return false
          const catalogue = from === 'core/i18n/catalogue.ts' && facts.path === 'views/messages.ts'
          return !catalogue && !(typeOnly && within(from, 'core/i18n'))
        })
      : [],
}

const only = (name: string, files: string[], found: (facts: Facts) => string[]): Rule => ({
  name,
  broken: (facts) => (files.includes(facts.path) ? [] : found(facts)),
})

const luciaIsWrapped = only(
  'only core/auth/session.ts knows lucia',
  ['core/auth/session.ts'],
  (facts) => targets(facts, ({ from }) => from === 'lucia' || from.startsWith('lucia/')),
)

const environmentIsReadOnce = only(
  'only core/env.ts reads the environment',
  // npm says where the person stands, and children inherit what we were given: those are no settings.
  ['core/env.ts', 'core/cli/main.ts', 'core/db/embedded/identity.ts'],
  (facts) => facts.members.filter((member) => member === 'process.env'),
)

const queriesAreTemplates: Rule = {
  name: 'only core/db writes SQL that is not a template',
  broken: (facts) =>
    within(facts.path, 'core/db')
      ? []
      : facts.members.filter((member) => member === 'sql.raw' || member.endsWith('.unsafe')),
}

const fieldWords = new Set(
  ['account', 'contact', 'deal', 'lead', 'ticket'].flatMap((word) => [word, `${word}s`]),
)
const fieldSigns = /客户|联系人|商机|线索|工单/

/** Words that mean something else in some place, and what they mean there. */
export type OtherMeaning = { in: RegExp; words: string[]; means: string }

const coreSpeaksNoTrade = (reviewed: readonly OtherMeaning[]): Rule => ({
  name: 'the core and the views have no words of customer care or sales',
  broken: (facts) =>
    within(facts.path, 'core', 'views')
      ? [...facts.words]
          .map((word) => (fieldWords.has(word) ? word : fieldSigns.exec(word)?.[0]))
          .filter((word) => word !== undefined)
          .filter(
            (word) => !reviewed.some((one) => one.in.test(facts.path) && one.words.includes(word)),
          )
      : [],
})

export const rules = (needs: Needs, words: readonly OtherMeaning[]): Rule[] => [
  coreStandsAlone,
  flagsKnowNoModule,
  modulesAskTheScope,
  modulesMeetInPublic(needs),
  viewsTakePlainValues,
  luciaIsWrapped,
  environmentIsReadOnce,
  queriesAreTemplates,
  coreSpeaksNoTrade(words),
]
