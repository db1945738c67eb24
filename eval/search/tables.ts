// The figures as tables, for the terminal and for docs/search.md. Pure.
import type { Figure } from './figures.ts'
import { measures, subjects, type Line, type Quality, type Subject } from './judging.ts'
import { depths, type Recall } from './recall.ts'

const subjectNames: Readonly<Record<Subject, string>> = { tongban: 'Tongban', bm25: 'BM25 on words', ngrams: 'n-grams only' }

const percent = (value: number): string => (value * 100).toFixed(1)

/** '97.8 (96.6–98.9)': per cent, with the interval of 95 % confidence. */
export const figureText = ({ value, low, high, of }: Figure): string => (of === 0 ? '–' : `${percent(value)} (${percent(low)}–${percent(high)})`)

export const markdown = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const rowsOf = ({ style, figures, intent }: Line): string[][] =>
  subjects.map((subject) => [
    subject === 'tongban' ? style : '', subjectNames[subject], ...measures.map((measure) => figureText(figures[subject][measure])),
    subject === 'tongban' ? figureText(intent) : '', subject === 'tongban' ? String(intent.of) : '',
  ])

export const qualityTable = ({ lines, brier, calibrationError, queries }: Quality): string =>
  [
    markdown(['style', 'search', ...measures, 'intent', 'questions'], lines.flatMap(rowsOf)), '',
    `${queries} questions; per cent, in brackets the interval of 95 % confidence. Confidence of the intent: Brier score ${brier.toFixed(3)}, expected calibration error ${percent(calibrationError)} %.`,
  ].join('\n')

export const recallTable = (sets: readonly Recall[]): string =>
  markdown(
    ['set', 'search', ...depths.map((depth) => `recall@${depth}`), 'asked', 'among'],
    sets.flatMap(({ name, texts, asked, figures }) =>
      subjects.map((subject) => {
        const first = subject === 'tongban'
        return [first ? name : '', subjectNames[subject], ...figures[subject].map(figureText), first ? String(asked) : '', first ? String(texts) : '']
      }),
    ),
  )

/** What stands between `<!-- eval: name -->` and `<!-- /eval -->`, replaced. Throws when the document has no such place. */
export const filledIn = (document: string, name: string, content: string): string => {
  const place = new RegExp(`(<!-- eval: ${name} -->\\n)[^]*?(<!-- /eval -->)`)
  if (!place.test(document)) throw new Error(`The document has no place for ${name}`)
  return document.replace(place, (_, begin: string, end: string) => `${begin}${content}\n${end}`)
}
