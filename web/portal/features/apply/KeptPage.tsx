// A draft whose matter is not offered at present: says so, and shows everything typed so far to read, to take along or to throw away.
// When the matter is back, the way on leads from here too.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import type { Reply } from '../../../api/client.ts'
import { formatMoment } from '../../../shared/format.ts'
import { textNow, useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { saveFile } from '../../../shared/save-file.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { DiscardDraft } from './DiscardDraft.tsx'
import { applicationIn, keptQuery } from './queries.ts'

type Kept = Reply<'getKept'>

export const loader = async ({ params }: LoaderFunctionArgs) => ({ kept: await queryClient.fetchQuery(keptQuery(applicationIn(params))) })

export const title = ({ kept }: { kept: Kept }) => textNow(kept.matterName)

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const { data: kept } = useSuspenseQuery(keptQuery(useParams()['application'] ?? ''))
  const { id, answers, uploads, offered } = kept
  const name = textIn(kept.matterName)
  const lines = answers.map((each) => ({ id: each.concept, label: textIn(each.name), value: textIn(each.display) }))
  return (
    <div className="tb-page tb-page-text tb-stack-l">
      <Breadcrumbs items={[{ label: t('shell.nav.applications'), href: paths.applications() }, { label: name }]} />
      <h1>{name}</h1>
      {offered
        ? <Notice tone="success" actions={<LinkButton href={paths.apply({ application: id })}>{t('apply.kept.goOn')}</LinkButton>}>{t('apply.kept.back')}</Notice>
        : <Notice tone="warning" title={t('apply.kept.notOffered')}>{t('apply.kept.safe')}</Notice>}
      <Card title={t('apply.kept.answers')} aside={<small className="tb-muted">{t('applications.list.filled', { n: answers.length, time: formatMoment(kept.updatedAt, thisYear()) })}</small>}>
        {lines.length > 0 ? <KeyValue lines items={lines} /> : <p className="tb-muted">{t('apply.kept.none')}</p>}
      </Card>
      {uploads.length > 0 && (
        <Card title={t('apply.kept.uploads')}>
          <ul>
            {uploads.map((upload) => <li key={upload.id}><a href={`/api/v1/applications/${id}/uploads/${upload.id}`} download={upload.name}>{upload.name}</a></li>)}
          </ul>
        </Card>
      )}
      <div className="tb-row">
        {lines.length > 0 && <Button variant="quiet" onClick={() => saveFile(`${name}.txt`, `\uFEFF${[name, ...lines.map(({ label, value }) => `${label}: ${value}`)].join('\r\n')}`, 'text/plain;charset=utf-8')}>{t('apply.kept.download')}</Button>}
        <DiscardDraft draft={{ id, matterName: kept.matterName }} />
      </div>
    </div>
  )
}
