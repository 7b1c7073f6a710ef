"""Time words: how Chinese says when. A pattern for each way, with an example beside.

What only leads to an expression or bounds it (自, 截至, 起, 以来, 前, 后) is no part of it. A word of time that is the
beginning or end of another word (今年轻, 目前年均, 统一月) is none: the patterns say what may not stand around it.
"""

from __future__ import annotations

import re

from edition.characters import WHITE_SPACE
from edition.text.numerals import DIGITS, HAN_DIGITS, HAN_UNITS

S = f"[{WHITE_SPACE}]*+"
DIGIT = f"[{DIGITS}]"
NUMBER = f"(?:{DIGIT}{{1,3}}|[{HAN_DIGITS}{HAN_UNITS}]{{1,5}})"
SMALL = f"(?:{DIGIT}{{1,2}}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"  # 8, 08, 十二, 三十一
YEAR = f"(?:[12１２]{DIGIT}{{3}}|[一二][{HAN_DIGITS}]{{3}})"  # 2025, 二〇二五
TO = rf"{S}(?:[—–―－~～〜─-]{{1,2}}|至|到){S}"
AND = rf"{S}(?:[、]|和|与|及|或){S}"
WHOLE = rf"(?<![{DIGITS}{HAN_DIGITS}{HAN_UNITS}百千万亿几数])(?<!{DIGIT}[.．·,:])"
"""Before a number that begins here and is no part of a longer one."""

RANGE = re.compile(TO)
LIST = re.compile(AND)
NEXT = re.compile(f"(?<=[{DIGITS}{HAN_DIGITS}十]){S}、{S}")
"""Between two numbers of one unit: 4、5月."""
BEGIN = re.compile(
    f"[{DIGITS}{HAN_DIGITS}{HAN_UNITS}元半公大前去今本明来后上下头首同当该这那次翌转年近过未最此日不早几数多好若昨星礼周第]"
    "|[每逢农阴旧夏回藏伊俄距]"  # what NO_TIME passes over
)
"""With these an expression may begin."""
OPENS_A_CLAUSE = re.compile("(?:^|[，。、；：“”（）—…]|早在|[在于到也])$")


def _unit(number: str, unit: str) -> str:
    """The unit of a number; in a list it stands after the last alone: 2019、2021和2022年."""
    return rf"(?: {S}{unit} | (?= (?:{AND}{number}){{1,9}} {S}{unit} ) )"


YEAR_PART = "初(?![步级次始衷选赛创心中])|[底末](?![端日班层线部价座蕴])|中(?=[，。、；：）)以前后起至到时—-]|$)"
MONTH_PART = "[上中下]{1,2}旬|[上下]半月"
MONTH_TAIL = rf"(?: {S} (?:{MONTH_PART}|{YEAR_PART}) )?"
WHOLE_YEAR = "全年|一整?年(?!来)|间(?![接隔谍])"  # 2021年全年, 去年一年, 1955—1979年间
NAMED = "党人|事件|骚乱|革命|起义|政变|风暴|运动"  # what has its name from a month: 十月革命
SEASON = "[春夏秋冬](?:[季天]|(?=[，。、；：）)以前后起至到时]|$))"

WITHIN_A_YEAR = rf"""
    (?: (?P<half>[上下后])半年                                                                  # 上半年
    | 第?(?P<quarter>[1-4１-４一二三四]) (?:{TO}第?(?P<quarter_to>[1-4１-４一二三四]))? {S}个?{S}季度  # 一至三季度
    | [前头首](?P<quarters>[1-4１-４一二两三四])?{S}个?{S}季(?:度|(?=[，。]))                      # 前三季度
    | [前头首]{S}(?P<months>{SMALL}|两){S}个?{S}月(?!份|{S}{DIGIT})                               # 前九个月
    )"""
MONTH = rf"""
    (?P<month>{SMALL}|元|[一二三四五六七八][二三四五六七八九](?=月)) (?:{TO}(?P<month_to>{SMALL}))?
    {_unit(SMALL, "月")} 份? (?!龄|大的)
    (?: {S} (?P<day>{SMALL}) (?:{TO}(?P<day_to>{SMALL}))? {_unit(SMALL, "[日号]")}                # 10月12—14日
    | {MONTH_TAIL} )"""

