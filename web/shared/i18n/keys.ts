// Types of text keys and their parameters, read from the zh-CN source: a missing key or parameter does not compile.
// A parameter is written {name} inside a text; a plural in English is { one, other } chosen by the parameter n.
import type { Texts } from './areas.ts'

/** Dotted paths to the texts inside a dictionary: { a: { b: '…' } } → 'a.b'. */
type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string]

export type TextKey = Leaves<Texts>

type At<T, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T ? At<T[Head], Rest> : never
  : Path extends keyof T ? T[Path] : never

type ParamNames<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | ParamNames<Rest> : never

/** The arguments after the key: none, or an object with every {name} of the text. */
export type TextParams<Key extends TextKey> = [ParamNames<At<Texts, Key>>] extends [never]
  ? []
  : [params: Record<ParamNames<At<Texts, Key>>, string | number>]

/** What a translation of dictionary T looks like: the same keys, each a text or an English plural. */
export type Translation<T> = { readonly [K in keyof T]: T[K] extends string ? string | { readonly one: string; readonly other: string } : Translation<T[K]> }

/** A dictionary as the running program sees it. */
export interface Dictionary {
  readonly [key: string]: string | Dictionary
}
