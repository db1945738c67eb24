// Numbered documents, in English.
// Keys follow zh-CN/notices.ts.

export default {
  title: 'Documents',
  lead: 'What the departments have issued on this. You can open and keep them.',
  open: 'Open: {name}',
  making: 'Being made, a few seconds',
  number: '{number} · {date}',
  opened: 'First opened {time}',
  unopened: 'Not opened yet',
  ask: { title: 'Granted without a separate document', action: 'Issue the decision on {service}', failed: 'That did not work. Please try again.' },
  staff: { title: 'Documents and service', empty: 'No document has been issued.', receipt: 'Delivered {delivered}; {opened}', opened: 'first opened by the applicant {time}', unopened: 'not opened by the applicant yet', undelivered: 'Being made' },
  check: {
    title: 'Check a document',
    lead: 'Type the 16 letters printed at the foot of the document to see whether it was issued here.',
    code: 'Code',
    hint: 'For example 4F7K-92MQ-XA0B-77CD. Capitals and hyphens do not matter.',
    action: 'Check',
    malformed: 'The code has 16 letters and digits. Please compare it with the document.',
    genuine: 'This document is genuine',
    genuineText: 'Compare what stands here with the document you hold.',
    ended: 'Genuine, but no longer in force',
    endedText: 'What it grants was revoked or cancelled by “{name}” ({number}, {date}) and may not be used.',
    unknown: 'There is no such document',
    unknownText: 'Please check the code. If it is right, the document was not issued here; ask the department named on it.',
    name: 'Document', number: 'Number', to: 'Applicant', authority: 'Issued by', date: 'Date',
  },
  signed: { open: 'My application as I signed it', text: 'Everything you saw and confirmed when you handed in, with an electronic seal.' },
  seal: {
    title: 'Check an electronic seal',
    lead: 'The red seal of an electronic document can be verified: whether anything was changed, and who sealed it. The file is only looked at and not kept.',
    file: 'Electronic document (PDF)',
    failed: 'That did not work. Please try again.',
    verdict: { valid: 'The seal is valid and nothing was changed', altered: 'Changed after it was sealed', unsigned: 'There is no electronic seal on this file', unknownSigner: 'The seal is not known here', expired: 'The seal was not in force at that time', suspended: 'The seal was suspended at that time' },
    text: {
      valid: 'It is exactly as it was sealed.', altered: 'Do not rely on this file. Ask the department for the original, or check the code at the foot of the document.', unsigned: 'A red seal in a picture proves nothing. Check the code at the foot of the document, or ask the department.',
      unknownSigner: 'No seal registered here made it. If the document says it was issued here, ask the department named on it.', expired: 'Please ask the department that issued it.', suspended: 'Please ask the department that issued it.',
    },
    authority: 'Sealed by', at: 'Sealed on', time: 'Who vouches for the time', stamped: '{authority} (timestamp)', unstamped: 'No timestamp; by the record of this system',
    demonstration: 'This seal was issued by a demonstration and has no legal effect.',
  },
} as const
