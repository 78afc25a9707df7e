import type { Personal } from './personal.ts'

const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝',
)
const DOUBLE_FIRST = new Set('欧上司诸东皇尉公令慕夏长宇端南轩澹独百呼申')
const DOUBLE_SURNAMES =
  /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯|长孙|宇文|端木|南宫|轩辕|澹台|独孤|百里|呼延|申屠)/u

/** Behind these a name may follow at once, and the sentence may go on behind it. */
const CALLED =
  /(?:(?:我|本人|孩子|儿子|女儿|闺女|老公|老婆|爱人|媳妇|丈夫|妻子|先生|太太|爸爸?|妈妈?|父亲|母亲|爷爷|奶奶|他|她)(?:的?(?:名字|姓名|大名))?(?:就|是)?叫|姓名(?:是|为|叫|写的?是?|[：:])?|名字(?:是|叫|[：:])|(?:机主|户主|联系人|收件人|收货人|持卡人|开户人|经办人|登记人|投诉人|户名|实名|登记)(?:的?(?:姓名|名字))?(?:的?是|叫|为|写的是?|写|[：:])|姓.{1,2}[，,]?\s?(?:全名|名字|名)?叫|(?:^|[，,。\s])叫)\s?/gu
/** Behind these only where nothing but a name can be meant: 我是张大力，. */
const PERHAPS = /(?:我是|您是|你是|请问是|本人|机主|户主|户名|联系人|收件人|收货人|持卡人|开户人|人就?是|^是|^)\s?/gu
/** 我老公梁小军的号. */
const RELATIVE =
  /(?<=我(?:老公|老婆|爱人|媳妇|丈夫|妻子|先生|太太|爸爸?|妈妈?|父亲|母亲|儿子|女儿|闺女|弟弟|妹妹|哥哥|姐姐))\p{Script=Han}{3}(?=的(?:号|卡|手机|电话|身份证|名下|名字|宽带|套餐|户))/gu
/** 免贵姓黄, and the whole name that may follow it. */
const SURNAMED = /(?:我|免贵|本人|小姓|敝姓)姓/gu

/** How far a name is looked for: the longest of those that are written by their sound, and what follows them. */
const LOOK = 16
/** What no given name begins with. */
const NEVER = new Set('的是我你您他她它们在这那没不就都跟给呢啊吧了说号身手电')
/** What cannot be its second character after these leads, because a sentence goes on with it. */
const GOES_ON = new Set('的是我在住电手今昨要来找打给呢啊吧了号身你您他她它们这那有没不就也都跟和与说讲查办去想本反先问投家个，。')
/** 我叫张经理来: people call others by their post. */
const POST = /^.{1,2}(?:经理|主任|总|工|师傅|先生|女士|小姐|老师|局|处|书记|姐|哥|阿姨|叔|大爷|大妈|队长|组长|班长|主管|店长|客服)/u
/** Words that begin like a name. */
const WORDS =
  /^(?:车[来过去]|安装|安排|万一|时候|时间|应该|和|金卡|金牌|银卡|高级|高中|黄金|白金|白卡|农民|农村|方便|全球通|全家|全部|成年|于[是昨今上]|任何|单位|单独|向你|向您|连续|解决|项目|党员|师傅|路过|游客|包月|包年|司机|管理|关于|关心|曾经|简单|明明|何必|何况|华为|左右|古稀|老年|文盲|易|商家|商户|房东|房主|宽带)/u
const HAN = /[\p{Script=Han}·•]/u
/** Where a sentence pauses, or goes on with what is said of a person. */
const BOUNDARY = /^(?:$|[，,。.；;！!？?、\s\dA-Za-z〔]|本人|先生|女士|小姐|的|吗|吧|对吧)/u
const TITLE = /^(?:先生|女士|小姐)/u

/**
 * Names of people, behind the words that lead to one. A title with a surname alone, 王女士, tells nobody from many.
 *
 * @param others what else was found to be personal; no name reaches into it
 */
