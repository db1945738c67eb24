// One question from beginning to end: found without a model, worded by one where there is one, each sentence checked before it is shown.
// What is not supported is left out; when nothing is left, or the model is slow, down or lying, the answer without it stands.
import { textIn } from '../../kernel/texts.ts'
import { openOutbound, OutboundFault, type Outbound } from '../../kernel/outbound.ts'
import type { App } from '../../module.ts'
import { noteUnanswered } from '../searches/index.ts'
import { answerFrom, askedAlone, retrieve, toSources, type Answer, type Asked } from './answering.ts'
import { toAnswerReply, type AnswerReply } from './assistant-replies.ts'
import { masked } from './masking.ts'
import { askModel, modelLimits, type ModelLimits } from './model-client.ts'
import { hallsFor } from './other-passages.ts'
import type { Passage, Source, Subject, Told } from './passage.ts'
import { promptFor } from './prompting.ts'
import { cutSentences, isSupported, readCitations } from './supported.ts'

/** A sentence as soon as it is checked, then the whole answer, which counts. */
export type Event = { event: 'sentence'; sentence: Told; sources: Source[] } | { event: 'answer'; answer: AnswerReply }

/** `known`: of whoever is logged in, hidden from the model. */
export type Question = Asked & { known: readonly string[]; signal?: AbortSignal }

const mostPassages = 24
/** Conversations worded by the model at the same time in this process; the others are answered without it. */
const mostAtOnce = 8
let atOnce = 0

const doors = new WeakMap<App['config'], Outbound>()
const doorOf = ({ config }: App): Outbound => {
  const door = doors.get(config) ?? openOutbound({ networks: config.connectors.networks })
  doors.set(config, door)
  return door
}

const passagesFor = (found: readonly Passage[], about: Subject | undefined): Passage[] => [...new Set([...found, ...(about?.passages ?? [])])].slice(0, mostPassages)

/** Numbers sources in the order they are cited. */
const renumbered = () => {
  const sources: Source[] = []
  return {
    sources,
    cite: (source: Source): number => {
      const at = sources.findIndex(({ title, quote }) => title === source.title && quote === source.quote)
      if (at >= 0) return at + 1
      sources.push({ ...source, number: sources.length + 1 })
      return sources.length
    },
  }
}

async function* worded(app: App, model: NonNullable<App['config']['assistant']>, { question, language, known, signal }: Question, passages: readonly Passage[], about: Subject | undefined, limits: ModelLimits): AsyncGenerator<{ told: Told; sources: Source[] }> {
  const sources = toSources(passages, language)
  const byNumber = new Map(sources.map((source) => [source.number, source]))
  const quotes = new Map(sources.map(({ number, title, quote }) => [number, `${title}\n${quote}`]))
  const name = about ? textIn(about.name, language) : ''
  const numbers = renumbered()
  const checked = (sentences: readonly string[]) => sentences.map(readCitations).filter((cited) => isSupported(cited, quotes, name)).map(({ text, cites }) => ({
    told: { text, cites: cites.flatMap((number) => byNumber.get(number) ?? []).map(numbers.cite) }, sources: [...numbers.sources],
  }))
  let open = ''
  for await (const words of askModel(doorOf(app), model, promptFor(masked(question, known), name, sources, language), limits, signal)) {
    const { sentences, rest } = cutSentences(open + words, false)
    open = rest
    yield* checked(sentences)
  }
  yield* checked(cutSentences(open, true).sentences)
}

/** Answers a question; a question without an answer is noted, masked, for designers. */
export async function* assist(app: App, question: Question, limits = modelLimits): AsyncGenerator<Event> {
  const found = await retrieve(app, question)
  const plain = answerFrom(found, question.language)
  const [hall] = hallsFor(app.packs.outletsFor(app.config.region), found.place.region)
  const reply = (answer: Answer) => toAnswerReply(answer, { question: question.question, hall, language: question.language, told: found.passages.map(({ id }) => id) })
  if (plain.kind === 'unknown' && ['thing', 'absent'].includes(plain.reason)) noteUnanswered(app, { text: masked(await askedAlone(app, question), question.known), source: 'assistant', region: found.place.region })
  const { assistant } = app.config
  const told: Told[] = []
  let sources: Source[] = []
  if (assistant && plain.kind === 'answer' && atOnce < mostAtOnce) {
    atOnce += 1
    try {
      for await (const each of worded(app, assistant, question, passagesFor(found.passages, found.about), found.about, limits)) {
        told.push(each.told)
        sources = each.sources
        yield { event: 'sentence', sentence: each.told, sources }
      }
    } catch (error) {
      if (!(error instanceof OutboundFault)) throw error
      app.log.warn({ code: error.code, reason: error.message }, 'the model of the assistant did not answer')
      // Half an answer may lack what matters most.
      told.length = 0
    } finally {
      atOnce -= 1
    }
  }
  yield { event: 'answer', answer: told.length === 0 ? reply(plain) : { ...reply({ kind: 'answer', told, sources, ...(found.about ? { about: found.about } : {}) }), byModel: true } }
}
