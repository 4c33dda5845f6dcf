"""What samples say, by what the title of a field speaks of: municipal work in plain sentences.

Each subject has words that are looked for in a field's title or key, and its texts in Japanese and
English. The first subject that fits is taken, so narrower ones stand first. A text may hold
``{person}``, ``{family}``, ``{company}``, ``{town}``, ``{area}``, ``{number}`` and ``{title}``, the
title of the field.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Subject:
    """What some fields are about, with texts in Japanese and English."""

    about: str
    ja: tuple[str, ...]
    en: tuple[str, ...]

    def texts(self, language: str) -> tuple[str, ...]:
        """Return the texts in ``language``."""
        return self.ja if language == "ja" else self.en


LINES = (
    Subject(
        r"フリガナ|ふりがな|かな|カナ|kana",
        ("サトウ ハナコ", "スズキ イチロウ", "ワタナベ ミドリ", "ホシ ケンジ", "イガラシ サチ"),
        ("Sato Hanako", "Suzuki Ichiro", "Watanabe Midori"),
    ),
    Subject(
        r"団体|自治会|町内会|区会|サークル|クラブ|association|club|group",
        (
            *("{area}自治会", "{area}町内会", "{town}バドミントン愛好会", "{area}子ども会"),
            *("{town}写真クラブ", "{area}婦人会", "{town}合唱団", "{area}老人クラブ"),
        ),
        ("{area} residents' association", "{town} choir", "{area} youth club"),
    ),
    Subject(
        r"業者|会社|法人|企業|事業所|事業者|組合|施工|委託先|company|contractor|vendor",
        ("{company}", "{family}建設", "{family}土木", "{family}設備工業", "{town}環境サービス"),
        ("{company}", "{family} Construction", "{town} Services"),
    ),
    Subject(
        r"氏名|名前|代表|申請者|申込者|届出者|担当者|担当職員|運転|責任者|捕獲者|利用者|世帯主"
        r"|連絡者|記入者|通報者|調査員|受付者|職員|依頼者|person|applicant|driver|reporter|in charge",
        ("{person}",),
        ("{person}",),
    ),
    Subject(
        r"課$|課名|部署|所属|担当課|部門|department|division|section",
        (
            *("建設課", "危機管理課", "農林課", "市民課", "総務課", "教育総務課", "環境生活課"),
            *("高齢福祉課", "観光商工課", "上下水道課"),
        ),
        ("Construction", "Emergency management", "Agriculture", "Residents' affairs"),
    ),
    Subject(
        r"路線|道路名|road|route",
        (
            "市道{area}{number}号線",
            "県道{number}号",
            "国道49号",
            "市道{area}中央線",
            "農道{area}線",
        ),
        ("City road {number}", "Route 49", "Prefectural road {number}"),
    ),
    Subject(
        r"施設|会場|会館|公民館|facility|venue|hall",
        (
            *("{area}公民館", "{town}総合体育館", "{area}コミュニティセンター", "{town}文化会館"),
            *("{area}集会所", "{town}運動公園"),
        ),
        ("{area} community hall", "{town} gymnasium", "{town} sports park"),
    ),
    Subject(
        r"地区|工区|区域|集落|行政区|町名|area|district|zone",
        ("{area}地区", "{area}北地区", "{area}南地区", "{area}東工区", "{area}西工区"),
        ("{area}", "{area} north", "{area} south"),
    ),
    Subject(
        r"災害|disaster",
        ("令和8年8月豪雨", "令和8年7月突風", "令和8年2月大雪", "令和8年6月地震"),
        ("Heavy rain of August", "Storm of July", "Snow of February"),
    ),
    Subject(
        r"場所|所在|位置|現場|地点|住所|所在地|place|location|site|where",
        (
            *(
                "{town}{area}の交差点付近",
                "{town}{area}、小学校の正門前",
                "{town}{area}の橋のたもと",
            ),
            *(
                "{town}{area}、公民館の駐車場",
                "{town}{area}のバス停そば",
                "{town}{area}の用水路沿い",
            ),
        ),
        ("Crossing in {area}, {town}", "Bridge in {area}, {town}", "School gate in {area}, {town}"),
    ),
    Subject(
        r"機械|車両|車番|除雪車|重機|machine|vehicle|truck",
        (
            "除雪ドーザ{number}号",
            "除雪グレーダ{number}号",
            "小型除雪車{number}号",
            "公用車{number}号",
        ),
        ("Snow plough {number}", "Grader {number}", "Car {number}"),
    ),
    Subject(
        r"品名|物品|備品|資材|機材|item|goods|material",
        ("土のう袋", "カラーコーン", "発電機", "折りたたみ机", "投光器", "毛布", "簡易トイレ"),
        ("Sandbags", "Traffic cones", "Generator", "Folding table", "Blankets"),
    ),
    Subject(
        r"目的|用途|purpose",
        (
            *("定期総会のため", "健康教室の開催", "子ども会の行事", "合唱の練習", "地区の防災訓練"),
            *("料理講習会", "卓球の練習", "地域の交流会"),
        ),
        ("General meeting", "Health class", "Choir practice", "Disaster drill", "Cooking class"),
    ),
    Subject(
        r"件名|題名|標題|タイトル|表題|subject|headline",
        (
            *(
                "街灯が切れている",
                "側溝のふたの割れ",
                "歩道の段差について",
                "倒木の撤去",
                "除雪の雪置き場",
            ),
            *("カーブミラーの曇り", "防犯灯の増設について", "用水路の転落防止", "公園の遊具の点検"),
        ),
        ("Street lamp is out", "Broken gutter cover", "Step in the pavement", "Fallen tree"),
    ),
    Subject(
        r"番号|コード|記号|no\.?$|number|code",
        ("A-{number}", "B-{number}", "C-{number}"),
        ("A-{number}", "B-{number}", "C-{number}"),
    ),
    Subject(
        r"理由|reason",
        (
            "担当を確かめるため",
            "書類がそろっていないため",
            "希望日が重なったため",
            "現地と内容が違うため",
        ),
        ("To check who is in charge", "Papers are missing", "Dates overlap"),
    ),
    Subject(
        r"備考|メモ|特記|連絡|摘要|note|remark|memo",
        (
            "午前中の連絡を希望",
            "通学路にあたる",
            "前年も同じ要望あり",
            "写真あり",
            "電話は夕方以降",
        ),
        ("Please call in the morning", "On the way to school", "Also asked last year"),
    ),
    Subject(
        r"対応|処置|措置|結果|回答|処理|action|answer|result|response",
        ("応急処置を済ませた", "業者に修繕を依頼した", "経過を見る", "他の管理者へ引き継いだ"),
        ("Repaired for now", "Repair ordered", "Will be watched", "Passed on"),
    ),
    Subject(
        r"内容|状況|詳細|説明|意見|要望|相談|概要|detail|description|content|request",
        (
            "ふたが割れて危ない",
            "水があふれることがある",
            "夜は暗くて見えにくい",
            "車が通るたびに揺れる",
        ),
        ("Cover is broken", "Water overflows at times", "Dark at night"),
    ),
)
OTHER_LINES = Subject("", ("{title}{number}",), ("{title} {number}",))

SENTENCES = (
    Subject(
        r"氏名|名前|名簿|参加者|従事者|構成員|同行|出席|members|participants|attendees",
        ("{person}、{person}", "{person}、{person}、{person}", "{person}ほか3名"),
        ("{person}, {person}", "{person}, {person}, {person}"),
    ),
    Subject(
        r"理由|reason",
        (
            *(
                "添付の書類がそろっていないため、確認をお願いします。",
                "希望の日が他の予約と重なったため。",
            ),
            *("現地の状況が申請の内容と違っていたため。", "担当する課を確かめる必要があるため。"),
            "急を要しないと判断したため。",
        ),
        (
            *("The papers are not complete.", "The date overlaps with another booking."),
            *("The site differs from what was reported.", "It has to be clear who is in charge."),
        ),
    ),
    Subject(
        r"対応|処置|措置|結果|回答|処理|action|answer|result|response",
        (
            *(
                "現地を確認し、カラーコーンを置いて注意を促した。",
                "業者に修繕を依頼し、来週の着手を予定している。",
            ),
            *("応急処置として砕石を敷きならした。", "管理者が異なるため、県の事務所へ引き継いだ。"),
            *("経過を見ることとし、月に一度見回る。", "要望された方に電話で説明し、了承を得た。"),
            "部品の交換を終え、通常どおり使えることを確かめた。",
        ),
        (
            *("Looked at the site and put up cones.", "Ordered the repair; work begins next week."),
            *("Filled the hole with gravel for now.", "Passed on to the prefecture's office."),
        ),
    ),
    Subject(
        r"目的|用途|purpose",
        (
            *("地区の防災訓練で、避難の手順を確かめるため。", "高齢者の健康教室を開くため。"),
            *("子ども会の行事の準備と練習のため。", "年に一度の総会と懇談会を開くため。"),
        ),
        ("To practise evacuation.", "For a health class.", "For the yearly general meeting."),
    ),
    Subject(
        r"備考|メモ|特記|連絡|note|remark|memo",
        (
            *("午前中に電話がほしいとのこと。", "通学路にあたるため、早めの対応を希望。"),
            *("前年にも同じ要望があった。", "写真は後日メールで届く予定。"),
            "現地では地区の区長が立ち会う。",
        ),
        (
            *("Please call in the morning.", "On the way to school: soon, if possible."),
            "Photos will follow by e-mail.",
        ),
    ),
)
OTHER_SENTENCES = Subject(
    "",
    (
        *(
            "側溝のふたが割れていて、歩行者が足を取られるおそれがあります。",
            "大雨のあと、道路に水がたまって通りにくくなっています。",
        ),
        *(
            "街灯が切れていて、夜は足元が見えません。",
            "通学路なので、早めに直していただけると助かります。",
        ),
        *(
            "除雪のあと、家の前に雪が残って車を出せませんでした。",
            "木の枝が張り出し、標識が見えにくくなっています。",
        ),
        *(
            "申し込みの日程を変えたいとの相談がありました。",
            "昨年から続いている要望で、地区でも話し合っています。",
        ),
        "畑の作物が荒らされていて、足跡も残っています。",
    ),
    (
        *(
            "The gutter cover is broken and somebody may trip.",
            "Water stays on the road after rain.",
        ),
        *(
            "The street lamp is out and it is dark at night.",
            "Children pass here on their way to school.",
        ),
        *("Snow was left in front of the house.", "Branches hide the traffic sign."),
    ),
)


@cache
def line_subject(title: str, key: str) -> Subject:
    """Return what a field for one line of text is about."""
    return _first(LINES, title, key) or OTHER_LINES


@cache
def sentence_subject(title: str, key: str) -> Subject:
    """Return what a field for several lines of text is about."""
    return _first(SENTENCES, title, key) or OTHER_SENTENCES


def _first(subjects: tuple[Subject, ...], title: str, key: str) -> Subject | None:
    """The title tells more than the key, which may be anything."""
    for words in (title, key.replace("_", " ")):
        for subject in subjects:
            if re.search(subject.about, words, re.IGNORECASE):
                return subject
    return None