export function namesIn(text: string, others: readonly Personal[]): Personal[] {
  const found: Personal[] = []
  const taken = new Set(others.map(({ start }) => start))
  const add = (start: number, length: number) => {
    if (length > 0) found.push({ kind: 'name', start, end: start + length })
  }
  for (const { index, 0: lead } of text.matchAll(CALLED)) {
    const start = index + lead.length
    add(start, lengthOf(restOf(text, start, taken)))
  }
  for (const { index, 0: lead } of text.matchAll(PERHAPS)) {
    const start = index + lead.length
    const rest = restOf(text, start, taken)
    const length = surnamed(rest)
    // With nothing before it, only a title shows that a name was meant: 韩小梅女士您好.
    if (length > 0 && (lead.trim() !== '' && lead !== '是' ? BOUNDARY : TITLE).test(rest.slice(length))) add(start, length)
  }
  for (const { index, 0: name } of matchesIn(text, RELATIVE, '我')) if (surnamed(name) === name.length) add(index, name.length)
  for (const { index, 0: lead } of matchesIn(text, SURNAMED, '姓')) {
    const start = index + lead.length
    const rest = restOf(text, start, taken)
    const surname = DOUBLE_SURNAMES.test(rest) ? 2 : SURNAMES.has(rest[0] ?? '') ? 1 : 0
    const whole = surnamed(rest)
    add(start, BOUNDARY.test(rest.slice(surname)) || whole === 0 ? surname : whole)
    // 免贵姓黄，黄小米.
    const again = surname + (/[，,\s]/u.test(rest[surname] ?? '') ? 1 : 0)
    if (surname > 0 && rest.startsWith(rest.slice(0, surname), again)) add(start + again, surnamed(rest.slice(again)))
  }
  return found
}

/** The matches of a pattern that takes a certain character; a text without it is told at a look. */
function matchesIn(text: string, pattern: RegExp, character: string): Iterable<RegExpExecArray> {
  return text.includes(character) ? text.matchAll(pattern) : []
}

/** What a name may be read from: a few characters, up to what is personal by itself. */
function restOf(text: string, start: number, taken: ReadonlySet<number>): string {
  let end = start
  while (end < start + LOOK && !taken.has(end)) end++
  return text.slice(start, end)
}

/** How long the name is that a text begins with, 0 for none. */
function lengthOf(rest: string): number {
  // 买买提·艾山: only names hold that dot.
  const foreign = /[·•]/u.test(rest) ? /^\p{Script=Han}{1,6}(?:[·•]\p{Script=Han}{1,6}){1,2}/u.exec(rest) : null
  if (foreign) return foreign[0].length
  const length = surnamed(rest)
  if (length > 0 || POST.test(rest)) return length
  // 阿依古丽: without a known surname, only where nothing else is said.
  const alone = /^\p{Script=Han}{3,4}(?=$|[，,。])/u.exec(rest)
  return alone && FAR.test(rest) ? alone[0].length : 0
}

/** First characters of names that are written by their sound, which few other words begin with. */
const FAR = /^[阿艾古努买麦热玛扎巴依迪帕茹祖卓格仁丹次拉达索央尼桑洛才]/u

/** How long the name with a Chinese surname is that a text begins with, 0 for none. */
function surnamed(rest: string): number {
  const surname = DOUBLE_FIRST.has(rest[0] ?? '') && DOUBLE_SURNAMES.test(rest) ? 2 : SURNAMES.has(rest[0] ?? '') ? 1 : 0
  if (surname === 0) return 0
  const length = whileName(rest, surname, surname + 2)
  return length > surname && !POST.test(rest) && !WORDS.test(rest) ? length : 0
}

/** How far a name reaches whose given part begins at a place. */
function whileName(rest: string, from: number, most: number): number {
  let length = from
  while (length < most && HAN.test(rest[length] ?? '') && !(length === from ? NEVER : GOES_ON).has(rest[length] as string)) length++
  if (length === from) return length
  // 王小先生: the title is none of it.
  const title = /先生|女士|小姐|本人/u.exec(rest.slice(0, length + 1))
  return title ? Math.min(length, title.index) : length
}
