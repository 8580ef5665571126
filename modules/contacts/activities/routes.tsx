import type { Context } from 'hono'
import { Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { ownPath } from '../../../core/http/own-path.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { drawConflict } from '../../../core/records/conflict.tsx'
import { lastSaved } from '../../../core/records/history.ts'
import { keptToast } from '../../../core/records/mentioned.ts'
import { tellMentioned } from '../../../core/records/mentions.ts'
import { changeableSubject, type Subject } from '../../../core/records/subjects.ts'
import type { Scope } from '../../../core/scope.ts'
import { printChoice } from '../../../core/values/choice.ts'
import { printDate } from '../../../core/values/date.ts'
import type { DiffField } from '../../../views/diff.tsx'
import { accountKind } from '../kinds.ts'
import { mentioned } from '../mentioned.ts'
import {
  type Activity,
  activityObject,
  editActivities,
  readActivity,
  removeActivity,
  saveActivity,
} from './activities.ts'
import { readFollowUp } from './activity-form.ts'
import { addCommentRoutes } from './comment-routes.tsx'
import { type FollowUp, followUp } from './follow-up.ts'
import { activityKinds } from './kinds.ts'
import { activityText } from './messages.ts'
import type { Place } from './place.ts'
import { ActivityPage, FollowUpPage } from './views/pages.tsx'

/** Follow-ups on records of any module: note, change, take away, talk about. */
export const activityRoutes = new Hono<Site>()

addCommentRoutes(activityRoutes)

const edit = allow(editActivities)

activityRoutes.get('/follow-ups/new', edit, async (c) => {
  const { object, record, back } = c.req.query()
  if (!object) return go(c, accountKind.href)
  const { scope, product } = c.var
  const subject = await changeableSubject(product.registry, scope, object, record)
  return drawFollowUp(c, subject, { back: back && ownPath(back) })
})

function drawFollowUp(
  c: Context<Site>,
  subject: Subject,
  { back, raw, errors }: { back?: string; raw?: Raw; errors?: Errors },
) {
  const { scope } = c.var
  const page = <FollowUpPage {...{ scope, subject, back, raw, errors }} once={onceKey(raw)} />
  const title = activityText(scope.locale).titleFor(subject.name)
  return c.render(page, { title, status: errors ? 422 : 200 })
}

activityRoutes.post('/follow-ups', edit, async (c) => {
  const { scope, product } = c.var
  const { raw } = await readForm(c)
  const subject = await changeableSubject(product.registry, scope, raw.object, raw.record)
  const { input, errors } = readFollowUp(scope, raw)
  const back = raw.back ? ownPath(raw.back) : undefined
  if (Object.keys(errors).length > 0) return drawFollowUp(c, subject, { back, raw, errors })
  let did: Pick<Awaited<ReturnType<typeof followUp>>, 'untold' | 'done'> = { untold: [], done: [] }
  await once(scope, raw, async () => {
    did = await followUp(scope, product.registry, subject, input)
    return subject.href
  })
  const words = savedWords(scope, input, did.done)
  return go(c, back ?? subject.href, keptToast(scope, words, did.untold))
})

/** What became of the day one had planned is said too: it may have been meant to stay. */
function savedWords(scope: Scope, { next }: FollowUp, [done]: readonly string[]): string {
  const t = activityText(scope.locale)
  const day = (iso: string) => printDate(iso, scope.locale)
  if (next) return t.savedWithNext(day(next))
  return done ? t.savedAndDone(day(done)) : t.saved
}

activityRoutes.get('/activities/:id/edit', edit, async (c) => {
  const { scope, product } = c.var
  const activity = await readActivity(scope, product.registry, pathId(c))
  const { kind, body, place, latitude, longitude } = activity
  const raw = { kind, text: body, place, latitude: latitude ?? '', longitude: longitude ?? '' }
  return drawActivity(c, activity, raw, activity.version)
})

function drawActivity(
  c: Context<Site>,
  activity: Activity,
  raw: Raw,
  version: number,
  errors?: Errors,
) {
  const { scope } = c.var
  const page = <ActivityPage {...{ scope, activity, raw, version, errors }} />
  const title = activityText(scope.locale).editTitle
  return c.render(page, { title, status: errors ? 422 : 200 })
}

activityRoutes.post('/activities/:id', edit, async (c) => {
  const { scope, product } = c.var
  const activity = await readActivity(scope, product.registry, pathId(c))
  const { raw } = await readForm(c)
  const version = versionOf(raw)
  const { input, errors } = readFollowUp(scope, { ...raw, next: '' })
  if (Object.keys(errors).length > 0) return drawActivity(c, activity, raw, version, errors)
  const saved = await saveActivity(scope, activity, version, { ...input, ...input.where })
  if (saved === 'conflict') return drawActivityConflict(c, activity, input)
  const { subject, body } = activity
  const untold = await tellMentioned(scope, product.registry, subject, mentioned, input.body, body)
  const text = activityText(scope.locale).changed
  return go(c, subject.href, keptToast(scope, text, untold))
})

async function drawActivityConflict(c: Context<Site>, activity: Activity, yours: FollowUp) {
  const { scope } = c.var
  const t = activityText(scope.locale)
  const say = (kind: string) => printChoice(kind, activityKinds, scope.locale)
  return drawConflict(c, {
    title: t.editTitle,
    action: `/contacts/activities/${activity.id}`,
    fields: [
      {
        ...{ name: 'kind', label: t.kind, theirs: activity.kind, yours: yours.kind },
        shown: { theirs: say(activity.kind), yours: say(yours.kind) },
      },
      { name: 'text', label: t.text, theirs: activity.body, yours: yours.body },
      ...placeConflict(t.place, activity, yours.where),
    ],
    version: activity.version,
    ...(await lastSaved(scope, activityObject, activity.id)),
  })
}

/** The degrees go with the place they were asked for. */
const placeConflict = (label: string, theirs: Place, yours: Place): DiffField[] =>
  (['place', 'latitude', 'longitude'] as const).map((name) => ({
    ...{ name, label, theirs: theirs[name] ?? '', yours: yours[name] ?? '' },
  }))

activityRoutes.post('/activities/:id/remove', edit, async (c) => {
  const { scope, product } = c.var
  const activity = await readActivity(scope, product.registry, pathId(c))
  await removeActivity(scope, activity)
  const text = activityText(scope.locale).removed
  return go(c, activity.subject.href, { kind: 'success', text })
})
