// One step for many cases: what has to be said, then what would happen to each (the server tries it and takes it back), then what came
// of each. What cannot be done stays as it is; where there is a way back it is offered.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { change, useChange } from '../../../shared/changing.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Loading } from '../../../ui/States.tsx'
import { toast } from '../../../ui/toasts.ts'
import { refreshLists, type QueueItem } from '../queue/queries.ts'
import { asksFirst, bodyOf, isSaid, noWords, wayBack, type BulkAction, type Words } from './bulk.ts'
import { BulkWords } from './BulkWords.tsx'
import { OutcomeList } from './OutcomeList.tsx'
import { sharedColleaguesQuery, type BulkOutcome } from './queries.ts'

interface Props {
  action: BulkAction
  items: readonly QueueItem[]
  /** Told whether anything was done. */
  onClose: (changed: boolean) => void
}

type Asked = { action: BulkAction; items: { id: string; revision: number }[]; rehearse: boolean; words: Words }

const send = ({ action, items, rehearse, words }: Asked) => api('actOnCases', { body: { action, items, rehearse, ...bodyOf(action, words) } })

export function BulkDialog({ action, items, onClose }: Props) {
  const t = useT()
  const [words, setWords] = useState(noWords)
  const [tried, setTried] = useState<readonly BulkOutcome[]>()
  const [done, setDone] = useState<readonly BulkOutcome[]>()
  const asking = useChange(send)
  const { data: colleagues } = useQuery({ ...sharedColleaguesQuery(items.map(({ id }) => id)), ...(action === 'handOver' ? {} : { enabled: false }) })
  const asked = items.map(({ id, revision }) => ({ id, revision }))
  const rehearse = () => asking.mutate({ action, items: asked, rehearse: true, words }, { onSuccess: ({ outcomes }) => setTried(outcomes) })
  // A step that needs no words is tried as soon as the dialog opens.
  const { data: triedAtOnce, isError: cannotTry } = useQuery({
    queryKey: ['cases', 'rehearsal', action, asked.map(({ id, revision }) => `${id} ${revision}`).join()], queryFn: () => change(() => send({ action, items: asked, rehearse: true, words })), enabled: !asksFirst(action), staleTime: 0, gcTime: 0, refetchOnWindowFocus: false,
  })
  const preview = tried ?? triedAtOnce?.outcomes
  const possible = (preview ?? []).filter(({ outcome }) => outcome !== 'refused')
  const perform = () => {
    const chosen = asked.filter(({ id }) => possible.some((each) => each.id === id))
    asking.mutate({ action, items: chosen, rehearse: false, words }, {
      onSuccess: ({ outcomes }) => {
        setDone(outcomes)
        void refreshLists()
      },
    })
  }
  const undo = () => {
    const back = wayBack[action]
    const changed = (done ?? []).flatMap(({ id, outcome, revision }) => (outcome === 'done' && revision !== null ? [{ id, revision }] : []))
    if (!back) return
    asking.mutate({ action: back, items: changed, rehearse: false, words: noWords }, {
      onSuccess: ({ outcomes }) => {
        toast(t('desk.bulk.undone', { n: outcomes.filter(({ outcome }) => outcome === 'done').length }), { tone: 'success' })
        void refreshLists()
        onClose(true)
      },
    })
  }
  const close = () => onClose(done !== undefined)
  const ready = isSaid(action, words)
  return (
    <Dialog
      open
      stay
      size="wide"
      onClose={close}
      title={t(`desk.bulk.title.${action}`, { n: items.length })}
      footer={
        done ? (
          <>
            {wayBack[action] && done.some(({ outcome }) => outcome === 'done') && <Button variant="quiet" busy={asking.isPending} onClick={undo}>{t('desk.bulk.undo')}</Button>}
            <Button onClick={close}>{t('desk.bulk.close')}</Button>
          </>
        ) : preview ? (
          possible.length > 0 && <Button busy={asking.isPending} onClick={perform}>{t('desk.bulk.go', { n: possible.length })}</Button>
        ) : (
          asksFirst(action) && <Button busy={asking.isPending} {...(ready ? {} : { disabledReason: t(action === 'handOver' ? 'desk.bulk.colleague' : 'desk.bulk.what') })} onClick={rehearse}>{t('desk.bulk.preview')}</Button>
        )
      }
    >
      <div className="tb-stack">
        {(asking.isError || cannotTry) && <Notice tone="danger" live="assertive">{t('desk.bulk.error')}</Notice>}
        {!preview && !done && (asksFirst(action) ? <BulkWords action={action} words={words} onChange={setWords} colleagues={colleagues} /> : !cannotTry && <Loading label={t('desk.bulk.previewing')} lines={3} />)}
        {preview && !done && <OutcomeList items={items} outcomes={preview} rehearsed />}
        {done && <OutcomeList items={items} outcomes={done} />}
      </div>
    </Dialog>
  )
}
