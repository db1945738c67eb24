// The small words of Cantonese, said in Mandarin: 唔见咗点算 is 不见了怎么办. What things are called stands in the thesaurus of the packs.
// Pure. Reads simplified characters, after `normalise`.

/** Longest first, so that 点样 is not read as 点. */
const pairs: readonly (readonly [cantonese: string, mandarin: string])[] = [
  ['点样办', '怎么办'], ['点样', '怎么'], ['点算', '怎么办'], ['点办', '怎么办'], ['点搞', '怎么办'], ['点做', '怎么做'], ['点攞', '怎么领'], ['点申请', '怎么申请'], ['点整', '怎么办'], ['点换', '怎么换'], ['点转', '怎么转'],
  ['唔见咗', '不见了'], ['唔见左', '不见了'], ['唔见', '不见'], ['整唔见', '不见'], ['跌咗', '丢了'], ['跌左', '丢了'], ['漏咗', '丢了'],
  ['边度', '哪里'], ['边道', '哪里'], ['边个', '谁'], ['边间', '哪家'], ['几时', '什么时候'], ['几耐', '多久'], ['几多钱', '多少钱'], ['几钱', '多少钱'], ['几多', '多少'],
  ['乜嘢', '什么'], ['乜野', '什么'], ['咩文件', '什么材料'], ['咩', '什么'], ['做乜', '为什么'], ['点解', '为什么'],
  ['可唔可以', '可不可以'], ['得唔得', '可不可以'], ['使唔使', '要不要'], ['有冇', '有没有'], ['系唔系', '是不是'], ['识唔识', '会不会'],
  ['唔使', '不用'], ['唔该', '请问'], ['唔系', '不是'], ['唔', '不'], ['冇咗', '没了'], ['冇', '没有'],
  ['呢个', '这个'], ['嗰个', '那个'], ['呢度', '这里'], ['嗰度', '那里'], ['我哋', '我们'], ['你哋', '你们'], ['佢哋', '他们'], ['佢', '他'],
  ['攞返', '领回'], ['攞', '领'], ['拎', '领'], ['揾', '找'], ['搵', '找'], ['睇', '看'], ['俾', '给'], ['畀', '给'], ['返', '回'], ['搞掂', '办好'], ['嚟', '来'], ['喺', '在'], ['嘅', '的'], ['咗', '了'], ['紧要', '重要'],
  ['啲', '些'], ['嗰', '那'], ['嘢', '东西'], ['仲', '还'], ['同埋', '和'], ['而家', '现在'], ['听日', '明天'], ['今日', '今天'], ['细路仔', '小孩'], ['细路', '小孩'], ['仔仔', '儿子'], ['囡囡', '女儿'], ['老窦', '父亲'], ['老豆', '父亲'], ['阿妈', '母亲'], ['阿爸', '父亲'],
]

/** Characters hardly anybody writes but in Cantonese: without one of them, or of the words that start with 点, a question is left as it is. */
const sign = /[唔咗嘅喺冇攞揾搵睇俾畀佢哋嗰啲嘢咩嚟囡窦]|点样|点算|点办|点搞|点做|点申请|点整|点换|点转|边度|边道|边个|边间|几时|几耐|几钱|几多|乜|跌左|细路|阿妈|阿爸|老豆|同埋|而家|点解|搞掂/u

const table = new Map(pairs)
const any = new RegExp([...table.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu')

/** The question in Mandarin words. */
export const inMandarin = (normalised: string): string => (sign.test(normalised) ? normalised.replaceAll(any, (each) => table.get(each) ?? each) : normalised)
