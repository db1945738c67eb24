// Why a service of a matter is not done, or not yet certain, and which answer would change that: in words.
// The planner says which answers decide; here they are named like on the page of questions.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { Answer, Answers, PlannedService } from '../../../../server/modules/planning/plan.ts'
import type { Texts } from '../../../../server/kernel/texts.ts'
import type { useFormat } from '../../../shared/format.ts'
import type { useT } from '../../../shared/i18n/store.ts'

interface Words {
  t: ReturnType<typeof useT>
  textIn: (texts: Texts) => string
  format: Pick<ReturnType<typeof useFormat>, 'list'>
}

/** undefined for a service that is done, or that the applicant left out by name: there is nothing to explain. */
export function reasonOf({ state, dependsOnAnswers, changedBy, leftOutWith }: PlannedService, catalogue: Catalogue, matter: string, answers: Answers, { t, textIn, format }: Words): string | undefined {
  const questionOf = (concept: string): string =>
    textIn(catalogue.matters[matter]?.scenario.find((each) => each.concept === concept)?.ask ?? catalogue.concepts[concept]?.name ?? { 'zh-CN': concept })
  const answerOf = (concept: string, answer: Answer): string => {
    if (typeof answer === 'boolean') return t(answer ? 'common.yes' : 'common.no')
    const choice = catalogue.concepts[concept]?.constraint.choices?.find(({ value }) => value === answer)
    return choice ? textIn(choice.name) : String(answer ?? '')
  }
  const quoted = (concept: string, all: readonly Answer[]): string => all.map((answer) => t('matters.services.quoted', { text: answerOf(concept, answer) })).join(t('matters.services.or'))
  if (leftOutWith.length > 0) return t('matters.services.leftWith', { services: format.list(leftOutWith.map((id) => textIn(catalogue.services[id]?.name ?? { 'zh-CN': id }))) })
  if (state === 'undecided') return dependsOnAnswers.length > 0 ? t('matters.services.dependsOn', { questions: dependsOnAnswers.map(questionOf).join(' ') }) : undefined
  if (state !== 'excluded') return undefined
  const ways = changedBy.map(({ concept, answers: others }) => {
    const given = answers[concept]
    const because = given === undefined || given === null ? questionOf(concept) : t('matters.services.answered', { question: questionOf(concept), answer: answerOf(concept, given) })
    return t('matters.services.wouldChange', { because, answers: quoted(concept, others) })
  })
  if (ways.length > 0) return ways.join(' ')
  return dependsOnAnswers.length > 0 ? t('matters.services.decidedBy', { questions: dependsOnAnswers.map(questionOf).join(' ') }) : undefined
}
