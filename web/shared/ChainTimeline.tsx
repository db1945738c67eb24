// Who has held something since when, under which duty: the chain of responsibility as a line of time, the present holder first.
import type { Reply } from '../api/client.ts'
import { Timeline } from '../ui/Timeline.tsx'
import { formatMoment, useFormat } from './format.ts'
import { useTextIn } from './i18n/content.ts'
import { useT } from './i18n/store.ts'
import { thisYear } from './now.ts'

export type Chain = Reply<'getChains'>['chains'][number]
export type Link = Chain['links'][number]

/** The day something is due, in words; nothing for what is over. */
export function useDueText(): (link: Link) => string {
  const t = useT()
  const format = useFormat()
  return ({ holder, duty, dueOn, lawfulOn }) => {
    if (dueOn === null) return ''
    if (holder === 'hall') return t(duty === 'underway' ? 'cross-region.chain.dueOn' : 'cross-region.chain.handOn', { day: format.day(dueOn) })
    return [t('cross-region.chain.dueOn', { day: format.day(dueOn) }), lawfulOn ? t('cross-region.chain.lawfulOn', { day: format.day(lawfulOn) }) : ''].filter((each) => each !== '').join(' · ')
  }
}

export function ChainTimeline({ chain, label }: { chain: Chain; label: string }) {
  const t = useT()
  const textIn = useTextIn()
  const due = useDueText()
  return (
    <Timeline
      label={label}
      items={chain.links.toReversed().map((link, index) => ({
        id: `${index}`, dateTime: link.from, time: formatMoment(link.from, thisYear()), tone: link.until === null ? 'azure' : 'neutral',
        text: t(`cross-region.chain.duty.${link.duty}`, { name: textIn(link.name) }),
        detail: [link.holder === 'applicant' ? '' : link.by === '' || link.by === 'rules' ? '' : t('cross-region.chain.by', { name: link.by }), due(link)].filter((each) => each !== '').join(' · ') || undefined,
      }))}
    />
  )
}
