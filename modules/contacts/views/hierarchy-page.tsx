import type { Scope } from '../../../core/scope.ts'
import { Icon } from '../../../views/icon.tsx'
import { joined, type Markup, markup } from '../../../views/markup.ts'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { type Hierarchy, mostShown, type Node } from '../accounts/hierarchy-reading.ts'
import { accountKind } from '../kinds.ts'
import { contactsText } from '../messages.ts'

type Props = { scope: Scope; hierarchy: Hierarchy }

/** The group an account stands in, drawn as a tree. It is a list of lists, so it reads as one too. */
export const HierarchyPage = ({ scope, hierarchy }: Props) => {
  const t = contactsText(scope.locale).accounts
  const { account, top, above, isCut } = hierarchy
  return (
    <>
      <PageHead
        t={viewText(scope.locale).page}
        title={t.group}
        trail={[
          { href: accountKind.href, label: t.title },
          { href: hrefOf(account), label: account.name },
        ]}
      />
      <PageBody wide>
        {above && (
          <p>
            <Icon name="arrow-up" /> {t.groupAbove}{' '}
            <a href={`${hrefOf(above)}/hierarchy`}>{above.name}</a>
          </p>
        )}
        <ul class="tree" data-testid="tree">
          {branch(top, account.id)}
        </ul>
        {top.children.length === 0 && <p class="hint">{t.groupNone}</p>}
        {isCut && <p class="hint">{isCut === 'count' ? t.groupCut(mostShown) : t.groupDeep}</p>}
      </PageBody>
    </>
  )
}

const hrefOf = ({ id }: { id: string }): string => `${accountKind.href}/${id}`

const branch = ({ id, name, note, children }: Node, current: string): Markup => markup`
  <li><a href="${hrefOf({ id })}" class="tree-node"${id === current && markup` aria-current="true"`}><span>${name}</span>${note && markup`<small>${note}</small>`}</a>${
    children.length > 0 &&
    markup`<ul>${joined(children.map((child) => branch(child, current)))}</ul>`
  }</li>`
