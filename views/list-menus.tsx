import { icon } from './icon.tsx'
import { hiddenFields, type ListBarProps } from './list-bar.tsx'
import { type Markup, markup, type Printable } from './markup.ts'
import { listSwap } from './table.tsx'

/** The filter: an ordinary GET form in a menu, which keeps the search and the sort. */
export const filterMenu = (
  { t, action, params = [], search, chips = [], clearHref }: ListBarProps,
  { names, fields }: NonNullable<ListBarProps['filter']>,
): Markup => markup`
  <details class="menu" data-menu>
    <summary class="btn btn-ghost btn-sm">
      ${icon('filter')}<span class="phone-hidden">${t.filter}</span>
      ${chips.length > 0 && markup`<span class="count">${chips.length}</span>`}
    </summary>
    <form method="get" action="${action}" class="menu-box filter-box" hx-boost="${listSwap}">
      ${hiddenFields(params.filter(([name]) => !names.includes(name)))}
      ${search?.value && hiddenFields([['q', search.value]])}
      ${fields as Printable}
      <div class="actions">
        <button type="submit" class="btn btn-primary btn-sm">${t.apply}</button>
        ${clearHref && markup`<a class="btn btn-ghost btn-sm" href="${clearHref}" hx-boost="${listSwap}">${t.clear}</a>`}
      </div>
    </form>
  </details>`

/** Which columns the list shows; posted, because the choice is kept for the person. */
export const columnMenu = (
  { t, action }: ListBarProps,
  columns: NonNullable<ListBarProps['columns']>,
): Markup => markup`
  <details class="menu" data-menu>
    <summary class="btn btn-ghost btn-sm" aria-label="${t.columns}" title="${t.columns}">
      ${icon('adjustments-horizontal')}
    </summary>
    <form method="post" action="${columns.action}" class="menu-box">
      <input type="hidden" name="back" value="${action}">
      <fieldset>
        <legend>${t.columns}</legend>
        ${columns.choices.map(
          ({ key, label, shown }) =>
            markup`<label class="check-line"><input type="checkbox" class="checkbox" name="column" value="${key}"${shown && markup` checked`}>${label}</label>`,
        )}
      </fieldset>
      <div class="actions">
        <button type="submit" class="btn btn-primary btn-sm">${t.save}</button>
        ${columns.orderHref && markup`<a class="btn btn-ghost btn-sm" href="${columns.orderHref}">${t.order}</a>`}
      </div>
    </form>
  </details>`
