import type { Context } from 'hono'
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
import { readSides } from '../../contacts/public.ts'
import { poolPanel } from '../pool/panel.tsx'
import { leadKind } from './kind.ts'
import { leadFields } from './lead-fields.ts'
import { type LeadRecord, readLead } from './lead-record.ts'
import { leadsText } from './messages.ts'
import type { LikeLead } from './similar.ts'
import { LeadForm } from './views/lead-form.tsx'
import { LeadPage } from './views/lead-page.tsx'

type Note = { raw: Raw; errors: Errors }

/** Draws the page of one lead, with a note that could not be kept yet. */
export async function drawLead(c: Context<Site>, id: string, note?: Note): Promise<Response> {
  const { scope, product } = c.var
  const { object } = leadKind
  const [lead, timeline, sides, { colleagues }, panels, beside] = await Promise.all([
    readLead(scope, id),
    tellTimeline(product.registry, scope, object, id, timelineViewOf(c)),
    readSides(scope, { object, recordId: id }),
    product.directories.of(scope),
    readPanels(product.registry, scope, object, id, [poolPanel(object)]),
    openLeft(c, leadKind).then((list) => readBeside(scope, leadKind, list, id)),
  ])
  const page = (
    <LeadPage
      {...{ scope, lead, timeline, sides, colleagues, beside, note }}
      panels={panels}
      listHref={placeOf(c, leadKind)}
      once={onceKey(note?.raw)}
    />
  )
  return c.render(page, { title: lead.values.name, status: note ? 422 : 200 })
}

type Drawn = { lead?: LeadRecord; raw: Raw; errors?: Errors; version?: number; like?: LikeLead }

/** Draws the form of a lead: new, edit and error alike. */
export async function drawLeadForm(c: Context<Site>, drawn: Drawn): Promise<Response> {
  const { scope } = c.var
  const { lead, raw, errors = {}, version, like } = drawn
  const t = leadsText(scope.locale)
  const suggestions = await readSuggestions(scope, leadKind, leadFields)
  const page = (
    <LeadForm
      {...{ scope, lead, raw, errors, version, like, suggestions }}
      once={lead ? undefined : onceKey(raw)}
    />
  )
  const title = lead ? t.editTitle(lead.values.name) : t.list.add
  return c.render(page, { title, status: drawn.errors ? 422 : 200 })
}

/** Somebody saved the lead meanwhile: both sides, field by field. */
export async function drawLeadConflict(
  c: Context<Site>,
  id: string,
  raw: Raw,
  version: number,
): Promise<Response> {
  const { scope } = c.var
  const now = await readLead(scope, id, leadKind.edit)
  return drawConflict(c, {
    title: now.values.name,
    action: `${leadKind.href}/${id}`,
    fields: await conflictFields(scope, leadKind, fieldsOf(scope, leadKind), now, raw, version),
    version: now.version,
    savedBy: await readSaver(scope, leadKind.object, id, versionDeeds),
    savedAt: now.updatedAt,
  })
}
