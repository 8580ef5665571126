import type { Context } from 'hono'
import { may } from '../../../core/access/person.ts'
import { conflictFields } from '../../../core/fields/conflicts.ts'
import { readSuggestions } from '../../../core/fields/suggestions.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import { onceKey } from '../../../core/http/once.ts'
import type { Site } from '../../../core/http/site.ts'
import { readBeside } from '../../../core/lists/beside.ts'
import { openLeft } from '../../../core/lists/opening.ts'
import { placeOf } from '../../../core/lists/place.ts'
import { drawConflict } from '../../../core/records/conflict.tsx'
import { readSaver } from '../../../core/records/history.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import { readPanels } from '../../../core/records/panels.ts'
import { timelineViewOf } from '../../../core/records/timeline-view.ts'
import { tellTimeline } from '../../../core/records/told.ts'
import { versionDeeds } from '../../../core/records/traces.ts'
import type { Scope } from '../../../core/scope.ts'
import { readSides } from '../../contacts/public.ts'
import { contractKind } from '../contracts/kind.ts'
import { dealContractPanel } from '../contracts/panel.tsx'
import { productsPanel } from '../deal-products/panel.tsx'
import { pipelinesFor, readPipelines } from '../pipelines/reading.ts'
import { quoteKind } from '../quotes/kind.ts'
import { quotePanel } from '../quotes/panel.tsx'
import { dealFields } from './deal-fields.ts'
import { type DealRecord, readDeal } from './deal-record.ts'
import { dealKind } from './kind.ts'
import { dealsText } from './messages.ts'
import { DealForm } from './views/deal-form.tsx'
import { DealPage } from './views/deal-page.tsx'

/** What a deal's own module shows beside it, as far as the reader may see papers at all. */
const ownPanels = ({ user }: Scope) => [
  productsPanel,
  ...(may(user, quoteKind.view) ? [quotePanel('deal')] : []),
  ...(may(user, contractKind.view) ? [dealContractPanel] : []),
]

type Note = { raw: Raw; errors: Errors }

/** Draws the page of one deal, with a note that could not be kept yet. */
export async function drawDeal(c: Context<Site>, id: string, note?: Note): Promise<Response> {
  const { scope, product } = c.var
  const about = { object: dealKind.object, recordId: id }
  const [deal, timeline, sides, { colleagues }, panels, beside, pipelines] = await Promise.all([
    readDeal(scope, id),
    tellTimeline(product.registry, scope, dealKind.object, id, timelineViewOf(c)),
    readSides(scope, about),
    product.directories.of(scope),
    readPanels(product.registry, scope, dealKind.object, id, ownPanels(scope)),
    openLeft(c, dealKind).then((list) => readBeside(scope, dealKind, list, id)),
    readPipelines(scope),
  ])
  const page = (
    <DealPage
      {...{ scope, deal, timeline, ...sides, colleagues, panels, beside, note }}
      pipeline={pipelines.find((one) => one.id === deal.pipelineId)}
      listHref={placeOf(c, dealKind)}
      once={onceKey(note?.raw)}
    />
  )
  return c.render(page, { title: deal.values.name, status: note ? 422 : 200 })
}

type Drawn = { deal?: DealRecord; raw: Raw; errors?: Errors; version?: number }

/** Draws the form of a deal: new, edit and error alike. */
export async function drawDealForm(c: Context<Site>, drawn: Drawn): Promise<Response> {
  const { scope } = c.var
  const { deal, raw, errors = {}, version } = drawn
  const t = dealsText(scope.locale)
  const [suggestions, pipelines] = await Promise.all([
    readSuggestions(scope, dealKind, dealFields),
    deal ? [] : pipelinesFor(scope),
  ])
  const page = (
    <DealForm
      {...{ scope, deal, raw, errors, version, suggestions, pipelines }}
      once={deal ? undefined : onceKey(raw)}
    />
  )
  const title = deal ? t.editTitle(deal.values.name) : t.addTitle
  return c.render(page, { title, status: drawn.errors ? 422 : 200 })
}

/** Somebody saved the deal meanwhile: both sides, field by field. */
export async function drawDealConflict(
  c: Context<Site>,
  id: string,
  raw: Raw,
  version: number,
): Promise<Response> {
  const { scope } = c.var
  const now = await readDeal(scope, id, dealKind.edit)
  const fields = await conflictFields(scope, dealKind, fieldsOf(scope, dealKind), now, raw, version)
  const t = dealsText(scope.locale)
  const links = (['account', 'person'] as const)
    .filter((name) => now[name] || !now[`${name}Id`])
    .map((name) => ({
      ...{ name, label: t[name] },
      ...{ theirs: now[name]?.name ?? '', yours: raw[name] ?? '' },
    }))
  return drawConflict(c, {
    title: now.values.name,
    action: `${dealKind.href}/${id}`,
    fields: [...fields, ...links],
    version: now.version,
    savedBy: await readSaver(scope, dealKind.object, id, versionDeeds),
    savedAt: now.updatedAt,
  })
}
