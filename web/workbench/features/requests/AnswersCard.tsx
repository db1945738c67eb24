// Answers of all rounds, the newest first: drafts with what the check found, released ones as the reporter reads them.
// Who wrote and who released it is only for officials.
import { gradeNames, isBad } from '../../../../server/modules/ratings/grade.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Findings } from './Findings.tsx'
import type { DeskRequest } from './queries.ts'
import { Files } from './RequestFiles.tsx'

export function AnswersCard({ one }: { one: DeskRequest }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const files = one.files.filter(({ ofAnswer }) => ofAnswer)
  if (one.answers.length === 0) return null
  return (
    <Card title={t('request-desk.answers.title')} {...(one.grade ? { aside: <Chip tone={isBad(one.grade) ? 'danger' : 'success'}>{t('request-desk.answers.grade', { grade: textIn(gradeNames[one.grade]) })}</Chip> } : {})}>
      <ul className="request-plain">
        {one.answers.map((answer) => (
          <li key={answer.id} className="tb-stack">
            <span className="tb-row">
              <Chip tone={answer.releasedAt ? 'success' : 'warning'}>{answer.releasedAt ? t(`request-desk.answers.outcomes.${answer.outcome}`) : t('request-desk.answers.draft')}</Chip>
              {answer.unit && <span>{textIn(answer.unit.name)}</span>}
              {answer.promisedOn && <span>{t('request-desk.answers.promised', { date: format.date(answer.promisedOn) })}</span>}
            </span>
            <p className="request-words">{answer.text}</p>
            {answer.sentBack && <p>{t('request-desk.answers.sentBack', { why: answer.sentBack })}</p>}
            {!answer.releasedAt && <Findings findings={answer.findings} />}
            <p className="tb-muted">{answer.writtenBy && t('request-desk.answers.by', { name: answer.writtenBy, time: format.instant(answer.writtenAt) })}{answer.releasedAt && answer.releasedBy && <> · {t('request-desk.answers.released', { name: answer.releasedBy, time: format.instant(answer.releasedAt) })}</>}</p>
          </li>
        ))}
      </ul>
      {files.length > 0 && <Files id={one.id} files={files} />}
    </Card>
  )
}
