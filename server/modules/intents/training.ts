// Makes a model from labelled lines: multinomial logistic regression by stochastic gradient steps (AdaGrad) in an order that can be repeated,
// then one temperature, found on lines left out of training, so that a confidence of 0.9 is right nine times in ten. Pure.
import { chanceFrom, shuffled } from '../../kernel/learning/chance.ts'
import { bestTemperature, shares, type LeftOut } from '../../kernel/learning/shares.ts'
import { buckets, featuresOf } from './features.ts'
import { intentKinds, type IntentKind } from './intent.ts'
import type { Labelled, LabelledLine } from './labelled.ts'
import { scoresOf } from './model.ts'

const seed = 20_261_122
const passes = 12
const step = 0.3
const decay = 2e-5
const folds = 5
/** Lines made from each pattern, and what each counts. */
const filled = { each: 6, weight: 0.2 }
const width = intentKinds.length

type Example = { features: readonly number[]; kind: number; weight: number }

const toExample = ({ text, intent, weight }: LabelledLine): Example => ({ features: featuresOf(text), kind: intentKinds.indexOf(intent), weight })

/** Styles whose words fill patterns of a style. */
const fillers: Readonly<Record<string, readonly string[]>> = { noun: ['noun', 'official', 'name'] }

/** Lines made by putting names of things into patterns; the same ones each time. */
export const filledLines = ({ patterns, things }: Pick<Labelled, 'patterns' | 'things'>): LabelledLine[] => {
  const chance = chanceFrom(seed)
  return patterns.flatMap(({ text, intent, of }) => {
    const fitting = things.filter(({ style }) => (fillers[of] ?? [of]).includes(style))
    return Array.from({ length: fitting.length === 0 ? 0 : filled.each }, () => ({ text: text.replace('{}', fitting[Math.floor(chance() * fitting.length)]?.text ?? ''), intent, weight: filled.weight }))
  })
}

/** One step after an example; `seen` are the squares of the slopes so far, by which steps shrink. */
const learn = (weights: Float64Array, seen: Float64Array, { features, kind, weight }: Example): void => {
  const likely = shares(scoresOf(weights, features))
  const length = Math.sqrt(features.length)
  for (let each = 0; each < width; each += 1) {
    const wrong = (weight * ((likely[each] ?? 0) - (each === kind ? 1 : 0))) / length
    for (const feature of features) {
      const at = feature * width + each
      const slope = wrong + decay * (weights[at] ?? 0)
      const sum = (seen[at] ?? 0) + slope * slope
      seen[at] = sum
      weights[at] = (weights[at] ?? 0) - (step * slope) / Math.sqrt(sum + 1e-8)
    }
  }
}

const fit = (examples: readonly Example[]): Float64Array => {
  const weights = new Float64Array(buckets * width)
  const seen = new Float64Array(buckets * width)
  const telling = examples.filter(({ features }) => features.length > 0)
  const chance = chanceFrom(seed)
  for (let pass = 0; pass < passes; pass += 1) for (const example of shuffled(telling, chance)) learn(weights, seen, example)
  return weights
}

/** What was learnt. `leftOut`: each line with its shares by a model that had not seen it. */
export type Learnt = { weights: Float64Array; temperature: number; leftOut: { intent: IntentKind; shares: number[] }[] }

/** Lines made from patterns are always learnt from and never measured on. */
export const train = ({ lines, ...rest }: Labelled): Learnt => {
  const made = filledLines(rest).map(toExample)
  const parts = shuffled(lines, chanceFrom(seed)).map((line, at) => ({ intent: line.intent, example: toExample(line), part: at % folds }))
  const leftOut = Array.from({ length: folds }, (_, part) => {
    const weights = fit([...parts.filter((each) => each.part !== part).map(({ example }) => example), ...made])
    return parts.filter((each) => each.part === part).map(({ intent, example }): LeftOut & { intent: IntentKind } => ({ intent, right: example.kind, scores: scoresOf(weights, example.features) }))
  }).flat()
  const temperature = bestTemperature(leftOut)
  return {
    weights: fit([...parts.map(({ example }) => example), ...made]), temperature,
    leftOut: leftOut.map(({ intent, scores }) => ({ intent, shares: shares(scores, temperature) })),
  }
}
