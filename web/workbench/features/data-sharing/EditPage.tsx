// Writing about a resource: a draft that is kept, published or thrown away. What publishing takes away is said before.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { codeOf, messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { textNow, useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { toast } from '../../../ui/toasts.ts'
import { forStaff } from '../../for-staff.ts'
import { canKeep, emptyContent, takenOut, tidied } from './edition.ts'
import { EditionFields } from './EditionFields.tsx'
import { askersQuery, resourceQuery, type Content, type Resource } from './queries.ts'
import './data-sharing.css'

export const loader = forStaff(async ({ params: { resource } }) => (resource === undefined ? null : queryClient.fetchQuery(resourceQuery(resource))))

export const title = (one: Resource | null) => (one ? t('data-sharing.write.title', { name: textNow((one.draft ?? one.content ?? emptyContent).title) }) : t('data-sharing.write.newTitle'))

export function Component() {
  const { resource } = useParams()
  return resource === undefined ? <NewEdition /> : <NextEdition resource={resource} />
}

function NextEdition({ resource }: { resource: string }) {
  const { data: one } = useSuspenseQuery(resourceQuery(resource))
  return <Editor key={one.revision} one={one} />
}

function NewEdition() {
  const t = useT()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const { data: askers = [] } = useQuery(askersQuery)
  const [place, setPlace] = useState('')
  const [content, setContent] = useState(emptyContent)
  const keeper = askers.find(({ line, region }) => `${line} ${region}` === place) ?? (askers.length === 1 ? askers[0] : undefined)
  const begin = useChange(() => api('beginResource', { body: { region: keeper?.region ?? '', line: keeper?.line ?? '', content: tidied(content) } }), (one) => {
    queryClient.setQueryData(resourceQuery(one.id).queryKey, one)
    void queryClient.invalidateQueries({ queryKey: ['resources', 'list'] })
    toast(t('data-sharing.write.saved'), { tone: 'success' })
    void navigate(paths.workbenchResourceEdit({ resource: one.id }))
  })
  const ready = keeper !== undefined && canKeep(content)
  const [tried, setTried] = useState(false)
  return (
    <div className="tb-page tb-page-text tb-stack sharing-page sharing-writing">
      <p><Link href={paths.workbenchResources()}>{t('data-sharing.back')}</Link></p>
      <header><h1>{t('data-sharing.write.newTitle')}</h1><p className="tb-muted">{t('data-sharing.write.lead')}</p></header>
      {askers.length > 1 && <Select label={t('data-sharing.write.place')} required value={place} onChange={setPlace} options={askers.map(({ line, region, name }) => ({ value: `${line} ${region}`, label: textIn(name) }))} />}
      <EditionFields content={content} onChange={setContent} />
      {tried && !ready && <Notice tone="danger" live="assertive" compact>{t('data-sharing.write.invalid')}</Notice>}
      {begin.error !== null && <Notice tone="danger" live="assertive" compact>{messageOf(begin.error) ?? t('data-sharing.failed')}</Notice>}
      <div><Button busy={begin.isPending} onClick={() => { setTried(true); if (ready) begin.mutate() }}>{t('data-sharing.write.save')}</Button></div>
    </div>
  )
}

function Editor({ one }: { one: Resource }) {
  const t = useT()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const first = one.draft ?? one.content ?? emptyContent
  const [content, setContent] = useState<Content>(first)
  const [tried, setTried] = useState(false)
  const params = { resource: one.id }
  const shown = (next: Resource, words: string) => {
    queryClient.setQueryData(resourceQuery(one.id).queryKey, next)
    void queryClient.invalidateQueries({ queryKey: ['resources', 'list'] })
    toast(words, { tone: 'success' })
  }
  const conflicted = (error: unknown) => {
    if (codeOf(error) !== 'conflict') return
    toast(t('data-sharing.write.conflict'), { tone: 'warning' })
    void queryClient.invalidateQueries({ queryKey: resourceQuery(one.id).queryKey })
  }
  const save = useChange(() => api('saveResourceDraft', { params, body: { revision: one.revision, content: tidied(content) } }), (next) => shown(next, t('data-sharing.write.saved')))
  const discard = useChange(() => api('discardResourceDraft', { params, body: { revision: one.revision } }), (next) => shown(next, t('data-sharing.write.discarded')))
  const publish = useChange(() => api('publishResource', { params, body: { revision: one.revision } }), (next) => {
    shown(next, t('data-sharing.write.published'))
    void navigate(paths.workbenchResource(params))
  })
  const problem = [save.error, discard.error, publish.error].find((error) => error !== null && codeOf(error) !== 'conflict')
  const changed = content !== first
  const ready = canKeep(content)
  return (
    <div className="tb-page tb-page-text tb-stack sharing-page sharing-writing">
      <p><Link href={paths.workbenchResource(params)}>{textIn(first.title)}</Link></p>
      <header><h1>{t('data-sharing.write.title', { name: textIn(first.title) })}</h1><p className="tb-muted">{t('data-sharing.write.lead')}</p></header>
      <EditionFields content={content} onChange={setContent} />
      {tried && !ready && <Notice tone="danger" live="assertive" compact>{t('data-sharing.write.invalid')}</Notice>}
      <Consequences one={one} content={content} />
      {problem !== undefined && problem !== null && <Notice tone="danger" live="assertive" compact>{messageOf(problem) ?? t('data-sharing.failed')}</Notice>}
      <Card>
        {!changed && one.draft && one.faults.length > 0 && <ul>{one.faults.map((fault) => <li key={fault}>{t(`data-sharing.write.faults.${fault}`)}</li>)}</ul>}
        <div className="tb-row">
          <Button variant={changed ? 'primary' : 'quiet'} busy={save.isPending} onClick={() => { setTried(true); if (ready) save.mutate(undefined, { onError: conflicted }) }}>{t('data-sharing.write.save')}</Button>
          {one.draft && !changed && one.faults.length === 0 && <Button busy={publish.isPending} onClick={() => publish.mutate(undefined, { onError: conflicted })}>{t('data-sharing.write.publish')}</Button>}
          {one.draft && <Button variant="quiet" busy={discard.isPending} onClick={() => discard.mutate(undefined, { onError: conflicted })}>{t('data-sharing.write.discard')}</Button>}
        </div>
      </Card>
    </div>
  )
}

function Consequences({ one, content }: { one: Resource; content: Content }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const gone = takenOut(one, content)
  if (content.sharing.type === 'none' && one.content?.sharing.type !== 'none') return <Notice tone="warning">{t('data-sharing.write.noneWarning', { n: one.usedBy.length })}</Notice>
  return gone.length === 0 ? null : <Notice tone="warning">{t('data-sharing.write.removedWarning', { names: format.list(gone.map((field) => textIn(field.title))) })}</Notice>
}
