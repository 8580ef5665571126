import { Hono } from 'hono'
import { viewText } from '../../views/messages.ts'
import { type PaletteGroup, PaletteResults } from '../../views/palette.tsx'
import { administrators } from '../access/administrators.ts'
import { may } from '../access/person.ts'
import { allowAll } from '../http/allow.ts'
import type { Site } from '../http/site.ts'
import { stoppedFor } from '../stopped.ts'
import { importable } from '../transfer/imports.ts'
import { readCards } from './cards.ts'
import { readChecklist } from './checklist.ts'
import { homeText } from './messages.ts'
import { pagesNamed } from './pages.ts'
import { searchEverywhere } from './search.ts'
import { KeysPage } from './views/keys.tsx'
import { SearchPage } from './views/search.tsx'
import { TodayPage } from './views/today.tsx'

/** The start page and the search that reaches everything. */
export const homeRoutes = new Hono<Site>()

homeRoutes.get('/', allowAll, async (c) => {
  const { scope, product } = c.var
  const live = product.registry.modules.filter((one) => scope.modules.state(one.id) !== 'off')
  const { modules } = product.registry
  const own = await readCards(product.registry, scope, live)
  const steps = may(scope.user, 'core.people.manage')
    ? await readChecklist(scope, importable(product.registry, scope).length > 0)
    : []
  const hasOpened = steps.some(({ key, done }) => key === 'module' && done)
  const about = hasOpened ? await product.modulesCard(scope, modules) : undefined
  const ask = await administrators(scope)
  const page = (
    <TodayPage
      locale={scope.locale}
      userName={scope.user.name}
      steps={steps}
      cards={about ? [...own, about] : own}
      anythingOn={live.length > 0}
      stopped={modules.flatMap((one) => stoppedFor(scope, modules, one) ?? [])[0]}
      ask={
        may(scope.user, 'core.modules.manage')
          ? undefined
          : new Intl.ListFormat(scope.locale).format(ask)
      }
      place={may(scope.user, 'core.company.manage') ? scope.company : undefined}
    />
  )
  return c.render(page, { title: homeText(scope.locale).today })
})

homeRoutes.get('/keys', allowAll, (c) => {
  const { locale } = c.var.scope
  return c.render(<KeysPage locale={locale} />, { title: homeText(locale).keys.title })
})

homeRoutes.get('/search', allowAll, async (c) => {
  const { scope, product } = c.var
  const query = c.req.query('q') ?? ''
  const groups = await searchEverywhere(product.registry, scope, query, 50)
  const page = <SearchPage locale={scope.locale} query={query} groups={groups} />
  return c.render(page, { title: homeText(scope.locale).search })
})

homeRoutes.get('/search/palette', allowAll, async (c) => {
  const { scope, product } = c.var
  const t = viewText(scope.locale).palette
  const query = c.req.query('q') ?? ''
  const found = await searchEverywhere(product.registry, scope, query, 6)
  const groups: PaletteGroup[] = found.map(({ label, hits }) => ({
    label,
    items: hits.map((hit) => ({
      href: hit.href,
      label: hit.title,
      note: hit.detail,
      icon: hit.icon,
    })),
  }))
  const pages = pagesNamed(product.registry, scope, query)
  if (pages.length > 0) groups.push({ label: homeText(scope.locale).pages, items: pages })
  const results = <PaletteResults t={t} query={query} groups={groups} />
  return c.render(results, { title: homeText(scope.locale).search })
})
