// What happened to the case, oldest first: when, who, what, and the words that went with it.
// A look at a masked value is part of it.
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT, type T } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { moment } from './moment.ts'
import type { CaseAction, CaseReply, HistoryItem } from './queries.ts'
import { proposables } from './steps.ts'

const tones: Partial<Record<CaseAction, Tone>> = { requestSupplement: 'warning', grant: 'success', refuse: 'danger', decline: 'danger', deemAccepted: 'warning', beginProcedure: 'warning', extend: 'warning', terminate: 'danger', correctResult: 'warning', revoke: 'danger', cancel: 'danger', propose: 'warning', deemExtended: 'success' }

export function CaseHistory({ one }: { one: CaseReply }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const nameOf = (concept: unknown): string => {
    const found = one.content.find((item) => item.concept === concept)
    return found ? textIn(found.name) : ''
  }
  return (
    <Card title={t('cases.history.title')}>
      <Timeline
        label={t('cases.history.title')}
        items={one.history.map((entry, index) => {
          const details = wordsOf(entry, t, format.list)
          return {
            id: `${index}`,
            dateTime: entry.at,
            time: moment(entry.at),
            text: `${actorOf(entry, t)} ${actionText(entry, nameOf(entry.detail['concept']), t)}`,
            ...(details.length > 0 ? { detail: details.map((line) => <div key={line}>{line}</div>) } : {}),
            tone: tones[entry.action] ?? 'neutral',
          }
        })}
      />
    </Card>
  )
}

export const actorOf = ({ actorKind, actorName }: HistoryItem, t: T): string => (actorKind === 'system' ? t('cases.history.system') : actorName)

export function actionText({ action, detail }: HistoryItem, name: string, t: T): string {
  if (action === 'reveal') return t('cases.history.reveal', { name })
  if (action === 'beginProcedure' || action === 'endProcedure') return t(`cases.history.${action}`, { name: kindIn(detail, t) })
  if (action === 'propose') return t('cases.history.propose', { name: proposedIn(detail, t) })
  if (action === 'extend') return t('cases.history.extend', { days: Number(detail['days'] ?? 0) })
  return action === 'handOver' ? t('cases.history.handOver', { name: textOf(detail['toName']) }) : t(`cases.history.${action}`)
}

/** The special procedure an entry speaks of. */
function kindIn(detail: HistoryItem['detail'], t: T): string {
  const kind = kinds.find((each) => each === detail['kind'])
  return kind ? t(`handling.kinds.${kind}`) : t('handling.procedures.title')
}

/** What an entry proposes. */
function proposedIn(detail: HistoryItem['detail'], t: T): string {
  const proposed = proposables.find((each) => each === detail['proposes'])
  return proposed ? t(`cases.actions.${proposed}`) : ''
}

const kinds = ['hearing', 'inspection', 'testing', 'quarantine', 'appraisal', 'review'] as const

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** The words an entry carries: reasons, opinion, what was asked for, the number of the result. */
function wordsOf({ detail }: HistoryItem, t: T, list: (items: readonly string[]) => string): string[] {
  const items = Array.isArray(detail['items']) ? detail['items'].flatMap((item: unknown) => (typeof item === 'object' && item !== null && 'what' in item ? [textOf(item.what)] : [])) : []
  return [
    detail['automatic'] === true ? t('cases.history.automatic') : '',
    textOf(detail['result']) && t('cases.history.result', { number: textOf(detail['result']) }),
    textOf(detail['reasons']) && t('cases.history.reasons', { text: textOf(detail['reasons']) }),
    textOf(detail['reason']) && t('cases.history.reasons', { text: textOf(detail['reason']) }),
    textOf(detail['inNameOf']) && t('cases.history.inNameOf', { name: textOf(detail['inNameOf']) }),
    textOf(detail['outcome']) && t('cases.history.outcome', { text: textOf(detail['outcome']) }),
    textOf(detail['record']) && t('cases.history.note', { text: textOf(detail['record']) }),
    textOf(detail['law']) && t('cases.history.law', { text: textOf(detail['law']) }),
    textOf(detail['text']) && t(detail['agree'] === true ? 'cases.history.agree' : 'cases.history.disagree', { text: textOf(detail['text']) }),
    textOf(detail['opinion']) && t('cases.history.opinion', { text: textOf(detail['opinion']) }),
    items.length > 0 ? t('cases.history.items', { text: list(items) }) : '',
    textOf(detail['note']) && t('cases.history.note', { text: textOf(detail['note']) }),
  ].filter((line) => line !== '')
}
