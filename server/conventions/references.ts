// Which top-level declarations a piece of code needs, directly or through others: how a rule asks "does this handler reach the audit?".
// Names are followed through imports and re-exports; property names do not count.
import type { ESTree } from 'vite'
import { importsOf, treeOf } from './sources.ts'

/** `<file> <name>` of a top-level declaration. */
export type Declaration = string

type Tree = { type: string; [key: string]: unknown }

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string'

/** Children that are code; names of properties and everything that is only a type are left out. */
const childrenOf = (node: Tree): Tree[] => {
  const skip = (key: string) =>
    (key === 'property' && node.type === 'MemberExpression' && node['computed'] !== true) || (key === 'key' && node['computed'] !== true) || ['typeAnnotation', 'returnType', 'typeParameters', 'typeArguments'].includes(key)
  return Object.entries(node).flatMap(([key, value]) => (skip(key) ? [] : Array.isArray(value) ? value.filter(isTree) : isTree(value) ? [value] : []))
}

/** Every name used in a piece of code. */
export const namesIn = (node: unknown): Set<string> => {
  const names = new Set<string>()
  const follow = (each: Tree): void => {
    if (each.type === 'Identifier' && typeof each['name'] === 'string') names.add(each['name'])
    childrenOf(each).forEach(follow)
  }
  if (isTree(node)) follow(node)
  return names
}

const declarations = new Map<string, ReadonlyMap<string, unknown>>()

/** Top-level declarations of a file by name. */
const declaredIn = (path: string): ReadonlyMap<string, unknown> => {
  const known = declarations.get(path)
  if (known) return known
  const own = new Map<string, unknown>()
  for (const statement of treeOf(path).body) {
    const declaration: ESTree.Statement | ESTree.Declaration = statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement
    if (declaration.type === 'VariableDeclaration') for (const each of declaration.declarations) if (each.id.type === 'Identifier') own.set(each.id.name, each.init)
    if (declaration.type === 'FunctionDeclaration' && declaration.id) own.set(declaration.id.name, declaration.body)
  }
  declarations.set(path, own)
  return own
}

type Place = { path: string; name: string; code: unknown }

/** The declaration a name stands for in a file; undefined for parameters, globals and packages. */
const resolve = (path: string, name: string): Place | undefined => {
  const own = declaredIn(path)
  if (own.has(name)) return { path, name, code: own.get(name) }
  for (const { from, own: ours, names } of importsOf(path)) {
    const found = ours && names.find(({ local }) => local === name)
    if (found) return resolve(from, found.imported)
  }
  return undefined
}

const needs = new Map<unknown, readonly Place[]>()

/** Declarations that a piece of code names itself; many reach the same ones, so each is read once. */
const neededBy = (path: string, code: unknown): readonly Place[] => {
  const known = needs.get(code) ?? [...namesIn(code)].flatMap((name) => resolve(path, name) ?? [])
  if (isTree(code)) needs.set(code, known)
  return known
}

/** Everything `code`, which stands in the file `path`, needs of ours. */
export const reachedFrom = (path: string, code: unknown): Set<Declaration> => {
  const seen = new Set<Declaration>()
  const follow = (where: string, node: unknown): void => {
    for (const found of neededBy(where, node)) {
      const declaration = `${found.path} ${found.name}`
      if (seen.has(declaration)) continue
      seen.add(declaration)
      follow(found.path, found.code)
    }
  }
  follow(path, code)
  return seen
}
