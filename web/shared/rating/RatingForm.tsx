// Rating something: a grade, standard tags that go with it, and words of one's own if one likes. What is typed stays when sending fails.
// The area "ratings" has to be loaded.
import { useState } from 'react'
import { isBad, tagNames, tagsFor, type Grade, type Tag } from '../../../server/modules/ratings/grade.ts'
import { useTextIn } from '../i18n/content.ts'
import { messageOf } from '../failure.ts'
import { useT } from '../i18n/store.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckboxGroup } from '../../ui/Choice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextArea } from '../../ui/TextInput.tsx'
import { GradePicker } from './GradePicker.tsx'

export interface Said {
  grade: Grade
  tags: Tag[]
  words: string
}

/** Longest words, as the server takes them. */
const longest = 500

interface Props {
  label: string
  onSend: (said: Said) => void
  busy: boolean
  error: unknown
  /** Tags that make sense for what is rated; all when absent. */
  only?: readonly Tag[]
}

export function RatingForm({ label, onSend, busy, error, only }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const [grade, setGrade] = useState<Grade>()
  const [tags, setTags] = useState<Tag[]>([])
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const offered = grade === undefined ? [] : tagsFor(grade).filter((tag) => only?.includes(tag) ?? true)
  const tooLong = [...words].length > longest
  return (
    <form
      className="tb-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (grade !== undefined && !tooLong) onSend({ grade, tags: tags.filter((tag) => offered.includes(tag)), words: words.trim() })
      }}
    >
      <GradePicker label={label} value={grade} onChange={setGrade} error={tried && grade === undefined ? t('ratings.form.choose') : undefined} />
      {grade !== undefined && (
        <>
          <CheckboxGroup
            label={t(isBad(grade) ? 'ratings.form.whyBad' : 'ratings.form.why')} optional inline values={tags} onChange={(chosen) => setTags(offered.filter((tag) => chosen.includes(tag)))}
            options={offered.map((tag) => ({ value: tag, label: textIn(tagNames[tag]) }))}
          />
          <TextArea label={t('ratings.form.words')} hint={t('ratings.form.wordsHint')} optional rows={3} limit={longest} value={words} onChange={setWords} />
        </>
      )}
      {error !== null && error !== undefined && <Notice tone="danger" live="assertive"><p>{messageOf(error) ?? t('ratings.form.failed')}</p></Notice>}
      <div className="tb-row">
        <Button type="submit" busy={busy}>{t('ratings.form.send')}</Button>
        <span className="tb-muted">{t('ratings.form.once')}</span>
      </div>
    </form>
  )
}
