// Systems of authorities that may ask through the exchange: connecting one with its public key, and taking one off.
// What each is given follows from its grants; here stands only who it is.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { codeOf, logIdOf, messageOf } from '../../../shared/failure.ts'
import { formatMoment } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { forStaff } from '../../for-staff.ts'
import { readKey } from './public-key.ts'
import { consumersQuery, type Consumer, type Consumers } from './queries.ts'
import { Views } from './Views.tsx'

const mayConnect = (roles: readonly string[] | undefined): boolean => roles?.some((role) => role === 'operator' || role === 'steward') === true

export const loader = forStaff(async () => null)

export const title = () => t('data-sharing.systems.title')

export function Component() {
  const t = useT()
  const { person } = useSession()
  return (
    <div className="tb-page tb-stack sharing-page">
      <header>
        <h1>{t('data-sharing.systems.title')}</h1>
        <p className="tb-muted">{t('data-sharing.systems.lead')}</p>
      </header>
      <Views current="systems" />
      {mayConnect(person?.roles) ? <Systems /> : <Notice compact tone="neutral">{t('data-sharing.systems.notMine')}</Notice>}
    </div>
  )
}

function Systems() {
  const t = useT()
  const textIn = useTextIn()
  const { data, error, refetch, isFetching } = useQuery(consumersQuery)
  const [leaving, setLeaving] = useState<Consumer>()
  if (error) return <ErrorState logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
  if (!data) return <Loading />
  const columns: Column<Consumer>[] = [
    { key: 'name', header: t('data-sharing.systems.system'), cell: (one) => <>{one.name}<br /><code className="sharing-code">{one.id}</code></> },
    { key: 'authority', header: t('data-sharing.systems.authority'), cell: (one) => textIn(one.authorityName) },
    { key: 'key', header: t('data-sharing.systems.thumbprint'), cell: (one) => <code className="sharing-code">{one.kid}</code> },
    { key: 'since', header: t('data-sharing.systems.since'), cell: (one) => formatMoment(one.since, thisYear()) },
    { key: 'state', header: t('data-sharing.systems.state'), cell: (one) => (one.until === null ? <Chip tone="success">{t('data-sharing.systems.works')}</Chip> : <Chip>{t('data-sharing.systems.off', { day: formatMoment(one.until, thisYear()) })}</Chip>) },
    { key: 'end', header: '', cell: (one) => (one.until === null ? <Button variant="quiet" onClick={() => setLeaving(one)}>{t('data-sharing.systems.end')}<VisuallyHidden> {one.name}</VisuallyHidden></Button> : null) },
  ]
  return (
    <>
      <Card title={t('data-sharing.systems.title')}>
        <Table caption={t('data-sharing.systems.title')} rows={data.consumers} rowKey={({ id }) => id} columns={columns} empty={<EmptyState icon="search" title={t('data-sharing.systems.empty')}><p>{t('data-sharing.systems.emptyText')}</p></EmptyState>} />
      </Card>
      <ConnectForm key={data.consumers.length} authorities={data.authorities} />
      {leaving && <EndDialog one={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  )
}

const reread = (): void => void queryClient.invalidateQueries({ queryKey: consumersQuery.queryKey })

const blank = { authority: '', code: '', name: '', key: '', callback: '' }

function ConnectForm({ authorities }: Pick<Consumers, 'authorities'>) {
  const t = useT()
  const textIn = useTextIn()
  const [fields, setFields] = useState(blank)
  const [tried, setTried] = useState(false)
  const set = (change: Partial<typeof blank>) => setFields({ ...fields, ...change })
  const keyOf = ({ line, region }: Consumers['authorities'][number]): string => `${line} ${region}`
  const authority = authorities.find((each) => keyOf(each) === fields.authority)
  const jwk = readKey(fields.key)
  const callback = fields.callback.trim()
  const wrong = {
    authority: authority ? undefined : t('ui.select.choose'),
    code: /^[a-z0-9][a-z0-9.-]{1,39}$/.test(fields.code.trim()) ? undefined : t('data-sharing.systems.codeWrong'),
    name: fields.name.trim().length >= 2 ? undefined : t('data-sharing.systems.nameMissing'),
    key: typeof jwk === 'object' ? undefined : t(jwk === 'private' ? 'data-sharing.systems.keyPrivate' : 'data-sharing.systems.keyWrong'),
    callback: callback === '' || (callback.startsWith('https://') && URL.canParse(callback)) ? undefined : t('data-sharing.systems.callbackWrong'),
  }
  const isReady = Object.values(wrong).every((each) => each === undefined)
  const shown = (problem: string | undefined) => (tried ? problem : undefined)
  const { mutate, isPending, error } = useChange(
    () => api('addExchangeConsumer', { body: { id: fields.code.trim(), name: fields.name.trim(), line: authority?.line ?? '', region: authority?.region ?? '', jwk: typeof jwk === 'object' ? jwk : { kty: 'EC', crv: 'P-256', x: '', y: '' }, ...(callback === '' ? {} : { callback }) } }),
    () => {
      toast(t('data-sharing.systems.added'), { tone: 'success' })
      reread()
    },
  )
  const taken = codeOf(error) === 'conflict'
  return (
    <Card title={t('data-sharing.systems.add')}>
      <form className="tb-page-text tb-stack" noValidate onSubmit={(event) => { event.preventDefault(); setTried(true); if (isReady) mutate() }}>
        <Select label={t('data-sharing.systems.authority')} required value={fields.authority} onChange={(value) => set({ authority: value })} options={authorities.map((each) => ({ value: keyOf(each), label: textIn(each.name) }))} error={shown(wrong.authority)} />
        <TextInput label={t('data-sharing.systems.name')} required maxLength={100} value={fields.name} onChange={(name) => set({ name })} error={shown(wrong.name)} />
        <TextInput label={t('data-sharing.systems.code')} hint={t('data-sharing.systems.codeHint')} required maxLength={40} value={fields.code} onChange={(code) => set({ code })} error={shown(wrong.code) ?? (taken ? t('data-sharing.systems.codeTaken') : undefined)} />
        <TextArea label={t('data-sharing.systems.key')} hint={t('data-sharing.systems.keyHint')} required rows={4} value={fields.key} onChange={(key) => set({ key })} error={shown(wrong.key)} />
        <TextInput label={t('data-sharing.systems.callback')} hint={t('data-sharing.systems.callbackHint')} maxLength={300} value={fields.callback} onChange={(value) => set({ callback: value })} error={shown(wrong.callback)} />
        {error !== null && !taken && <Notice tone="danger" live="assertive" compact>{messageOf(error) ?? t('data-sharing.failed')}</Notice>}
        <div><Button type="submit" busy={isPending}>{t('data-sharing.systems.send')}</Button></div>
      </form>
    </Card>
  )
}

function EndDialog({ one, onClose }: { one: Consumer; onClose: () => void }) {
  const t = useT()
  const { mutate, isPending, error } = useChange(() => api('endExchangeConsumer', { params: { id: one.id } }), () => {
    toast(t('data-sharing.systems.ended'))
    reread()
    onClose()
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('data-sharing.systems.endTitle', { name: one.name })}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="danger" busy={isPending} onClick={() => mutate()}>{t('data-sharing.systems.end')}</Button>
        </>
      }
    >
      <p>{t('data-sharing.systems.endText')}</p>
      {error !== null && <Notice tone="danger" live="assertive" compact>{messageOf(error) ?? t('data-sharing.failed')}</Notice>}
    </Dialog>
  )
}
