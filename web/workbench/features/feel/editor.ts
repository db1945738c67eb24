// The box rules are typed in: CodeMirror with our own grammar's colours, our own completion and the faults our own reader finds.
// Loaded when a page with rules is opened; until then a plain box stands in.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, snippet, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { setDiagnostics } from '@codemirror/lint'
import { Compartment, EditorState, type Extension, type Range } from '@codemirror/state'
import { Decoration, EditorView, keymap, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view'
import { parser } from 'lezer-feel'
import type { Reading } from '../../../../server/modules/catalogue/rule-writing.ts'
import type { Suggestion } from './completing.ts'

export { readFeel, type Read } from './reading.ts'

export interface EditorFault {
  from: number
  to: number
  message: string
}

interface Options {
  host: HTMLElement
  text: string
  reading: Reading
  attributes: Readonly<Record<string, string>>
  readOnly: boolean
  onChange: (text: string) => void
  suggest: (before: string, all: boolean) => { from: number; suggestions: readonly Suggestion[] } | undefined
  /** what a name is called; undefined: there is no such name */
  titleOf: (name: string) => string | undefined
  listLabel: string
}

export interface Editor {
  setText: (text: string) => void
  setFaults: (faults: readonly EditorFault[]) => void
  setAttributes: (attributes: Readonly<Record<string, string>>, readOnly: boolean) => void
  destroy: () => void
}

const keywords = new Set(['and', 'or', 'in', 'between', 'if', 'then', 'else', 'some', 'every', 'satisfies', 'for', 'return', 'instance', 'of', 'not', 'function', 'null'])
const classes: Readonly<Record<string, string>> = { StringLiteral: 'feel-text', NumericLiteral: 'feel-number', BooleanLiteral: 'feel-number', LineComment: 'feel-comment', BlockComment: 'feel-comment', DateTimeConstructor: 'feel-function', SpecialFunctionName: 'feel-function' }

function coloursOf(text: string, grammar: typeof parser, titleOf: Options['titleOf']): DecorationSet {
  const marks: Range<Decoration>[] = []
  const mark = (from: number, to: number, name: string, title?: string) => { if (to > from) marks.push(Decoration.mark({ class: name, ...(title ? { attributes: { title } } : {}) }).range(from, to)) }
  grammar.parse(text).iterate({
    enter: ({ name, from, to, node }) => {
      const known = classes[name]
      if (known) mark(from, to, known)
      else if (keywords.has(name)) mark(from, to, 'feel-keyword')
      else if (name === 'PathExpression') {
        const title = titleOf(text.slice(from, to))
        if (title !== undefined) mark(from, to, 'feel-name', title)
        return title === undefined
      } else if (name === 'VariableName' && node.parent?.name === 'FunctionInvocation') mark(from, to, 'feel-function')
      return true
    },
  })
  return Decoration.set(marks, true)
}

const colours = (reading: Reading, titleOf: Options['titleOf']): Extension => {
  const grammar = parser.configure({ top: reading === 'cell' ? 'UnaryTests' : 'Expression' })
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet
      constructor(view: EditorView) {
        this.decorations = coloursOf(view.state.doc.toString(), grammar, titleOf)
      }
      update({ docChanged, state }: ViewUpdate) {
        if (docChanged) this.decorations = coloursOf(state.doc.toString(), grammar, titleOf)
      }
    },
    { decorations: (plugin) => plugin.decorations },
  )
}

const kinds: Readonly<Record<Suggestion['kind'], string>> = { name: 'variable', value: 'constant', function: 'function', pattern: 'text', word: 'keyword' }

const completion = (suggest: Options['suggest']) => ({ pos, state, explicit }: CompletionContext): CompletionResult | null => {
  const found = suggest(state.sliceDoc(0, pos), explicit)
  return found ? { from: found.from, filter: false, options: found.suggestions.map(({ label, detail, kind, template }) => ({ label, detail, type: kinds[kind], apply: snippet(template) })) } : null
}

const look = EditorView.theme({
  '&': { fontSize: 'inherit' },
  '&.cm-focused': { outline: 'none' },
  '.cm-content': { fontFamily: 'var(--font-mono), var(--font)', padding: 'var(--space-2) 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 var(--space-3)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-tooltip': { background: 'var(--paper)', color: 'var(--ink)', border: 'var(--hairline) solid var(--edge)', borderRadius: 'var(--radius)', maxInlineSize: '92vw' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font)', maxInlineSize: '90vw' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: 'var(--space-1) var(--space-3)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--azure)', color: 'var(--on-azure)' },
  '.cm-completionDetail': { fontStyle: 'normal', color: 'inherit' },
  '.cm-completionIcon': { display: 'none' },
  '.cm-diagnostic-error': { borderLeft: 'var(--thick) solid var(--danger)' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--danger)' },
  '&.cm-focused .cm-matchingBracket': { background: 'var(--azure-tint)' },
  '&.cm-focused .cm-nonmatchingBracket': { background: 'var(--danger-tint)' },
  '.cm-snippetField': { background: 'var(--azure-tint)' },
})

/** A cell is one line. */
const oneLine = EditorState.transactionFilter.of((transaction) => (transaction.newDoc.lines > 1 ? [] : transaction))

export function mountEditor({ host, text, reading, attributes, readOnly, onChange, suggest, titleOf, listLabel }: Options): Editor {
  const changeable = new Compartment()
  const settings = (given: Readonly<Record<string, string>>, fixed: boolean): Extension => [EditorView.contentAttributes.of(given), EditorState.readOnly.of(fixed), EditorView.editable.of(!fixed)]
  let isSetting = false
  const view = new EditorView({
    parent: host,
    state: EditorState.create({
      doc: text,
      extensions: [
        changeable.of(settings(attributes, readOnly)), history(), bracketMatching(), closeBrackets(), colours(reading, titleOf), look, EditorView.lineWrapping, EditorState.phrases.of({ Completions: listLabel }),
        autocompletion({ override: [completion(suggest)], icons: false }), keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]), reading === 'cell' ? oneLine : [],
        EditorView.updateListener.of((update) => { if (update.docChanged && !isSetting) onChange(update.state.doc.toString()) }),
      ],
    }),
  })
  return {
    setText: (next) => {
      if (view.state.doc.toString() === next) return
      isSetting = true
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } })
      isSetting = false
    },
    setFaults: (faults) => {
      const { length } = view.state.doc
      view.dispatch(setDiagnostics(view.state, faults.map(({ from, to, message }) => ({ from: Math.min(from, length), to: Math.min(Math.max(to, from), length), severity: 'error', message }))))
    },
    setAttributes: (given, fixed) => view.dispatch({ effects: changeable.reconfigure(settings(given, fixed)) }),
    destroy: () => view.destroy(),
  }
}
