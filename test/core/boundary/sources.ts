import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseAst } from 'vitest/node'

/** One source file: its path below the root, and its text. */
export type Source = { path: string; text: string }

export type Import = { names: string[]; from: string; typeOnly: boolean }

/** What a file says, as the parser sees it: comments say nothing. */
export type Facts = {
  path: string
  imports: Import[]
  /** Every `a.b` as it is written. */
  members: string[]
  /** The words of identifiers, property names and texts, in lower case, once each. */
  words: Set<string>
}

type Node = { type: string; [key: string]: unknown }

/** All sources of the product: what runs, not what tests it or was run once to write a file. */
export const readSources = (root: string): Source[] =>
  globSync(
    ['core', 'flags', 'modules', 'views'].map((folder) => `${folder}/**/*.{ts,tsx}`),
    {
      cwd: root,
    },
  )
    .filter((path) => !path.endsWith('.generate.ts'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

/** @throws when the text is no TypeScript: a file that cannot be read is not a file without faults */
export function factsOf({ path, text }: Source): Facts {
  const facts: Facts = { path, imports: [], members: [], words: new Set() }
  const lang = path.endsWith('x') ? 'tsx' : 'ts'
  visit(parseAst(text, { lang, astType: 'ts' }) as unknown as Node, facts)
  return facts
}

function visit(node: Node, facts: Facts): void {
  note(node, facts)
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child?.type === 'string') visit(child as Node, facts)
}

function note(node: Node, facts: Facts): void {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      noteImport(node, facts)
      break
    case 'MemberExpression':
      facts.members.push(`${nameOf(node.object)}.${nameOf(node.property)}`)
      break
    case 'Identifier':
    case 'JSXIdentifier':
      addWords(String(node.name), facts)
      break
    case 'Literal':
    case 'JSXText':
      addWords(String(node.value), facts)
      break
    case 'TemplateElement':
      addWords((node.value as { raw: string }).raw, facts)
  }
}

function noteImport(node: Node, facts: Facts): void {
  const source = (node.source ?? (node.argument as Node | undefined)) as Node | null
  const target = source?.value ?? (source?.literal as Node | undefined)?.value
  if (typeof target !== 'string') return
  const specifiers = (node.specifiers ?? []) as Node[]
  const kindOf = (one: Node) => one.importKind ?? one.exportKind
  const typeOnly =
    node.type === 'TSImportType' ||
    kindOf(node) === 'type' ||
    (specifiers.length > 0 && specifiers.every((one) => kindOf(one) === 'type'))
  const names = specifiers.map((one) => nameOf(one.imported ?? one.local))
  facts.imports.push({ names, from: resolved(facts.path, target), typeOnly })
}

const resolved = (path: string, target: string): string =>
  target.startsWith('.') ? normalize(join(dirname(path), target)) : target

const nameOf = (node: unknown): string => {
  const { name, value, property } = node as { name?: string; value?: unknown; property?: unknown }
  return name ?? (property ? nameOf(property) : String(value ?? ''))
}

/** `lostDeals` says lost and deals; 新建客户 stays as it is, to be searched for parts. */
function addWords(text: string, facts: Facts): void {
  const spaced = text.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
  for (const word of spaced.match(/\p{Script=Han}+|[a-z]+/gu) ?? []) facts.words.add(word)
}
