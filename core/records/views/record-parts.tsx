import { Button } from '../../../views/button.tsx'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { Icon } from '../../../views/icon.tsx'
import { viewText } from '../../../views/messages.ts'
import { formatAgo } from '../../i18n/format.ts'
import type { Scope } from '../../scope.ts'
import { recordText } from '../messages.ts'
import type { Tag } from '../tags.ts'

type TagsProps = { scope: Scope; href: string; tags: readonly Tag[]; mayEdit: boolean }

/** The tags of a record, each with a button that takes it off, and a field for a new one. */
export const Tags = ({ scope, href, tags, mayEdit }: TagsProps) => {
  const t = recordText(scope.locale).pages
  return (
    <div class="tag-line" data-testid="tags">
      {tags.map(({ id, name }) => (
        <form method="post" action={`${href}/tags/remove`} class="tag">
          <input type="hidden" name="tag" value={id} />
          {name}
          {mayEdit && (
            <button type="submit" class="ghost-icon" aria-label={t.removeTag(name)}>
              <Icon name="x" />
            </button>
          )}
        </form>
      ))}
      {mayEdit && (
        <form method="post" action={`${href}/tags`} class="tag-add">
          <input
            name="name"
            class="input"
            required
            placeholder={t.addTag}
            aria-label={t.addTag}
            autocomplete="off"
          />
          <button type="submit" class="ghost-icon" aria-label={t.tagAdd}>
            <Icon name="plus" />
          </button>
        </form>
      )}
    </div>
  )
}

type NoteProps = { scope: Scope; href: string; once: string; text?: string; errors?: FieldErrors }

/** Where a note is written. */
export const NoteForm = ({ scope, href, once, text, errors = {} }: NoteProps) => {
  const view = viewText(scope.locale)
  const t = recordText(scope.locale).pages
  return (
    <Form
      t={view.form}
      id="note"
      action={`${href}/notes`}
      once={once}
      submit={t.noteSave}
      testId="note-form"
      guard
    >
      <Field
        t={view.form}
        form="note"
        kind="textarea"
        name="body"
        rows={3}
        label={t.noteLabel}
        hint={t.callHint}
        placeholder={t.notePlaceholder}
        value={text}
        error={errors.body}
      />
    </Form>
  )
}

type BannerProps = { scope: Scope; href: string; archivedAt: Date; mayEdit: boolean }

/** Says that a record is archived, and offers it back. */
export const ArchivedBanner = ({ scope, href, archivedAt, mayEdit }: BannerProps) => {
  const t = recordText(scope.locale).pages
  const when = formatAgo(scope.locale, scope.company.timeZone, archivedAt, scope.now())
  return (
    <div class="banner info" data-testid="archived">
      <Icon name="archive" />
      <p>{t.archivedSince(when)}</p>
      {mayEdit && (
        <form method="post" action={`${href}/restore`}>
          <Button small icon="archive-restore">
            {t.restore}
          </Button>
        </form>
      )}
    </div>
  )
}
