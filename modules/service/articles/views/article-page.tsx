import type { Colleague } from '../../../../core/access/directory.ts'
import type { Attachment } from '../../../../core/attachments/attachments.ts'
import { Attachments } from '../../../../core/attachments/views/attachments.tsx'
import type { Raw } from '../../../../core/http/form.ts'
import { onceKey } from '../../../../core/http/once.ts'
import type { Beside } from '../../../../core/lists/beside.ts'
import type { Collaborator } from '../../../../core/records/collaborators.ts'
import type { ToldTimeline } from '../../../../core/records/told.ts'
import { Collaborators } from '../../../../core/records/views/collaborators.tsx'
import { RecordPage } from '../../../../core/records/views/record-page.tsx'
import type { Scope } from '../../../../core/scope.ts'
import type { FieldErrors } from '../../../../views/form.tsx'
import type { ArticleRecord } from '../article-record.ts'
import { articleKind } from '../kind.ts'
import type { Opinions } from '../opinions.ts'
import type { NamedVersion } from '../versions.ts'
import { ArticleBody } from './article-body.tsx'
import { OpinionPanel } from './opinion-panel.tsx'
import { PublishPanel } from './publish-panel.tsx'
import { ArticleSummary } from './summary.tsx'
import { VersionPanel } from './version-panel.tsx'

type Note = { raw: Raw; errors: FieldErrors }

export type ArticlePageProps = {
  scope: Scope
  article: ArticleRecord
  timeline: ToldTimeline
  files: readonly Attachment[]
  collaborators: readonly Collaborator[]
  colleagues: readonly Colleague[]
  versions: readonly NamedVersion[]
  opinions: Opinions
  listHref: string
  beside: Beside | undefined
  once: string
  note?: Note
  /** Publishing or an opinion that could not be taken. */
  refused?: Note
}

/** The page of one article: what stands in it, what is out of it, and what readers say. */
export const ArticlePage = (props: ArticlePageProps) => {
  const { scope, article, files, versions } = props
  return (
    <RecordPage
      {...props}
      kind={articleKind}
      record={article}
      summary={<ArticleSummary scope={scope} article={article} />}
      next={<ArticleBody scope={scope} article={article} />}
      panels={
        <>
          <PublishPanel {...props} />
          <VersionPanel scope={scope} versions={versions} published={article.published} />
          <OpinionPanel {...props} />
          <Collaborators
            scope={scope}
            href={`${articleKind.href}/${article.id}`}
            collaborators={props.collaborators}
            colleagues={props.colleagues}
            mayShare={article.mayAssign}
          />
          <Attachments
            scope={scope}
            about={{ object: articleKind.object, recordId: article.id }}
            files={files}
            mayEdit={article.mayEdit}
            once={onceKey()}
          />
        </>
      }
    />
  )
}
