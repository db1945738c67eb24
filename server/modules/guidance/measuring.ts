// How well sentences are understood, counted on labelled ones: matters, facts, and above all facts that are wrong.
// Pure.
import type { Catalogue } from '../catalogue/index.ts'
import { readFacts } from './facts.ts'
import { listMeant } from './meant.ts'
import type { SayingBook } from './saying-book.ts'
import { readSentence } from './sentence.ts'

/** `open`: looked at while phrases are written; `held`: only counted. `matters`: those surely meant, in any order. */
export type LabelledSentence = { set: 'open' | 'held'; said: string; matters: string[]; facts: Record<string, string | boolean> }

export type Understood = { matters: string[]; facts: Record<string, string | boolean> }

export type Measured = {
  sentences: number
  /** all matters right and none besides */
  mattersRight: number
  factsSaid: number
  factsFound: number
  factsWrong: number
  /** what went wrong, in words for whoever writes phrases */
  differences: string[]
}

export const understand = (said: string, catalogue: Catalogue, book: SayingBook): Understood => {
  const sentence = readSentence(said)
  const sure = listMeant(sentence, book).filter((meant) => meant.sure)
  const facts = sure.flatMap(({ matter, parts }) => {
    const definition = catalogue.matters[matter]
    return definition ? readFacts(sentence, definition, book, parts).facts : []
  })
  return { matters: sure.map(({ matter }) => matter), facts: Object.fromEntries(facts.map(({ concept, value }) => [concept, value])) }
}

export const measure = (labelled: readonly LabelledSentence[], catalogue: Catalogue, book: SayingBook): Measured => {
  const measured: Measured = { sentences: labelled.length, mattersRight: 0, factsSaid: 0, factsFound: 0, factsWrong: 0, differences: [] }
  for (const { said, matters, facts } of labelled) {
    const found = understand(said, catalogue, book)
    const same = JSON.stringify(found.matters.toSorted()) === JSON.stringify(matters.toSorted())
    if (same) measured.mattersRight += 1
    else measured.differences.push(`${said}: ${found.matters.join(' ')} ≠ ${matters.join(' ')}`)
    measured.factsSaid += Object.keys(facts).length
    for (const [concept, value] of Object.entries(found.facts)) {
      if (facts[concept] === value) measured.factsFound += 1
      else {
        measured.factsWrong += 1
        measured.differences.push(`${said}: ${concept} = ${value}, ≠ ${facts[concept]}`)
      }
    }
    for (const concept of Object.keys(facts)) if (found.facts[concept] === undefined) measured.differences.push(`${said}: ${concept} missed`)
  }
  return measured
}
