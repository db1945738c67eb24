// What happened so far, newest first: who did what, when.
// Append-only on the server; here it is only put into words.
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { Card } from '../../../ui/Card.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import type { Tone } from '../../../ui/tone.ts'
import type { Tracking } from './queries.ts'

type HistoryLine = Tracking['history'][number]

const tones: Record<HistoryLine['action'], Tone> = {
  submit: 'azure', release: 'azure', claim: 'neutral', putBack: 'neutral', handOver: 'neutral', accept: 'azure', requestSupplement: 'attention', answerSupplement: 'azure',
  grant: 'success', refuse: 'danger', decline: 'danger', withdraw: 'neutral', stop: 'neutral', reveal: 'neutral', precheck: 'neutral', deemAccepted: 'azure', forward: 'neutral', sendBack: 'neutral',
  askOpinion: 'neutral', giveOpinion: 'neutral', noteSilence: 'neutral', beginProcedure: 'attention', endProcedure: 'azure', extend: 'attention', terminate: 'neutral', deliver: 'success', correctResult: 'attention', revoke: 'danger', cancel: 'neutral',
  propose: 'attention', dropProposal: 'neutral', returnProposal: 'azure', answerProposal: 'azure', callHearing: 'attention', recordHearing: 'azure', deemExtended: 'success', replace: 'neutral', takeCorrection: 'azure', countDay: 'neutral',
}

/** @param folded shows the latest line, and the rest on demand */
export function HistoryCard({ tracking: { cases, history }, folded }: { tracking: Tracking; folded: boolean }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const year = thisYear()
  const who = ({ actorKind, actorName, acting }: HistoryLine) => (acting ? actorName : actorKind === 'person' ? t('applications.history.you') : actorKind === 'staff' ? actorName : t('applications.history.system'))
  const names = new Map(cases.map(({ service, name }) => [service, name]))
  const nameOf = (service: string) => textIn(names.get(service) ?? { 'zh-CN': service })
  const items = history.toReversed().map((line, index) => ({
    id: `${index}`,
    dateTime: line.at,
    time: formatMoment(line.at, year),
    text: t(`applications.history.actions.${line.action}`, { who: who(line), services: format.list(line.services.map(nameOf)) }),
    tone: tones[line.action],
  }))
  const shown = folded ? items.slice(0, 1) : items
  const rest = items.slice(shown.length)
  return (
    <Card title={t('applications.history.title')}>
      <Timeline label={t('applications.history.title')} items={shown} />
      {rest.length > 0 && (
        <details className="applications-details">
          <summary>{t('applications.history.earlier', { n: rest.length })}</summary>
          <Timeline label={t('applications.history.earlier', { n: rest.length })} items={rest} />
        </details>
      )}
    </Card>
  )
}
