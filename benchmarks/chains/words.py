"""Invented news prose in two languages: sentences that nobody wrote, about places that are nowhere."""

from __future__ import annotations

from random import Random

_SYLLABLES = {
    "en": "ta ri mo sel ka dun vor ash bel no quay mir osk lan fen ub zar wick hol per".split(),
    "ar": "سر مد نو را حل كف تن وا دي شم بر صا لو قر هن غا طي عد جم في".split(),
}
_PARTS = {
    "en": {
        "who": "the mayor of {p}|engineers from {p}|the water authority of {p}|two residents of {p}|the harbour master, {n}|fishermen near {p}|"
        "a doctor at {p} hospital, {n}|the governor, {n}|teachers of the {p} school|drivers on the {p} road|the union of {p} bakers|"
        "soldiers posted at {p}|a spokesman for the ministry of works|the council of {p}|farmers from the hills above {p}|rescuers|"
        "shopkeepers in the old quarter of {p}|the head of the {p} electricity company, {n}|aid workers|railway staff at {p}|"
        "judge {n}|the director of the {p} dam, {n}|students from {p}|the coast guard|an inspector named {n}|judges in {p}",
        "did": "closed|repaired|inspected|lost|reopened|abandoned|searched|measured|blocked|rebuilt|counted|guarded|cleared|evacuated|"
        "surveyed|flooded|sold|seized|photographed|emptied|moved|replaced|lit|left|crossed|promised to rebuild|refused to leave|"
        "asked for|found|described",
        "what": "{k} houses|the bridge over the {p} river|a warehouse full of grain|the northern pumping station|{k} trucks|the customs post|"
        "a stretch of the coast road|the power line to {p}|three fishing boats|the market of {p}|{k} sacks of flour|an old signal tower|"
        "the emergency ward|a school roof|{k} metres of pipe|the fuel depot|the eastern checkpoint|a broken transformer|the ferry landing|"
        "the archive of the {p} court|a row of shops|the lower fields|{k} sheep|the telephone exchange|a quarry near {p}|the bus station",
        "how": "before dawn|late on {d}|after a night of rain|within {k} minutes|for the second time this month|under a heavy guard|"
        "without any warning|despite an appeal from {p}|at the cost of {k} crowns|in front of a large crowd|during the afternoon|"
        "as the wind rose|two days after the fire|while the talks in {p} went on|on the orders of {n}|by hand|in the dark|since {d}",
        "join": "and|while|but|because|although|so that|after which|before|as|and in the meantime",
        "day": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "end": ".",
    },
    "ar": {
        "who": "رئيس بلدية {p}|مهندسون من {p}|مؤسسة مياه {p}|اثنان من أهالي {p}|مدير المرفأ {n}|صيادون قرب {p}|طبيب في مستشفى {p}|"
        "المحافظ {n}|معلمو مدرسة {p}|سائقون على طريق {p}|نقابة خبازي {p}|جنود متمركزون في {p}|ناطق باسم وزارة الأشغال|مجلس {p}|"
        "مزارعون من تلال {p}|فرق الإنقاذ|أصحاب محال في حي {p} القديم|مدير كهرباء {p} {n}|عمال إغاثة|موظفو سكة {p}|القاضي {n}|"
        "مدير سد {p} {n}|طلاب من {p}|خفر السواحل|مفتش يدعى {n}|وجهاء {p}",
        "did": "أغلق|أصلح|تفقد|خسر|أعاد فتح|هجر|فتش|قاس|قطع|أعاد بناء|أحصى|حرس|أخلى|مسح|أغرق|باع|صادر|صور|أفرغ|نقل|استبدل|أضاء|ترك|عبر|"
        "وعد بترميم|رفض مغادرة|طلب|عثر على|وصف",
        "what": "{k} منزلاً|الجسر فوق نهر {p}|مستودعاً مليئاً بالحبوب|محطة الضخ الشمالية|{k} شاحنة|مركز الجمارك|جزءاً من الطريق الساحلي|"
        "خط الكهرباء إلى {p}|ثلاثة قوارب صيد|سوق {p}|{k} كيس طحين|برج إشارة قديماً|قسم الطوارئ|سقف مدرسة|{k} متراً من الأنابيب|مخزن الوقود|"
        "الحاجز الشرقي|محولاً معطلاً|رصيف العبارات|أرشيف محكمة {p}|صفاً من الدكاكين|الحقول المنخفضة|{k} رأساً من الغنم|مقسم الهاتف|مقلعاً قرب {p}",
        "how": "قبل الفجر|في وقت متأخر من {d}|بعد ليلة ماطرة|خلال {k} دقيقة|للمرة الثانية هذا الشهر|تحت حراسة مشددة|من دون إنذار|رغم نداء من {p}|"
        "بكلفة {k} ديناراً|أمام حشد كبير|خلال ساعات العصر|مع اشتداد الريح|بعد يومين على الحريق|فيما تتواصل المحادثات في {p}|بأمر من {n}|يدوياً|في العتمة",
        "join": "فيما|بينما|لكن|لأن|مع أن|حتى|وبعد ذلك|قبل أن|كما|وفي الأثناء",
        "day": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
        "end": ".",
    },
}  # fmt: skip


def name(rng: Random, lang: str, parts: int = 2) -> str:
    """An invented proper name of one word."""
    word = "".join(rng.choice(_SYLLABLES[lang]) for _ in range(parts))
    return word.capitalize()


def person(rng: Random, lang: str) -> str:
    """An invented person: a common given name, an invented family name."""
    given = {
        "en": "Nadia Omar Daniel Maria Karim Helen Samir Ruth Peter Layla".split(),
        "ar": "نادر سمير ليلى كريم هدى عمر رنا سعيد منى بشير".split(),
    }
    return f"{rng.choice(given[lang])} {name(rng, lang, rng.choice((2, 3)))}"


def sentence(rng: Random, lang: str) -> str:
    """One sentence of twelve to thirty words."""
    parts = _PARTS[lang]

    def part(kind: str) -> str:
        return _filled(rng.choice(parts[kind].split("|")), rng, lang)

    clauses = [f"{part('who')} {part('did')} {part('what')} {part('how')}" for _ in range(rng.choice((1, 2, 2)))]
    joined = f"{'' if lang == 'ar' else ','} {part('join')} ".join(clauses)
    return joined[0].upper() + joined[1:] + parts["end"]


def _filled(pattern: str, rng: Random, lang: str) -> str:
    while "{" in pattern:
        for sign, make in (
            ("{p}", lambda: name(rng, lang, rng.choice((2, 3)))),
            ("{n}", lambda: person(rng, lang)),
            ("{k}", lambda: str(rng.randrange(3, 900))),
            ("{d}", lambda: rng.choice(_PARTS[lang]["day"].split())),
        ):
            if sign in pattern:
                pattern = pattern.replace(sign, make(), 1)
    return pattern


def prose(rng: Random, lang: str, sentences: int) -> list[str]:
    """So many sentences."""
    return [sentence(rng, lang) for _ in range(sentences)]