DATED = re.compile(  # 2025年, 2022—2023年, 2025年1—8月, 2004年8月28日, 2026年底, 2025年第三季度
    rf"""{WHOLE} (?P<era>公元{S})? (?P<year>{YEAR}|(?<=公元){DIGIT}{{1,4}}|(?<=公元[{WHITE_SPACE}]){DIGIT}{{1,4}})
    (?: (?:{TO}|/) (?P<year_to>{YEAR}|{DIGIT}{{2}}) )?
    (?: (?P<unclear>{S}(?:财政?年度?|学年|会计年度)) | {_unit(YEAR, "年")} (?!代) )
    (?: 度(?!假) )?
    (?: {S}(?:{WITHIN_A_YEAR} | {MONTH} | {SEASON} | 年?(?:{YEAR_PART}) | 年内 | {WHOLE_YEAR}) )?""",
    re.VERBOSE,
)
DURATION = re.compile(r"来(?=[，。的、])|的?历史|之久|的?时间|以上|前(?!后)")
"""What shows, after a round number of years, that it counts them: 2000年历史, 1300年前."""

ANCIENT = re.compile(  # 公元前138年, 公元前2世纪; 公元751年 is in DATED
    rf"公元前{S}(?:{DIGIT}{{1,4}}|{NUMBER}){S}(?:年|世纪)(?:{S}(?:[初末]|[中末]叶|[上下]半叶|{SMALL}{S}月))?"
)


def _steps(words: dict[int, str]) -> dict[str, int]:
    """Word → how many years, months or days on."""
    return {word: step for step, listed in words.items() for word in listed.split()}


YEAR_WORDS = _steps(
    {-3: "大前年", -2: "前年", -1: "去年", 0: "今年 今年度 本年 本年度", 1: "明年 明年度 来年", 2: "后年", 3: "大后年"}
)
"""From the article's year."""
NEXT_TO_YEARS = _steps({-1: "上年 上年度 上一年 上一年度", 1: "下一年 下一年度 下年度"})
"""From a year that the passage has named, and if it has none, from the article's."""
SAME_YEARS = _steps({-1: "前一年", 0: "同年 当年 该年 同一年 这一年 那一年", 1: "次年 翌年 转年 后一年"})
"""From a year that the passage has named."""
MONTH_WORDS = _steps({-2: "上上个月", -1: "上月 上个月", 0: "本月 这个月", 1: "下月 下个月"})
SAME_MONTHS = _steps({0: "同月 当月 该月", 1: "次月 翌月"})
DAY_WORDS = _steps(
    {
        -3: "大前天",
        -2: "前天 前日",
        -1: "昨日 昨天 昨晚 昨夜",
        0: "今日 今天 今晨 今早 今晚 今夜",
        1: "明日 明天 明晨 明早 明晚",
        2: "后天 后日",
        3: "大后天",
    }
)
SAME_DAYS = _steps({-1: "前一天 前一日", 0: "当天 当日 当晚 同日 同一天", 1: "次日 翌日 第二天"})


OTHER_WORDS = {  # 例如今年 is a time, 如今年轻 is none
    "去": "[过失]",
    "今": "(?<![例譬比假])如",
    "明": "[表声证阐文注标透指查]",
    "本": "[日基成资根样]",
    "下": "以",
    "前": "[目此以之提空生眼当年]",
    "后": "[此最今之以然随战先落年]",
    "上": "[以晚早线网]",
    "来": "[年以近历后]",
    "同": "[不相共]",
    "当": "[正适每担]",
    "次": "[首再每一两三几多此]",
}
"""By the first character of a word of time: after what it belongs to another word, as in 失去, 目前, 日本, 不同."""


def _not_in_another(word: str) -> str:
    before = OTHER_WORDS.get(word[0])
    return f"(?<!{before}){word}" if before else word


def _one_of(words: dict[str, int]) -> str:
    return "|".join(_not_in_another(word) for word in sorted(words, key=len, reverse=True))


AFTER_A_YEAR_WORD = "(?! 轻|龄|级|份 | 纪(?!念) | 代(?!表) | (?<=[前后]年)[均产销增度薪平限] )"
"""今年轻, 同年级; 独立后年均."""
RELATIVE = re.compile(  # 今年, 去年12月, 同年5月8日, 明年初, 今年前九个月, 去年同期
    rf"""(?: (?: (?P<near>{_one_of(YEAR_WORDS)}) | (?P<next>{_one_of(NEXT_TO_YEARS)})
        | (?P<same>{_one_of(SAME_YEARS)}) ) {AFTER_A_YEAR_WORD}
    | (?P<both>今明(?:两年|年)|去今两年) )
    (?: {S}(?:{WITHIN_A_YEAR} | {MONTH} | {SEASON} | 年?(?:{YEAR_PART}) | 年内 | 同期 | {WHOLE_YEAR}) )?""",
    re.VERBOSE,
)
SEASON_WORDS = re.compile(f"(?P<near>{'|'.join(map(_not_in_another, '去今明'))})[春夏秋冬](?!眠|训)")  # 今秋

