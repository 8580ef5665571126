import { Hono } from 'hono'
import { newId } from '../../../core/db/id.ts'
import { type ReadFields, rawOf } from '../../../core/fields/forms.ts'
import { readRecordForm } from '../../../core/fields/record-form.ts'
import { allow } from '../../../core/http/allow.ts'
import { readForm } from '../../../core/http/form.ts'
import { once } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { drawList } from '../../../core/lists/list-pages.tsx'
import { addListRoutes } from '../../../core/lists/list-routes.tsx'
import { takeFiles } from '../../../core/own-fields/taking-files.ts'
import { orTaken } from '../../../core/own-fields/writing.ts'
import { addCollaboratorRoutes } from '../../../core/records/collaborating.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import { addRecordRoutes, savedToast } from '../../../core/records/record-routes.tsx'
import { SimilarAmong } from '../../contacts/public.ts'
import { addConversionRoutes } from './conversion-routes.tsx'
import { leadKind } from './kind.ts'
import { readLeadForm } from './lead-form.ts'
import { leadList } from './lead-list.ts'
import { drawLead, drawLeadConflict, drawLeadForm } from './lead-pages.tsx'
import { readLead } from './lead-record.ts'
import { createLead, type LeadInput, saveLead } from './leads.ts'
import { leadsText } from './messages.ts'
import { type Asked, askAboutLead, groupsOf } from './similar.ts'

/** Leads: the list, the record, its form, its conversion. */
export const leadRoutes = new Hono<Site>()

const leadAt = (recordId: string) => ({ object: leadKind.object, recordId })

const view = allow(leadKind.view)
const edit = allow(leadKind.edit)

leadRoutes.get('/', view, (c) => drawList(c, leadList))

leadRoutes.get('/new', edit, (c) => drawLeadForm(c, { raw: { status: 'new' } }))

addListRoutes(leadRoutes, leadList)
addRecordRoutes(leadRoutes, leadKind, drawLead)
addCollaboratorRoutes(leadRoutes, leadKind)
addConversionRoutes(leadRoutes)

// Posted, since addresses with names and numbers in them would end up in logs.
for (const path of ['/similar', '/:id/similar'])
  leadRoutes.post(path, edit, async (c) => {
    const { scope } = c.var
    const { raw } = await readForm(c)
    const old = c.req.param('id') ? await readLead(scope, pathId(c), leadKind.edit) : undefined
    const { like } = await askAboutLead(scope, raw, old)
    const piece = (
      <SimilarAmong scope={scope} groups={groupsOf(scope, like)} anyway={raw.anyway === 'on'} />
    )
    return c.render(piece, { title: leadsText(scope.locale).list.title })
  })

const isWrong = (...read: readonly { errors: object }[]): boolean =>
  read.some(({ errors }) => Object.keys(errors).length > 0)

leadRoutes.post('/', edit, async (c) => {
  const { scope, product } = c.var
  const raw = await readRecordForm(c, fieldsOf(scope, leadKind))
  let read: ReadFields<LeadInput> | undefined
  let asked: Asked | undefined
  const to = await once(scope, raw, async () => {
    const given = newId()
    const refused = await takeFiles(c, leadAt(given), raw)
    read = readLeadForm(scope, raw)
    asked = await askAboutLead(scope, raw)
    const { values, errors } = read
    Object.assign(errors, refused)
    if (isWrong(read, asked)) return undefined
    const id = await orTaken(errors, () => createLead(scope, product.registry, values, given))
    return id && `${leadKind.href}/${id}`
  })
  if (!to)
    return drawLeadForm(c, {
      ...{ raw, like: asked?.like },
      errors: { ...asked?.errors, ...read?.errors },
    })
  return go(c, to, savedToast(scope, read?.understood))
})

leadRoutes.get('/:id', view, (c) => drawLead(c, pathId(c)))

leadRoutes.get('/:id/edit', edit, async (c) => {
  const { scope } = c.var
  const lead = await readLead(scope, pathId(c), leadKind.edit)
  const raw = rawOf(fieldsOf(scope, leadKind), lead.values, scope.locale)
  return drawLeadForm(c, { lead, raw, version: lead.version })
})

leadRoutes.post('/:id', edit, async (c) => {
  const { scope, product } = c.var
  const lead = await readLead(scope, pathId(c), leadKind.edit)
  const raw = await readRecordForm(c, fieldsOf(scope, leadKind))
  const version = versionOf(raw)
  const refused = await takeFiles(c, leadAt(lead.id), raw, lead.values)
  const { values, errors, understood } = readLeadForm(scope, raw, lead)
  const asked = await askAboutLead(scope, raw, lead)
  Object.assign(errors, refused)
  const saved =
    !isWrong({ errors }, asked) &&
    (await orTaken(errors, () => saveLead(scope, product.registry, lead, version, values)))
  if (!saved)
    return drawLeadForm(c, {
      ...{ lead, raw, version, like: asked.like },
      errors: { ...asked.errors, ...errors },
    })
  if (saved === 'conflict') return drawLeadConflict(c, lead.id, raw, version)
  return go(c, `${leadKind.href}/${lead.id}`, savedToast(scope, understood))
})
