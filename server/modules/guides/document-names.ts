// Names of documents, reduced to what they mean: 居民身份证（复印件） and 申请人身份证原件及复印件 are both the identity card.
// Pure. Only wrapping is taken off (copies, marks, whose it is); what is left is compared, never guessed.

const numbering = /^[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]\s*/

const wrappers = [
  /[；;。，,、\s]+$/,
  /(?:[（(][^（）()]*(?:原件|复印件|扫描件|复印|盖章|签名|一式|份|加盖|验原件|交复印件|彩色|电子版|原件核验)[^（）()]*[）)])$/,
  /(?:(?:的|及|和|与|或|、)?(?:原件|正本|副本|复印件|影印件|扫描件|电子版|电子件|复印本))+$/,
  /[（(](?:复|原)[）)]$/,
]

/** NFKC, one kind of bracket, no spaces, no quotation or book-title marks, no notes on copies. */
export const plainName = (name: string): string => {
  let text = name.normalize('NFKC').trim().replace(numbering, '').replaceAll(/[\s“”"'‘’]/g, '').replaceAll('(', '（').replaceAll(')', '）').replaceAll(/[《》〈〉<>]/g, '').replaceAll(/[及与、]/g, '和')
  for (let before = ''; before !== text; ) {
    before = text
    for (const wrapper of wrappers) text = text.replace(wrapper, '')
  }
  return text
}

/** Whose document it is says nothing about which document it is. */
const holders = /^(?:申请人|申请者|申请单位|申报单位|申报人|本人|个人|企业|公司|单位|机构|法定代表人|法人代表|法人|负责人|经办人|代办人|被委托人|受委托人|受托人|代理人|纳税人|当事人|工伤职工|职工|参保人|外商|股东|投资人|用人单位|建设单位|办理人|有效|新版|最新|二代|第二代)(?:的)?(?:有效)?(?:的)?/

const ofSomebody = /^(?:的)?(?:相关|有关)?(?:证明(?:文件|材料)?|材料|文件|资料|承诺书|声明书?|申请书?|申请表|协议书?|意见书?|情况说明|简历|名单|章程|任职文件.*)$/

const spellings: readonly [RegExp, string][] = [
  [/^(?:中华人民共和国)?(?:第?二代)?居?民?身份证(?:正反面)?$/, '居民身份证'], [/^(?:居民)?户口(?:簿|本)(?:或集体户口卡)?$/, '居民户口簿'], [/^(?:工商)?营业执照$/, '营业执照'],
  [/^(?:免冠)?(?:照片|相片|证件照|证件照片)$/, '照片'], [/^(?:机动车)?驾驶证$/, '机动车驾驶证'], [/^(?:机动车)?行驶证$/, '机动车行驶证'], [/^(?:授权|个人|代办)?委托书$|^授权书$/, '授权委托书'],
  [/^(?:不动产权证书?|房产证|房屋所有权证|房地产权证书?)$/, '不动产权证书'], [/^(?:社会保险|社保)(?:参保)?(?:缴费)?(?:证明|凭证|清单)$/, '社会保险参保缴费证明'],
]

/** The name under which a document is counted; whose it is, where that does not matter, is left out. */
export const documentKey = (name: string): string => {
  let text = plainName(name)
  for (let before = ''; before !== text; ) {
    before = text
    const bare = text.replace(holders, '')
    // 单位证明 would become 证明, which means nothing by itself; whose promise it is makes it another promise.
    if (bare.length >= 3 && !ofSomebody.test(bare)) text = bare
  }
  return spellings.find(([pattern]) => pattern.test(text))?.[1] ?? text
}
