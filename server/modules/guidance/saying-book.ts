// The phrases of the packs, ready to be looked for: which say a matter, which say an answer.
// Pure; made once per catalogue, since places are part of the phrases.
import { compilePhrase, type Phrase } from '../../kernel/phrase.ts'
import { wordsFor, type Catalogue, type Matter, type Sayings } from '../catalogue/index.ts'
import { placesFor, type Places } from './places.ts'

/** What a phrase says of a concept: a value, the place it names, or nothing although it sounds like it. */
export type Meaning = { value: string | boolean } | { place: true } | { nothing: true }

export type AnswerPhrases = { concept: string; meaning: Meaning; phrases: Phrase[] }

export type SayingBook = {
  places: Places
  /** in the order of the packs */
  matters: { id: string; said: Phrase[]; hinted: Phrase[]; never: Phrase[]; covers: string[] }[]
  /** what answers concepts the matter may ask for */
  answersFor(matter: Matter): AnswerPhrases[]
}

const meaningOf = (answer: string, type: string | undefined): Meaning => {
  if (answer === 'unsaid') return { nothing: true }
  if (type === 'region') return { place: true }
  return { value: type === 'boolean' ? answer === 'yes' : answer }
}

/** The concepts a matter may ask for. */
export const askableOf = ({ scenario, topics }: Matter): string[] => [...scenario.map(({ concept }) => concept), ...topics.flatMap(({ concepts }) => concepts)]

const makeBook = (catalogue: Catalogue, region: string, sayings: readonly Sayings[]): SayingBook => {
  const shared = Object.assign({}, ...sayings.filter(({ matter }) => matter === undefined).map(({ words }) => words))
  const places = placesFor(catalogue, region, shared)
  const compile = (one: Sayings, phrases: readonly string[] = []) => phrases.map((phrase) => compilePhrase(phrase, { ...wordsFor(sayings, one), ...places.words }))
  const matters = sayings.flatMap((one) => (one.matter === undefined || !catalogue.matters[one.matter] ? [] : [{ id: one.matter, said: compile(one, one.said), hinted: compile(one, one.hinted), never: compile(one, one.never), covers: one.covers ?? [] }]))
  const answers = sayings.flatMap((one) => (one.answers ?? []).flatMap(({ concept, said }) => {
    const type = catalogue.concepts[concept]?.type
    return Object.entries(said).map(([answer, phrases]) => ({ matter: one.matter, concept, meaning: meaningOf(answer, type), phrases: compile(one, phrases) }))
  }))
  return {
    places,
    matters,
    answersFor: (matter) => {
      const askable = new Set(askableOf(matter))
      return answers.filter((each) => (each.matter === undefined || each.matter === matter.id) && askable.has(each.concept))
    },
  }
}

const books = new WeakMap<Catalogue, SayingBook>()

/** @param sayings of the packs the catalogue is of; the same list for the same catalogue */
export const sayingBook = (catalogue: Catalogue, sayings: readonly Sayings[]): SayingBook => {
  const made = books.get(catalogue) ?? makeBook(catalogue, catalogue.region, sayings)
  books.set(catalogue, made)
  return made
}