UNDATED = re.compile(  # 5月16日, 8月初, 1—8月, 上半年, 前三季度, 年底
    rf"""(?: {WHOLE} (?<![第每隔近满逢统唯])(?<!每年|历年|历时|连续|为期)
        (?! {SMALL}{S}月份?[”"]?(?:{NAMED}) ) {MONTH}
    | (?= {_not_in_another("上")} | {_not_in_another("下")} | {_not_in_another("后")} | {WHOLE}[第1-4１-４一二三四]
        | (?: ^ | (?<=[，。、；：“（—在比与和及自从到至]) )[前头首] ) {WITHIN_A_YEAR}  # 大选前三个月 is none
    | (?<![{DIGITS}{HAN_DIGITS}{HAN_UNITS}几多数当同每历周]) 年(?P<part>{YEAR_PART}|内) )""",
    re.VERBOSE,
)
MONTH_WORD = re.compile(  # 本月, 上月底, 本月15日, 当月
    rf"""(?: (?P<near>{_one_of(MONTH_WORDS)}) | (?P<same>{_one_of(SAME_MONTHS)}) ) 份?
    (?: {S} (?P<day>{SMALL}) (?:{TO}(?P<day_to>{SMALL}))? {_unit(SMALL, "[日号]")} | {MONTH_TAIL} )""",
    re.VERBOSE,
)
YEN = "元(?!首|旦)|本(?!报|社|刊|台|届|次)|方(?!可|才|能)|军(?!队)"
"""15日元, 同日本."""
DAY = re.compile(  # 15日, 12—14日
    rf"""{WHOLE} (?<![第每近满隔逾超])(?<!连续|持续|为期|历时|超过|累计)(?<!月) (?P<day>{DIGIT}{{1,2}})
    (?:{TO}(?P<day_to>{DIGIT}{{1,2}}))? {_unit(DIGIT + "{1,2}", "日")}
    (?! [里游] | [以之]?内 | 之久 | 的?时间 | {S}{NUMBER}[餐顿] | {YEN} )""",
    re.VERBOSE,
)
DAY_WORD = re.compile(  # 今日, 昨天, 当天, 翌日
    rf"""(?<!时至) (?: (?P<near>{_one_of(DAY_WORDS)}) | (?P<same>{_one_of(SAME_DAYS)}) | (?P<both>今明两[天日]) )
    (?! 然|气|努力|性|子|{YEN} | 出|落 | (?<=[前后][天日])[均常益程产渐] )""",
    re.VERBOSE,
)
NUMERIC = re.compile(  # 2025-11-15, 2025.11.15, 2025/11/15, but not in a web address
    r"""(?<![A-Za-z\d./_=%&-]) (?P<year>[12]\d{3}) (?P<mark>[-./]) (?P<month>\d{1,2}) (?P=mark) (?P<day>\d{1,2})
    (?![A-Za-z\d/_] | [-.]\d)""",
    re.VERBOSE | re.ASCII,
)

DECADE = f"(?:{DIGIT}0|[0-9０-９][０]|[一二三四五六七八九]十)"
DECADES = re.compile(  # 1990年代, 1980—1990年代, 2010年代初
    rf"""{WHOLE} (?P<decade>[12１２]{DIGIT}{{2}}[0０]) (?: {TO}(?P<decade_to>[12１２]{DIGIT}{{2}}[0０]) )? {S}年代
    (?P<part>[初中后末早晚前]期?)?""",
    re.VERBOSE,
)
CENTURY_PART = "[上下前后]半[叶页期]?|[初中末]叶|[早中晚前后末初]期|[中前]后期|[初末]年|初(?![步级])|末|中"
CENTURY = re.compile(  # 19世纪, 18—19世纪, 19世纪上半叶, 20世纪90年代, 上世纪60—70年代, 本世纪初
    rf"""(?: {WHOLE} (?<![近逾约半第]) (?:公元{S})? (?P<century>{SMALL}) (?:{TO}(?P<century_to>{SMALL}))?
            {_unit(SMALL, "世纪")}
        | (?P<near>上个?世纪|本世纪) )
    (?: {S} (?P<decade>{DECADE}) (?:{TO}(?P<decade_to>{DECADE}))? {_unit(DECADE, "年代")}
    | {S} (?P<first>[一二三四五六七八])(?P<second>[二三四五六七八九])十年代 )?                    # 八九十年代
    (?: {S} (?:{CENTURY_PART}) )?""",
    re.VERBOSE,
)
BARE_DECADE = re.compile(  # 90年代, 七八十年代
    rf"""{WHOLE} (?: (?P<decade>{DECADE}) (?:{TO}(?P<decade_to>{DECADE}))? {_unit(DECADE, "年代")}
    | (?P<first>[一二三四五六七八])(?P<second>[二三四五六七八九])十年代 )
    (?: {S} (?:{CENTURY_PART}) )?""",
    re.VERBOSE,
)

