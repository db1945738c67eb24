// What is written to whoever sent a letter: receipt, what was answered, that something was added, why nothing was taken in. Pure.
// Plain text, in the words of a person; the number stands in the subject, so that an answer finds its request.

export type Told = { number: string; title: string; progressUrl: string; dueDay: string | null }

export type Draft = { subject: string; text: string }

const subjectOf = ({ number, title }: Told): string => `[诉求 ${number}] ${title}`
const closing = (told: Told): string => `随时查看进度，不用登录：\n${told.progressUrl}\n\n要补充情况，直接回复这封邮件就行，不要改主题里的编号。`

export const receipt = (told: Told): Draft => ({
  subject: subjectOf(told),
  text: `您好：\n\n您反映的“${told.title}”收到了，编号 ${told.number}。${told.dueDay === null ? '我们会尽快确定由哪个单位办理。' : `最晚 ${told.dueDay} 答复您。`}\n\n${closing(told)}`,
})

export const addedNote = (told: Told): Draft => ({ subject: subjectOf(told), text: `您好：\n\n您补充的情况已经转给办理单位，编号 ${told.number}。办理期限不变。\n\n${closing(told)}` })

export const answerNote = (told: Told, answer: string): Draft => ({
  subject: subjectOf(told),
  text: `您好：\n\n“${told.title}”有答复了：\n\n${answer}\n\n满意不满意，请点下面的链接说一声；不满意的，可以要求上一级单位重办：\n${told.progressUrl}`,
})

const refusals: Readonly<Record<string, string>> = {
  empty: '您的来信里没有文字，我们看不出是什么事。请写明是什么事、在哪里，再发一次；照片可以放在附件里。',
  large: '您的来信太大，没有收下。请把照片压小一些或少放几张，再发一次。',
  closed: '这件事已经办完了，没法再补充。要接着反映，请发一封新的邮件，不要用原来的主题。',
  tooMany: '您这一小时里发来的信太多了，这一封没有收下。请过一小时再发；急事请拨 12345。',
}

export const refusalNote = (because: string, subject: string): Draft => ({ subject: `没有收下：${subject.slice(0, 60) || '（无主题）'}`, text: `您好：\n\n${refusals[because] ?? '您的来信没有收下。请拨 12345。'}` })

export const isExplained = (because: string): boolean => because in refusals
