// The closed catalogue of errors the API can answer: a stable code, a status and a sentence a person understands.
// Anything else thrown becomes `internal`; its text stays in the log.
import { textIn, type Language, type Texts } from './texts.ts'

type Entry = { status: number; message: Texts }

export const errorCatalogue = {
  invalid: { status: 400, message: { 'zh-CN': '提交的内容有误，请按提示修改。', en: 'Something in the request is not right. Please correct it as shown.' } },
  invalid_answers: { status: 422, message: { 'zh-CN': '有几项填写得不对，已为您标出，其余内容都保存着。', en: 'Some answers need correcting; they are marked and everything else is kept.' } },
  incomplete: { status: 422, message: { 'zh-CN': '还有内容没有填完，补齐后再提交。', en: 'Some answers are still missing. Complete them, then submit.' } },
  unauthenticated: { status: 401, message: { 'zh-CN': '请先登录。已填的内容会保留，登录后可以接着办。', en: 'Please log in. What you typed is kept and you can go on after logging in.' } },
  csrf: { status: 403, message: { 'zh-CN': '页面已过期，请刷新后再试。已保存的内容不受影响。', en: 'This page has expired. Reload it and try again; what was saved is safe.' } },
  forbidden: { status: 403, message: { 'zh-CN': '您没有做这件事的权限。', en: 'You are not permitted to do this.' } },
  while_acting: { status: 403, message: { 'zh-CN': '您正在替别人办事，这里是您自己的内容。先结束代办，再回来看。', en: 'You are acting for somebody else, and this is your own. Stop acting first, then come back.' } },
  mandate_ended: { status: 403, message: { 'zh-CN': '这份授权已经结束，不能再替对方办了。填好的内容都在对方那里存着。', en: 'This authorisation is not in force. What was filled in is kept with the person it belongs to.' } },
  power_unproven: { status: 422, message: { 'zh-CN': '登记信息里没有查到您可以替对方办。请核对号码；登记有误的，请找登记部门更正。', en: 'The register does not show that you may act for them. Check the number; if the register is wrong, ask whoever keeps it.' } },
  not_in_mandate: { status: 403, message: { 'zh-CN': '对方的授权里没有包括这件事。', en: 'The authorisation does not cover this.' } },
  mandate_used_up: { status: 409, message: { 'zh-CN': '这份授权能办的次数已经用完。已经开始的可以接着办，要办新的请对方再授权一次。', en: 'This authorisation has been used as often as agreed. What was begun can go on; for more, ask for a new one.' } },
  not_found: { status: 404, message: { 'zh-CN': '没有找到，或不在您的办理范围内。', en: 'Not found, or outside what you may see.' } },
  conflict: { status: 409, message: { 'zh-CN': '内容刚刚在别处改动过，请查看最新内容后再操作。', en: 'This was changed elsewhere a moment ago. Look at the newest version and try again.' } },
  not_allowed_now: { status: 409, message: { 'zh-CN': '现在的办理状态不能做这一步。', en: 'This step is not possible in the current state.' } },
  not_offered: { status: 409, message: { 'zh-CN': '这件事目前不办理。您填的内容都还在，恢复办理后可以接着填。', en: 'This is not offered at present. What you filled in is kept, and you can go on when it is back.' } },
  already_applied: { status: 409, message: { 'zh-CN': '这件事您已经申请过了，不用再交一次。填的内容都还在。', en: 'You have already applied for this; it need not be handed in again. What you filled in is kept.' } },
  facts_changed: { status: 409, message: { 'zh-CN': '政府记录里有几项刚刚有了变化，请看一看，没问题就再提交一次。您填的都还在。', en: 'Some records have changed meanwhile. Please look at them, then submit again. What you filled in is kept.' } },
  too_many_look_ups: { status: 429, message: { 'zh-CN': '一小时内用号码查得太多了，过一会儿再查。也可以自己填，填的内容都存着。', en: 'Too many look-ups by number within an hour. Try again later, or fill it in yourself; what you typed is kept.' } },
  too_many_files: { status: 413, message: { 'zh-CN': '这件事传的文件太多或太大了，请先删掉用不着的，再传。', en: 'Too many or too large files for this application. Remove those not needed, then upload.' } },
  already_rated: { status: 409, message: { 'zh-CN': '这一件已经评价过了。评价提交后不能改，整改以后可以再评一次。', en: 'This has been rated already. A rating is never changed; after something was put right it can be rated once more.' } },
  second_person: { status: 409, message: { 'zh-CN': '自己改的内容，要请另一位同事审核、发布。', en: 'Somebody who did not change this must review and release it.' } },
  findings: { status: 422, message: { 'zh-CN': '内容里还有问题，逐条改好再试；已写的都在。', en: 'Some of the content is not right yet. Correct what is listed and try again; what was written is kept.' } },
  benefit_excluded: { status: 409, message: { 'zh-CN': '您已经领了另一项政策，两项不能同时领。要换成这一项，先放弃另一项。', en: 'You already receive another benefit that excludes this one. Decline that one first to change over.' } },
  no_population: { status: 409, message: { 'zh-CN': '还没有接入人口数据，没法测算。请系统管理员接入（设置项 POPULATION）后再试，写好的政策不受影响。', en: 'There is no population to count yet. Ask the operator to connect one (setting POPULATION), then try again; what is written stays.' } },
  forecasts_used_up: { status: 429, message: { 'zh-CN': '今天新的测算已经做了 20 次，明天再测。算过的写法还能再看。反复测算能推出个人的情况，所以限了次数。', en: 'You have made twenty new forecasts today; go on tomorrow. Those made can still be seen. The number is limited because many forecasts together tell something about single people.' } },
  budget_exceeded: { status: 409, message: { 'zh-CN': '今年的预算不够发这一份名单，没有生成。可以减少人数，或等预算追加后再试。', en: 'The budget of this year is not enough for this list, so none was made. List fewer, or wait until there is more.' } },
  show_code: { status: 422, message: { 'zh-CN': '这个码过期了或已经用过，请对方刷新后再扫一次。', en: 'This code has run out or was used already. Ask for a fresh one and read it again.' } },
  pickup_code: { status: 422, message: { 'zh-CN': '这个取件码不对，或者已经用过、过期了。请对方打开办件页面，看一下现在的码。', en: 'This pick-up code is not right, was used, or has run out. Ask for the one shown on the application page now.' } },
  window_taken: { status: 409, message: { 'zh-CN': '这个窗口有人在岗，或者您还在别的窗口上。先交接，再上岗。', en: 'Somebody sits at this window, or you are still at another. Hand over first.' } },
  unconfirmed: { status: 409, message: { 'zh-CN': '还没有经本人确认。请对方看过后签字，或在手机上确认，再提交。', en: 'The applicant has not confirmed it yet. Let them sign, or confirm on their phone, then hand in.' } },
  handed_out: { status: 409, message: { 'zh-CN': '这份结果已经领走了，不能再领一次。', en: 'This result has been collected already and is not handed out twice.' } },
  identity_not_accepted: { status: 403, message: { 'zh-CN': '这里有的事项不接受您登录用的证件，或者要求更可靠的身份认证。看看下面的说明，填过的内容都存着。', en: 'Some of this does not take the document you logged in with, or needs a surer login. See below; what you typed is kept.' } },
  tampered: { status: 409, message: { 'zh-CN': '这份移交的内容和签名对不上，或者材料被换过，没有签收。请退回，并联系对方窗口。', en: 'The hand-over does not match its signature, or a document was exchanged; it was not receipted. Return it and call the other counter.' } },
  not_as_signed: { status: 409, message: { 'zh-CN': '现在保存的内容和您签署时对不上，没有出具。我们已经记录，请联系工作人员核实。', en: 'What is kept is no longer what you signed, so nothing was issued. It has been recorded; please ask an official.' } },
  fee_owed: { status: 409, message: { 'zh-CN': '这一项的费用还没有缴，缴清以后才能领。', en: 'The fee for this has not been paid yet; the result can be collected afterwards.' } },
  seal_unusable: { status: 503, message: { 'zh-CN': '这个部门的电子印章暂时不能用，文书盖章以后就能打开，不用重新申请。', en: 'The electronic seal of this authority cannot be used at the moment. The document can be opened once it is sealed; nothing has to be applied for again.' } },
  bad_signature: { status: 401, message: { 'zh-CN': '签名核对不上，没有受理。', en: 'The signature does not fit; nothing was done.' } },
  stale_request: { status: 401, message: { 'zh-CN': '请求上的时间与本系统的时间相差太多，没有受理。请校准时钟后重新签名。', en: 'The time in the request is too far from ours; nothing was done. Set the clock and sign it anew.' } },
  replayed: { status: 409, message: { 'zh-CN': '这份请求已经收到过一次，没有再办。需要再问的，请另签一份。', en: 'This request was received before and is not carried out again. Sign a new one to ask again.' } },
  not_granted: { status: 403, message: { 'zh-CN': '没有取得这项数据的共享授权，或者用途、依据与授权不符，没有查询。', en: 'There is no grant for this data, or not for this purpose and legal basis; nothing was asked.' } },
  not_consented: { status: 403, message: { 'zh-CN': '没有本人对这次查询的有效同意：没有征求过、没有同意、已经撤回或到期，或者同意的对象、用途、内容不是这一次的。没有查询。', en: 'There is no consent in force for this look-up: not asked for, not given, taken back, over, or given for another person, purpose or content. Nothing was asked.' } },
  quota_used_up: { status: 429, message: { 'zh-CN': '今天的查询次数已经用完，明天再查；确实不够用的，请申请调整授权。', en: 'The calls granted for today are used up. Ask again tomorrow, or have the grant changed.' } },
  too_large: { status: 413, message: { 'zh-CN': '内容太大，请压缩后再传。', en: 'That is too large. Please make it smaller.' } },
  too_long: { status: 414, message: { 'zh-CN': '写得太长了，请缩短一些再试；情况多的，可以到“说说您的情况”里写。', en: 'That is too long. Please shorten it; if there is much to tell, use “Tell us what happened”.' } },
  file_empty: { status: 422, message: { 'zh-CN': '这个文件是空的，请换一个。', en: 'This file is empty. Please choose another.' } },
  table_unreadable: { status: 422, message: { 'zh-CN': '这个表格读不了，请用下载的模板填好，存成 .xlsx 再传。', en: 'This spreadsheet cannot be read. Fill in the template and save it as .xlsx.' } },
  file_type: { status: 415, message: { 'zh-CN': '这种文件用不了，请上传 PDF、JPG 或 PNG。', en: 'This kind of file cannot be used. Upload a PDF, JPG or PNG.' } },
  too_many: { status: 429, message: { 'zh-CN': '操作太频繁，请稍等片刻再试。', en: 'Too many requests. Please wait a moment.' } },
  unavailable: { status: 503, message: { 'zh-CN': '系统暂时忙，请稍后再试，已保存的内容不会丢。', en: 'The system is busy. Try again shortly; what was saved is safe.' } },
  internal: { status: 500, message: { 'zh-CN': '系统出了点问题，我们已经记录。请稍后再试。', en: 'Something went wrong on our side and has been recorded. Please try again later.' } },
} as const satisfies Record<string, Entry>

export type ErrorCode = keyof typeof errorCatalogue

/** Thrown anywhere to refuse a request: `throw new Refusal('not_found')`. `details` are shown to the caller. */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly details: unknown
  constructor(code: ErrorCode, details?: unknown) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }
}

export const statusOf = (code: ErrorCode): number => errorCatalogue[code].status

/** The body every error reply has; `id` finds the log line. */
export const errorBody = (code: ErrorCode, id: string, language: Language, details?: unknown) => ({
  error: { code, message: textIn(errorCatalogue[code].message, language), id, ...(details === undefined ? {} : { details }) },
})
