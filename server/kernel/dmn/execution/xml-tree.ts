// XML as a tree of plain elements, prefixes dropped: DMN 1.2 to 1.5 differ in namespaces, and in boxed expressions older readers do not know.
import { Parser } from 'saxen'
import { DmnRefused } from '../model.ts'
import { guardXml } from '../xml-guard.ts'

/** `text` is what stands directly in the element, blanks included. */
export type XmlElement = { name: string; attributes: Readonly<Record<string, string>>; children: XmlElement[]; text: string }

const bare = (name: string): string => name.slice(name.indexOf(':') + 1)

/** @throws DmnRefused when it is no XML, or XML made to hurt */
export const readXmlTree = (source: string): XmlElement => {
  guardXml(source)
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new Parser()
  const refuse = (error: Error | string): never => {
    throw new DmnRefused(`no XML: ${error instanceof Error ? error.message : error}`, 'file')
  }
  parser.on('openTag', (name: string, attributesOf: () => Record<string, string>, decode: (text: string) => string) => {
    const attributes = Object.fromEntries(Object.entries(attributesOf()).map(([key, value]) => [bare(key), decode(value)]))
    const element: XmlElement = { name: bare(name), attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closeTag', () => void open.pop())
  parser.on('text', (text: string, decode: (text: string) => string) => {
    const element = open.at(-1)
    if (element) element.text += decode(text)
  })
  parser.on('cdata', (text: string) => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.on('error', refuse)
  const failed = parser.parse(source) as unknown
  if (failed instanceof Error) refuse(failed)
  return root.children[0] ?? refuse('it is empty')
}

export const childNamed = ({ children }: XmlElement, name: string): XmlElement | undefined => children.find((child) => child.name === name)
export const childrenNamed = ({ children }: XmlElement, name: string): XmlElement[] => children.filter((child) => child.name === name)

/** The trimmed text of a child; undefined when there is none, or nothing in it. */
export const textIn = (element: XmlElement, name: string): string | undefined => childNamed(element, name)?.text.trim() || undefined

/** Of a child such as `<requiredInput href="#id"/>`: `namespace#id`, or `#id` within the model. */
export const hrefIn = (element: XmlElement, name: string): string | undefined => childNamed(element, name)?.attributes['href']
