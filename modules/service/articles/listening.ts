import { announce } from '../../../core/db/changes.ts'
import type { Listener } from '../../../core/module.ts'
import { articleKind } from './kind.ts'
import { publicTopic } from './publishing.ts'

/** What is put away, brought back or given another last day changes what customers may read. */
export const articleListeners: readonly Listener[] = ['archived', 'restored', 'changed'].map(
  (deed) => ({
    event: `${articleKind.object}.${deed}`,
    during: (scope) => announce(scope.db, publicTopic, scope.company.id),
  }),
)
