// Deciding in favour: what the result states that only the decision creates, an opinion for the record, and what starts afterwards.
// Against the rules' finding an opinion is required.
import { useState } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { codeOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import { ActionForm, Letter } from './ActionForm.tsx'
import { countFindings, startingAuthorities } from './case-view.ts'
import { useDesk } from './desk.ts'
import { longestReason, shortestReason } from './draft.ts'
import { isValueOf } from './result-field.ts'

export function GrantForm() {
  const t = useT()
  const textIn = useTextIn()
  const { one, draft, change, act, error } = useDesk()
  const [tried, setTried] = useState(false)
  const { fails } = countFindings(one.checks)
  const opinion = draft.opinion.trim()
  const opinionError = fails > 0 && opinion.length < shortestReason ? t('cases.grant.opinionRequired') : opinion.length > longestReason ? t('cases.form.tooLong', { n: longestReason }) : undefined
  const given = Object.fromEntries(one.resultFields.flatMap(({ concept }) => (draft.values[concept]?.trim() ? [[concept, draft.values[concept].trim()]] : [])))
  // A text may be left to the number of the result; anything else only the official knows.
  const wrong = one.resultFields.filter(({ concept, type }) => (given[concept] ? !isValueOf(type, given[concept]) : type !== 'text')).map(({ concept }) => concept)
  const refused = codeOf(error) === 'invalid_answers' ? Object.keys(given) : []
  const starting = startingAuthorities(one.siblings)
  const send = () => {
    setTried(true)
    if (!opinionError && wrong.length === 0) act({ action: 'grant', opinion, values: given })
  }
  return (
    <ActionForm action="grant" lead={t('cases.grant.lead')} send={t('cases.grant.confirm')} onSend={send}>
      {fails > 0 && <Notice compact tone="warning">{t('cases.grant.warn', { n: fails })}</Notice>}
      {one.resultFields.map((field) => (
        <TextInput
          key={field.concept}
          label={t('cases.grant.field', { name: textIn(field.name) })}
          optional={field.type === 'text'}
          required={field.type !== 'text'}
          hint={field.type === 'text' ? t('cases.grant.fieldHint') : t('cases.grant.fieldNeeded')}
          value={draft.values[field.concept] ?? ''}
          onChange={(value) => change({ values: { ...draft.values, [field.concept]: value } })}
          error={(tried && wrong.includes(field.concept)) || refused.includes(field.concept) ? t('cases.grant.wrongField') : undefined}
          maxLength={200}
        />
      ))}
      <TextArea
        label={t('cases.grant.opinion')}
        optional={fails === 0}
        required={fails > 0}
        hint={t('cases.grant.opinionHint')}
        rows={3}
        value={draft.opinion}
        onChange={(text) => change({ opinion: text })}
        error={tried ? opinionError : undefined}
      />
      {starting > 0 && <p>{t('cases.siblings.starts', { n: starting })}</p>}
      <Letter action="grant" />
    </ActionForm>
  )
}
