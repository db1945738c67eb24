// One record I said is wrong: who answers by when, both values, what happened, and what I can still do.
// An answer can be objected to once; until it is answered, proof can be added or the request withdrawn.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { addressOf, api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { formatMoment } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FileInput, type ChosenFile } from '../../../ui/FileInput.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { toast } from '../../../ui/toasts.ts'
import { accepted, disputeQuery, keepDispute, largest, sendProof, type OwnDispute } from './queries.ts'
import { Standing } from './Standing.tsx'

export const loader = ({ params }: { params: Record<string, string | undefined> }) => queryClient.fetchQuery(disputeQuery(params['dispute'] ?? ''))

export const title = (one: OwnDispute) => t('disputes.one.title', { name: one.conceptName })

const longest = 2000

export function Component() {
  const t = useT()
  const { dispute = '' } = useParams()
  const { data: one } = useSuspenseQuery(disputeQuery(dispute))
  return (
    <div className="tb-page tb-page-text tb-stack">
      <header>
        <Breadcrumbs items={[{ label: t('disputes.back'), href: paths.myData() }, { label: t('disputes.title'), href: paths.disputes() }, { label: t('disputes.one.title', { name: one.conceptName }) }]} />
        <h1>{t('disputes.one.title', { name: one.conceptName })}</h1>
        <p className="tb-row"><Standing one={one} /></p>
      </header>
      {one.state === 'corrected' && <Corrected one={one} />}
      {one.can.object && one.shownAt === null && <Objection one={one} />}
      <Card>
        <KeyValue
          lines
          items={[
            { id: 'who', label: t('disputes.one.who'), value: one.authorityName },
            { id: 'register', label: t('disputes.one.register'), value: one.registryName },
            { id: 'recorded', label: t('disputes.one.recorded'), value: one.recorded ?? t('disputes.new.unknown') },
            { id: 'claimed', label: t('disputes.one.claimed'), value: one.claimed },
            ...(one.corrected === null ? [] : [{ id: 'corrected', label: t('disputes.one.corrected'), value: <b>{one.corrected}</b> }]),
            { id: 'explanation', label: t('disputes.one.explanation'), value: one.explanation },
          ]}
        />
        {one.applicationId !== null && <LinkButton variant="quiet" href={paths.apply({ application: one.applicationId })}>{t('disputes.one.follow')}</LinkButton>}
      </Card>
      {(one.files.length > 0 || one.can.attach) && <Proof one={one} />}
      <Card title={t('disputes.one.history')}>
        <Timeline
          label={t('disputes.one.history')}
          items={one.history.map(({ action, at, byName, reasons }, index) => ({
            id: String(index), dateTime: at, time: formatMoment(at, thisYear()), text: t(`disputes.actions.${action}`),
            ...(reasons === null ? {} : { detail: byName === '' ? reasons : t('disputes.one.by', { who: byName, text: reasons }) }),
          }))}
        />
      </Card>
      {one.can.object && one.shownAt !== null && <Objection one={one} />}
      {one.can.withdraw && <Withdraw one={one} />}
      <SignedOutDialog />
    </div>
  )
}

/** Whether the registry really shows what the authority says it has corrected. */
function Corrected({ one }: { one: OwnDispute }) {
  const t = useT()
  if (one.shownAt !== null) return <Notice tone="success"><p>{t('disputes.one.shown', { time: formatMoment(one.shownAt, thisYear()) })}</p></Notice>
  return (
    <Notice tone="warning">
      {one.entry !== null && <p>{t(`disputes.one.entry.${one.entry}`)}</p>}
      <p>{t('disputes.one.notShown')}</p>
    </Notice>
  )
}

function Objection({ one }: { one: OwnDispute }) {
  const t = useT()
  const [reasons, setReasons] = useState('')
  const [tried, setTried] = useState(false)
  const isShort = reasons.trim().length < 2
  const { mutate, isPending, error } = useChange(() => api('objectToAnswer', { params: { id: one.id }, body: { reasons: reasons.trim() } }), (reply) => {
    keepDispute(reply)
    toast(t('disputes.one.object.done'))
  })
  return (
    <Card title={t('disputes.one.object.title')}>
      <div className="tb-stack">
        <p>{t('disputes.one.object.text')}</p>
        <TextArea label={t('disputes.one.object.label')} required rows={3} limit={longest} value={reasons} onChange={setReasons} error={tried && isShort ? t('disputes.new.short') : undefined} />
        {error !== null && <Notice tone="danger" live="assertive">{messageOf(error) ?? t('disputes.one.failed')}</Notice>}
        <div>
          <Button
            variant="ghost"
            busy={isPending}
            onClick={() => {
              setTried(true)
              if (!isShort) mutate()
            }}
          >
            {t('disputes.one.object.send')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

function Proof({ one }: { one: OwnDispute }) {
  const t = useT()
  const [failed, setFailed] = useState<readonly ChosenFile[]>([])
  const add = async (files: File[]) => {
    const left = await sendProof(one.id, files)
    setFailed(left.map(({ file, error }) => ({ id: file.name, name: file.name, bytes: file.size, state: 'failed' as const, error: messageOf(error) ?? t('ui.file.failed') })))
    await queryClient.invalidateQueries({ queryKey: disputeQuery(one.id).queryKey })
  }
  return (
    <Card title={t('disputes.one.files')}>
      <div className="tb-stack">
        {one.files.length > 0 && <ul>{one.files.map((file) => <li key={file.id}><Link href={addressOf('getOwnDisputeFile', { id: one.id, file: file.id })}>{file.name}</Link></li>)}</ul>}
        {one.can.attach && <FileInput label={t('disputes.one.attach')} optional multiple camera accept={accepted} maxBytes={largest} files={failed} onAdd={(files) => void add(files)} onRemove={(id) => setFailed(failed.filter((each) => each.id !== id))} />}
      </div>
    </Card>
  )
}

function Withdraw({ one }: { one: OwnDispute }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const { mutate, isPending, error } = useChange(() => api('withdrawDispute', { params: { id: one.id } }), (reply) => {
    keepDispute(reply)
    setOpen(false)
    toast(t('disputes.one.withdraw.done'))
  })
  return (
    <div>
      <Button variant="plain" onClick={() => setOpen(true)}>{t('disputes.one.withdraw.action')}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('disputes.one.withdraw.title')}
        footer={<><Button variant="quiet" onClick={() => setOpen(false)}>{t('common.cancel')}</Button><Button variant="danger" busy={isPending} onClick={() => mutate()}>{t('disputes.one.withdraw.action')}</Button></>}
      >
        <p>{t('disputes.one.withdraw.text')}</p>
        {error !== null && <Notice tone="danger" live="assertive">{messageOf(error) ?? t('disputes.one.failed')}</Notice>}
      </Dialog>
    </div>
  )
}