AGO = re.compile(  # 三年前, 30年前, 两个月后, 三天前; 30多年前 says no year
    rf"""{WHOLE} (?<![第每]) (?P<number>{DIGIT}{{4}}|{NUMBER}|半) {S} (?P<more>[多余几来])? {S}
    (?P<unit>年|个多?月|个?星期|周|天) (?P<half>半)? (?P<side>[以之]?前|[以之]?后)
    (?! 后|景|途|列|提|沿|往|来|夕|瞻 | 续|劲|备|期|勤|台|方|半|果|代|世 )""",
    re.VERBOSE,
)

SOME = f"(?:{NUMBER}|[几数多若干一两三五十百]+)"
SPAN = rf"{S}(?:多|余)?{S}(?:个{S})?(?:年|月|周|星期|天|日|世纪|季度)"
VAGUE = re.compile(  # 近年来, 近两三年来, 过去几年, 未来五年, 最近, 日前, 前不久, 几年前
    rf"""(?: (?<![附临接靠将邻亲最]) 近 (?: 些?年(?![底末初关])(?:来)? | 些?[月日天](?!点|均|本(?!报|社|刊|次|届))来?
            | 来 | 期 | (?:几|两|数|些|十?几|几十|一两|两三|三四|三五|五六){SPAN}来?
            | {SOME}{SPAN}(?: 来 | (?!的|历史|之久) ) )
    | (?: 过去 | 未来 | 今后 | 最近 | 此前 ) 的? 这? (?: {SOME}{SPAN}来? | 一段(?:时间|时期) | 一个时期 )
    | (?<!距离)(?<![离距]) 最近 (?!的(?!一))
    | 近?一段时间以?来
    | (?<![{DIGITS}{HAN_DIGITS}{HAN_UNITS}今明昨当同本次翌节生庆举念假作止期末]) 日前(?!往)
    | 前不久 | 不久(?:之|以)?前 | 不久(?:之|以)?后 | 不久的?将来
    | (?<![以此目之]) [前早](?:些|几|段) (?:个{S})? (?: 年|天|日子?|月|周|时间 )
    | (?<![以此目之]) 前(?:一段时间|两[年天])
    | [这那](?:几|些|两) (?:年|个月|天) 来?
    | (?:几|数|多|好几|若干|十几|几十|数十|数百|几百|上百) {S}个? (?:年|月|周|天|世纪)
        (?:[以之]?[前后](?![景途列提续期]))
    )""",
    re.VERBOSE,
)
NEAR_WEEK = "|".join(_not_in_another(word) for word in "本这上下")
WEEK = re.compile(  # 本周, 上周四, 星期三; the day is not counted out
    rf"""(?: (?:{NEAR_WEEK}) 个?(?:周|星期|礼拜) (?:[一二三四五六日天末])?
    | (?<![（(每逢个]) (?:星期|礼拜)[一二三四五六日天]
    | (?<![（(每逢]) 周[一二三四五六日](?=[，。、；在与对向表会召举宣签致发]) )
    (?! [边围期年全到转遭密折刊] )""",
    re.VERBOSE,
)

DAY_IN_A_YEAR = rf"""(?: 闰?(?:{SMALL}|[元正冬腊]){S}(?:月份?|(?={TO}|{AND}))
    (?: {S} (?: 初[一二三四五六七八九十] | {SMALL}(?:{TO}{SMALL})? (?:{S}[日号])? ) )? )"""
NO_TIME = re.compile(  # 每年9月至11月, 每逢6月15日, 每月15日, 农历8月15日, 康熙29年8月, 距今2000年
    rf"""(?: (?: 每年|每?逢|每年逢 ) {S}[的于在从自]?{S}
        | [农阴旧夏回藏伊俄]历 {S} (?: [{DIGITS}{HAN_DIGITS}{HAN_UNITS}]{{1,6}}{S}年{S} )?
        | {WHOLE} [{DIGITS}{HAN_DIGITS}{HAN_UNITS}]{{1,6}} {S}年{S} )
      {DAY_IN_A_YEAR} (?: (?:{TO}|{AND}) (?:{DAY_IN_A_YEAR} | {SMALL}{S}[日号]) )*
    | (?: 每个?月{S}[的于在从自]? | [农阴旧夏回藏伊俄]历 ) {S} {SMALL} (?:{TO}{SMALL})? {S}[日号]
        (?: (?:{TO}|{AND}) {SMALL}{S}[日号] )*
    | 每年{S}的?{S}年?[初底末]
    | 距今{S}[约大概近已有超过]{{0,4}}{S}{DIGIT}+{S}[多余]?{S}年[以之]?前?""",
    re.VERBOSE,
)
"""What comes back every year, is of another calendar or of a year that is not written in full: no part of it is read
by itself, as the 9日 of 每年5月9日."""
