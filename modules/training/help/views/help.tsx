import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { markdown } from '../../../../views/markdown.ts'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { sayIn, wordsIn } from '../../courses/content.ts'
import { Translated } from '../../learning/views/translated.tsx'
import { Start } from '../../tours/views/start.tsx'
import type { Told } from '../../tours/views/tours.tsx'
import type { Answering } from '../asking.ts'
import { helpText } from '../messages.ts'
import type { Topic } from '../topics.ts'
import { AskForm } from './ask-form.tsx'

export type HelpProps = {
  scope: Scope
  /** The page that help is asked for on. */
  path: string
  query: string
  topics: readonly Topic[]
  /** The name of the field that is being filled. */
  field: string
  tours: readonly Told[]
  answering: Answering
  once: string
  raw?: Raw
  errors?: Errors
  /** What was done just now. */
  done?: 'thanks' | 'sent' | undefined
}

/**
 * Help as a page; scripts show its part `help` as a dialog over the page it is about. In their
 * order: what is written on the page, its tours, the champion, and search.
 */
export const HelpPage = (props: HelpProps) => {
  const { scope, query, topics, field } = props
  const t = helpText(scope.locale)
  return (
    <>
      <PageHead t={viewText(scope.locale).page} title={t.title} />
      <PageBody>
        <div id="help" class="help">
          <div class="help-head">
            <h2>{query ? t.found(query) : t.here}</h2>
            <form method="dialog" class="needs-script">
              <button type="submit" class="ghost-icon" aria-label={t.close}>
                ×
              </button>
            </form>
          </div>
          {props.done === 'thanks' && (
            <p role="status" class="good">
              {t.thanks}
            </p>
          )}
          {topics.length === 0 && (
            <p class="hint">{query ? t.nothingFound(query) : t.nothingHere}</p>
          )}
          {topics.map((topic, at) => (
            <TopicPart
              {...{ scope, topic, query, path: props.path }}
              open={
                topics.length < 3 || at === 0 || (topic.field !== null && topic.field === field)
              }
            />
          ))}
          <ToursPart {...props} />
          <AskForm {...props} />
          <SearchPart {...props} />
        </div>
      </PageBody>
    </>
  )
}

/** Sent from the panel, a form is answered in it: the page beside it may be half filled. */
const inPanel = { 'hx-target': '#help', 'hx-swap': 'outerMorph' }

type PartProps = { scope: Scope; topic: Topic; path: string; query: string; open: boolean }

const TopicPart = ({ scope: { locale }, topic, path, query, open }: PartProps) => {
  const t = helpText(locale)
  const [title, body] = [wordsIn(locale, topic.titles), wordsIn(locale, topic.bodies)]
  return (
    <details class="help-topic" open={open} data-testid="topic">
      <summary lang={title.foreign}>{topic.field ? t.field(title.text) : title.text}</summary>
      <Translated locale={locale} texts={[topic.bodies]} />
      <div class="prose" lang={body.foreign}>
        {markdown(body.text)}
      </div>
      {topic.isStale && <p class="hint">{t.stale}</p>}
      <form
        method="post"
        action="/training/help/opinions"
        class="help-opinion"
        hx-post="/training/help/opinions"
        {...inPanel}
      >
        <input type="hidden" name="topic" value={topic.id ?? topic.code ?? ''} />
        <input type="hidden" name="at" value={path} />
        <input type="hidden" name="q" value={query} />
        <span>{t.useful}</span>
        <Button small kind="quiet" name="useful" value="yes">
          {t.yes}
        </Button>
        <Button small kind="quiet" name="useful" value="no">
          {t.no}
        </Button>
      </form>
    </details>
  )
}

const ToursPart = ({ scope, tours }: HelpProps) => {
  const t = helpText(scope.locale)
  return (
    <section>
      {tours.length > 0 && <h3>{t.tours}</h3>}
      <ul class="courses">
        {tours.map(({ tour, story }) => (
          <li>
            <div class="what">
              <a href={`/training/tours?show=${tour.code}`}>{sayIn(scope.locale, tour.title)}</a>
            </div>
            <Start locale={scope.locale} story={story} />
          </li>
        ))}
        <li>
          <a href="/training/tours">{t.allTours}</a>
          <a href="/keys">{t.keys}</a>
          <a href="/training/help-requests">{t.requests.title}</a>
        </li>
      </ul>
    </section>
  )
}

const SearchPart = ({ scope: { locale }, path, query }: HelpProps) => {
  const t = helpText(locale)
  return (
    <form
      method="get"
      action="/training/help"
      class="help-search"
      hx-get="/training/help"
      {...inPanel}
    >
      <input type="hidden" name="at" value={path} />
      <input
        class="input"
        type="search"
        name="q"
        value={query}
        aria-label={t.search}
        placeholder={t.search}
        maxlength={100}
      />
      <Button icon="search">{t.searchSubmit}</Button>
    </form>
  )
}
