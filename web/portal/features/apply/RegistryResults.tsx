// What the registries answered, what they did not and why, and what that means for the person.
// A registry that is down can be asked again; until then the person fills in, and is told so.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { Answer } from '../../../../server/modules/planning/index.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { ConceptValue } from '../../../shared/form/ConceptField.tsx'
import { useFieldContext } from '../../../shared/form/useFieldContext.ts'
import { useFormat } from '../../../shared/format.ts'
import { useLanguage, useT } from '../../../shared/i18n/store.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { ChooseRecords } from './ChooseRecord.tsx'
import { useNames } from './names.ts'
import { keepDraft, type Draft } from './queries.ts'
import { listOpenChoices, listSilent, mayBeAsked, type RegistryView } from './registries.ts'
import { nextHref } from './tasks.ts'
import { useHeadingFocus } from './useHeadingFocus.ts'

interface Props {
  draft: Draft
  catalogue: Catalogue
  views: readonly RegistryView[]
  /** Whether they were asked just now: the focus then goes to what came of it. */
  fresh: boolean
  onChoose: () => void
}

export function RegistryResults({ draft, catalogue, views, fresh, onChoose }: Props) {
  const t = useT()
  const heading = useHeadingFocus(fresh)
  const found = new Set(views.flatMap(({ answered }) => answered)).size
  const isChoosing = listOpenChoices(draft).length > 0
  return (
    <div className="tb-stack">
      <div className="apply-head">
        <h1 ref={heading} tabIndex={-1}>{isChoosing ? t('apply.records.heading') : found > 0 ? t('apply.registries.found', { n: found }) : t('apply.registries.foundNothing')}</h1>
        <p>{isChoosing ? t('apply.records.headingHint') : found > 0 ? t('apply.registries.foundHint') : t('apply.registries.foundNothingHint')}</p>
      </div>
      <ChooseRecords draft={draft} catalogue={catalogue} />
      <Silent draft={draft} catalogue={catalogue} views={views} />
      <div className="tb-row">
        {!isChoosing && <LinkButton href={nextHref(draft, catalogue, 'registries')}>{t('common.continue')}</LinkButton>}
        <Button variant="plain" onClick={onChoose}>{t('apply.registries.rethink')}</Button>
      </div>
      <Card title={t('apply.registries.sources')}>
        <ul className="apply-recipients">
          {views.map((view) => <Result key={view.registry} view={view} draft={draft} catalogue={catalogue} />)}
        </ul>
      </Card>
    </div>
  )
}

/** Registries that did not answer, with a way to ask them again. */
function Silent({ draft, catalogue, views }: Pick<Props, 'draft' | 'catalogue' | 'views'>) {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  /** To the second: most pauses are shorter than a minute. */
  const timeOf = (instant: string) => new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Shanghai' }).format(new Date(instant))
  const names = useNames(catalogue)
  const silent = listSilent(views)
  const again = useChange(async () => keepDraft(await api('lookUpAgain', { params: { id: draft.id } })))
  if (silent.length === 0) return null
  // They were tried in vain already: from when on is the next time worth it.
  const later = again.isPending ? undefined : silent.flatMap(({ registry }) => draft.retry[registry] ?? []).sort((a, b) => (a.at < b.at ? 1 : -1))[0]
  return (
    <Notice
      tone="warning"
      live="polite"
      title={t('apply.registries.silent', { registries: format.list(silent.map(({ registry }) => names.registry(registry))) })}
      actions={<Button variant="quiet" busy={again.isPending} onClick={() => again.mutate()}>{t('apply.registries.again')}</Button>}
    >
      <p>{t('apply.registries.silentHint')}</p>
      {later && <p>{t(`apply.registries.later.${later.because}`, { time: timeOf(later.at) })}</p>}
      {again.error !== null && <p>{messageOf(again.error) ?? t('apply.failed')}</p>}
    </Notice>
  )
}

function Result({ view, draft, catalogue }: { view: RegistryView; draft: Draft; catalogue: Catalogue }) {
  const t = useT()
  const context = useFieldContext(catalogue.regions)
  const names = useNames(catalogue)
  const values = new Map(draft.plan.concepts.map(({ concept, value }) => [concept, value ?? null]))
  const choosing = listOpenChoices(draft).includes(view.registry)
  const shown = (concept: string, value: Answer) => {
    const definition = catalogue.concepts[concept]
    return definition ? <ConceptValue concept={definition} value={value} context={context} /> : String(value)
  }
  return (
    <li>
      <span className="apply-outcome">
        <b>{names.registry(view.registry)}</b>
        {choosing ? <Chip tone="attention">{t('apply.records.toChoose')}</Chip> : <Outcome view={view} />}
      </span>
      {view.answered.length > 0 ? (
        <details className="apply-details">
          <summary>{t('apply.registries.show', { n: view.answered.length })}</summary>
          <KeyValue lines items={view.answered.map((concept) => ({ id: concept, label: names.concept(concept), value: shown(concept, values.get(concept) ?? null) }))} />
        </details>
      ) : choosing ? (
        <p className="tb-muted">{t('apply.records.means')}</p>
      ) : (
        <p className="tb-muted">{t(`apply.registries.means.${mayBeAsked(view) ? view.state : 'declined'}`)}</p>
      )}
    </li>
  )
}

const tones = { answers: 'success', noRecord: 'neutral', unavailable: 'warning', notAsked: 'neutral', declined: 'neutral' } as const

function Outcome({ view }: { view: RegistryView }) {
  const t = useT()
  const state = mayBeAsked(view) ? view.state : 'declined'
  return <Chip tone={tones[state]}>{state === 'answers' ? t('apply.registries.answers', { n: view.answered.length }) : t(`apply.registries.states.${state}`)}</Chip>
}
