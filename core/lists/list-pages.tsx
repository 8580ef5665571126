import type { Context } from 'hono'
import type { Site } from '../http/site.ts'
import { readList } from './list-reading.ts'
import { openList } from './opening.ts'
import { keepPlace } from './place.ts'
import type { ListRow, RecordList } from './record-list.ts'
import { ListPage } from './views/list-page.tsx'

/** Draws a list as its address and its saved views say it, and remembers how it is left. */
export async function drawList<Row extends ListRow>(
  c: Context<Site>,
  list: RecordList<Row>,
): Promise<Response> {
  const { scope, product } = c.var
  const { kind } = list
  const opened = await openList(c, kind)
  const part = await readList<Row>(scope, list, opened.state, product)
  keepPlace(c, kind)
  return c.render(<ListPage scope={scope} list={list} opened={opened} {...part} />, {
    title: kind.text(scope.locale).title,
  })
}
