"""The guard knows what the languages of the world are written in, and which of them are not English."""

import pytest

from l10n.drafting.guard import inspect
from l10n.text.identity import identify

SOURCE = "The city council held a meeting at the harbor on Monday."
RIGHT = {
    "am": "የከተማው ምክር ቤት ሰኞ ዕለት በወደቡ ስብሰባ አካሄደ።",
    "as": "নগৰ পৰিষদে সোমবাৰে বন্দৰত এখন সভা অনুষ্ঠিত কৰিছিল।",
    "ba": "Ҡала советы дүшәмбе көнө портта йыйылыш үткәрҙе.",
    "bho": "नगर परिषद सोमार के बंदरगाह पर एगो बइठक कइलस।",
    "bo": "གྲོང་ཁྱེར་གྲོས་ཚོགས་ཀྱིས་གཟའ་ཟླ་བའི་ཉིན་གྲུ་ཁར་ཚོགས་འདུ་ཞིག་ཚོགས་པ་རེད།",
    "ckb": "ئەنجومەنی شار ڕۆژی دووشەممە لە بەندەرەکە کۆبوونەوەیەکی کرد.",
    "cv": "Хула канашӗ тунтикун портра пуху ирттернӗ.",
    "dv": "ސިޓީ ކައުންސިލުން ހޯމަ ދުވަހު ބަނދަރުގައި ބައްދަލުވުމެއް ބޭއްވި.",
    "hy": "Քաղաքային խորհուրդը երկուշաբթի օրը նավահանգստում ժողով անցկացրեց։",
    "ka": "საქალაქო საბჭომ ორშაბათს ნავსადგურში კრება გამართა.",
    "km": "ក្រុមប្រឹក្សាក្រុងបានប្រជុំនៅកំពង់ផែនៅថ្ងៃចន្ទ។",
    "kok": "शार मंडळान सोमारा बंदरांत एक बसका घेतली.",
    "lo": "ສະພາເມືອງໄດ້ຈັດກອງປະຊຸມຢູ່ທ່າເຮືອໃນວັນຈັນ.",
    "mai": "नगर परिषद सोम दिन बंदरगाह पर एकटा बैसार केलक।",
    "my": "မြို့တော်ကောင်စီသည် တနင်္လာနေ့တွင် ဆိပ်ကမ်း၌ အစည်းအဝေး ကျင်းပခဲ့သည်။",
    "ne": "नगर परिषद्ले सोमबार बन्दरगाहमा बैठक गर्‍यो।",
    "or": "ନଗର ପରିଷଦ ସୋମବାର ଦିନ ବନ୍ଦରରେ ଏକ ବୈଠକ କରିଥିଲା।",
    "os": "Горæты совет къуырисæры порты æмбырд арæзта.",
    "ps": "د ښار شورا د دوشنبې په ورځ په بندر کې غونډه وکړه.",
    "sd": "شهر جي ڪائونسل سومر ڏينهن بندرگاهه تي هڪ گڏجاڻي ڪئي.",
    "si": "නගර සභාව සඳුදා වරායේදී රැස්වීමක් පැවැත්වීය.",
    "sr@latin": "Gradsko veće je u ponedeljak održalo sastanak u luci.",
    "tg": "Шӯрои шаҳр рӯзи душанбе дар бандар ҷаласа баргузор кард.",
    "ti": "ምኽሪ ከተማ ሰኑይ ዕለት ኣብ ወደብ ኣኼባ ኣካይዱ።",
    "tt": "Шәһәр советы дүшәмбе көнне портта җыелыш үткәрде.",
    "ug": "شەھەر كېڭىشى دۈشەنبە كۈنى پورتتا يىغىن ئۆتكۈزدى.",
    "ur": "شہر کی کونسل نے پیر کے روز بندرگاہ پر ایک اجلاس منعقد کیا۔",
    "yue": "市議會星期一喺個港口度開咗一個會議。",
    "zh_TW": "市議會星期一在港口舉行了一場會議。",
}
"""One right draft for each."""


@pytest.mark.parametrize("locale", RIGHT)
def test_a_right_draft_passes_in_whatever_script(locale):
    assert inspect(SOURCE, RIGHT[locale], target_locale=locale) == ""


@pytest.mark.parametrize("locale", ["as", "or", "sd", "tt"])
def test_a_draft_in_the_script_of_another_language_does_not(locale):
    other = {"as": "or", "or": "as", "sd": "tt", "tt": "sd"}[locale]
    assert "script" in inspect(SOURCE, RIGHT[other], target_locale=locale)


SHARING = {
    "af": "Die raad was in die hawe en het gesê die plan is in die koerant te lees, maar dit was te laat.",
    "cy": "Cynhaliodd cyngor y ddinas gyfarfod yn yr harbwr ddydd Llun a bu trafod ar y cynllun newydd.",
    "da": "Der var for mange af dem her, og han har set, at de var i havnen for at se på det.",
    "fy": "De gemeenteried hat moandei yn de haven in gearkomste holden en der is oer it plan praat.",
    "lb": "De Gemengerot war e Méindeg um Hafen an hat iwwer den neie Plang geschwat, mee et war net vill Zäit.",
    "nb": "Hun har sagt at de var i havnen, men at det er for sent å se etter dem der i dag.",
    "nl": "De man was in het water en had in de kou een kind in zijn armen, was in de krant te lezen.",
    "sw": "Baraza la mji lilifanya mkutano bandarini siku ya Jumatatu na wajumbe walizungumza kuhusu mpango.",
}
ENGLISH = "The council has said that it will not be in the harbor when the ships from the north are there."


@pytest.mark.parametrize("locale", SHARING)
def test_words_that_a_language_shares_with_english_do_not_make_a_text_english(locale):
    text = SHARING[locale]
    assert (identify.surely(text, locale), identify.impostor(text, locale)) == ("", "")


@pytest.mark.parametrize("locale", [*SHARING, "ko", "tt", "or"])
def test_english_is_english_whatever_the_locale(locale):
    assert (identify.surely(ENGLISH, locale), identify.impostor(ENGLISH, locale)) == ("en", "en")


def test_neighbours_are_told_from_each_other():
    danish = "Hun siger, at de ikke har set ham, efter at han blev kørt til en by ved havet af sin far."
    assert identify.surely(danish, "sv") == "da"
    assert identify.surely(danish, "da") == ""


def test_letters_with_stops_are_an_acronym_and_no_words_of_another_language():
    assert identify.surely("A.S. seharusnya menggandakan pendanaan A.I.", "id") == ""


@pytest.mark.parametrize(
    ("locale", "why"), [("zh_TW", ""), ("zh_HK", ""), ("yue", ""), ("zh_CN", "Traditional"), ("zh", "Traditional")]
)
def test_traditional_letters_belong_where_the_script_of_the_locale_says_so(locale, why):
    answer = inspect(SOURCE, "市議會星期一在港口舉行了一場會議，討論碼頭與漁船。", target_locale=locale)
    assert answer.endswith(f"({why} Chinese)") if why else answer == ""
