"""Languages: from the letters of a text, or of a few words in it, to the language they are in."""

from __future__ import annotations

import re
from collections import Counter

CYRILLIC = "\u0400-\u04ff"
LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

KAZAKH_LETTER = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
"""Letters that Kazakh has and Russian lacks."""
KAZAKH_SHARE = 0.05
"""Of a Kazakh text's letters a fifth are its own; in a Russian one they come in names alone."""

SCRIPTS = {
    "han": re.compile(f"[{HAN}]+"),
    "kana": re.compile("[\u3040-\u30ff]+"),
    "cyrillic": re.compile(f"[{CYRILLIC}]+"),
    "latin": re.compile(f"[{LATIN}]+"),
    "arabic": re.compile("[\u0600-\u06ff\u0750-\u077f]+"),
    "hangul": re.compile("[\uac00-\ud7a3]+"),
}
LETTERS_OF_A_WORD = 6
"""A Chinese character counts as a word does, of this many letters: names and titles quoted in a short Chinese text
do not make it a Russian one."""

SIMPLIFIED = (
    "国们个这来时说对会为发经学种现进过还没从动问实开关长门间见东车马与专业两严丧临举义乐习书买乱争产亲亿仅众优伤传"
    "价华单卫厂厅历压参双变叶号听员响团园围图处备复头夺奋奖妇孙宁宝审宫宽层岁岛师帅带帮库应废张弹强归录彻总战户执扩"
    "扫扬护报担拥择换据损摆敌数断无旧显术机杀权条极构标树样档检楼欢岁残气汇汉沟泽济浅测浓涨渐温湾湿满滚滞灭灯灵热爱"
    "状独狭环玛电画疗监盖盘矿码确础礼祸离积称稳穷竞笔签简类粮纪约级纪线组细终织绍结绝统继绩续维综绿网罗职联聪肃脑脱"
    "艺节药获营虑虽蓝补装规视览觉计订认讨让训议讯记讲许论设访证评识诉词试话该详语误请诸读谁调谈谋谢贝负财责败货质贸"
    "费资赛赞趋跃跨路转轮软轻较辑输达迁运近远违连迟适选邓邻郑释钟钢钱铁银销锋错键闭阅阳阴际陆陈险随隐难静页顶项顺须"
    "顾顿预领题额风飞饭馆驱验鱼鲁鸡麦黄齐龙"
)
TRADITIONAL = (
    "國們個這來時說對會為發經學種現進過還沒從動問實開關長門間見東車馬與專業兩嚴喪臨舉義樂習書買亂爭產親億僅眾優傷傳"
    "價華單衛廠廳歷壓參雙變葉號聽員響團園圍圖處備復頭奪奮獎婦孫寧寶審宮寬層歲島師帥帶幫庫應廢張彈強歸錄徹總戰戶執擴"
    "掃揚護報擔擁擇換據損擺敵數斷無舊顯術機殺權條極構標樹樣檔檢樓歡殘氣匯漢溝澤濟淺測濃漲漸溫灣濕滿滾滯滅燈靈熱愛狀"
    "獨狹環瑪電畫療監蓋盤礦碼確礎禮禍離積稱穩窮競筆簽簡類糧紀約級線組細終織紹結絕統繼績續維綜綠網羅職聯聰肅腦脫藝節"
    "藥獲營慮雖藍補裝規視覽覺計訂認討讓訓議訊記講許論設訪證評識訴詞試話該詳語誤請諸讀誰調談謀謝貝負財責敗貨質貿費資"
    "賽贊趨躍轉輪軟輕較輯輸達遷運遠違連遲適選鄧鄰鄭釋鐘鋼錢鐵銀銷鋒錯鍵閉閱陽陰際陸陳險隨隱難靜頁頂項順須顧頓預領題"
    "額風飛飯館驅驗魚魯雞麥黃齊龍"
)
"""Characters whose forms differ, in both of them."""


def language_of(text: str) -> str | None:
    """The language of a few foreign words: Kazakh by its own letters, otherwise Russian, English or nothing by the
    script of the first letter found."""
    if KAZAKH_LETTER.search(text):
        return "kk"
    for lang, letters in (("ru", CYRILLIC), ("en", LATIN)):
        if re.search(f"[{letters}]", text):
            return lang
    return None


def language_of_text(text: str) -> str:
    """The language of a whole text by the script that says most in it; Chinese where there are no letters."""
    letters = Counter({name: sum(map(len, script.findall(text))) for name, script in SCRIPTS.items()})
    if letters["han"] and letters["kana"] > letters["han"] / 4:
        return "ja"
    weights = {name: count * (LETTERS_OF_A_WORD if name in ("han", "hangul") else 1) for name, count in letters.items()}
    most = max(weights, key=weights.__getitem__)
    if not weights[most]:
        return "zh-Hans"
    match most:
        case "han":
            return _chinese(text)
        case "cyrillic":
            kazakh = len(KAZAKH_LETTER.findall(text))
            return "kk" if kazakh >= KAZAKH_SHARE * letters["cyrillic"] else "ru"
        case _:
            return {"latin": "en", "arabic": "ar", "hangul": "ko", "kana": "ja"}[most]


def _chinese(text: str) -> str:
    counts = Counter(text)
    simplified = sum(counts[character] for character in SIMPLIFIED)
    traditional = sum(counts[character] for character in TRADITIONAL)
    return "zh-Hant" if traditional > simplified else "zh-Hans"
