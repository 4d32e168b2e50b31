"""Words of web forms for the choices of an application, in the languages that such forms are written in."""

from collections.abc import Mapping

from sessions.domain.selection import Function, Gender, Kind
from sessions.imports.application_columns import fold_heading

YES = frozenset(
    [
        "yes", "y", "true", "1", "x", "ok", "agree", "agreed", "accepted", "i agree", "i consent", "oui",
        "j accepte", "je consens", "si", "acepto", "sim", "aceito", "да", "согласен", "согласна", "نعم", "أوافق",
        "是", "同意", "ja", "✓", "✔", "☑",
    ]
)  # fmt: skip
"""What a box that was ticked, or a consent that was given, looks like."""

KINDS: Mapping[str, Kind] = {
    fold_heading(word): kind
    for kind, words in {
        Kind.MANUFACTURER: "manufacturer|manufacturing|industry|pharmaceutical industry|pharmaceutical company|"
        "fabricant|industrie|fabricante|industria|indústria|производитель|промышленность|الصناعة|شركة مصنعة|"
        "制造商|企业|hersteller",
        Kind.REGULATOR: "regulator|regulatory authority|national regulatory authority|NRA|regulatory agency|"
        "autorité réglementaire|autorité de réglementation|autoridad reguladora|autoridade reguladora|регулятор|"
        "регуляторный орган|هيئة رقابية|السلطة الرقابية|监管机构|behörde",
        Kind.MINISTRY: "ministry|ministry of health|ministry of industry|government|ministère|gouvernement|ministerio|"
        "gobierno|ministério|governo|министерство|وزارة|部委|政府|ministerium",
        Kind.ACADEMIA: "academia|academic|university|research|research institute|université|recherche|universidad|"
        "universidade|университет|наука|جامعة|大学|研究|universität",
        Kind.OTHER: "other|autre|otro|outro|другое|أخرى|其他|andere",
    }.items()
    for word in words.split("|")
}
FUNCTIONS: Mapping[str, Function] = {
    fold_heading(word): function
    for function, words in {
        Function.DEVELOPMENT: "development|research and development|r&d|développement|desarrollo|desenvolvimento|"
        "разработка|التطوير|研发|entwicklung",
        Function.PRODUCTION: "production|manufacturing|producción|produção|производство|الإنتاج|生产|produktion",
        Function.QUALITY_ASSURANCE: "quality assurance|QA|assurance qualité|aseguramiento de la calidad|"
        "garantía de calidad|garantia da qualidade|обеспечение качества|ضمان الجودة|质量保证|qualitätssicherung",
        Function.QUALITY_CONTROL: "quality control|QC|contrôle qualité|contrôle de la qualité|control de calidad|"
        "controle de qualidade|контроль качества|مراقبة الجودة|质量控制|qualitätskontrolle",
        Function.REGULATORY: "regulatory|regulatory affairs|inspection|affaires réglementaires|asuntos regulatorios|"
        "assuntos regulatórios|регуляторные вопросы|الشؤون التنظيمية|注册事务|zulassung",
        Function.OTHER: "other|autre|otro|outro|другое|أخرى|其他|andere",
    }.items()
    for word in words.split("|")
}
GENDERS: Mapping[str, Gender | None] = {
    fold_heading(word): gender
    for gender, words in {
        Gender.WOMAN: "woman|female|f|w|femme|féminin|"
        "mujer|femenino|mulher|feminino|женщина|женский|ж|أنثى|女|frau|weiblich",
        Gender.MAN: "man|male|m|homme|masculin|hombre|masculino|homem|мужчина|мужской|м|ذكر|男|mann|männlich",
        Gender.ANOTHER: "another|other|non-binary|nonbinary|autre|otro|outro|другое|其他|divers",
        None: "prefer not to say|not stated|n/a|-|je préfère ne pas répondre|prefiero no decirlo|prefiro não dizer",
    }.items()
    for word in words.split("|")
}
LANGUAGES: Mapping[str, str] = {
    fold_heading(word): code
    for code, words in {
        "en": "english|anglais|inglés|inglês|английский|الإنجليزية|英语|englisch",
        "fr": "french|français|francés|francês|французский|الفرنسية|法语|französisch",
        "es": "spanish|espagnol|español|espanhol|испанский|الإسبانية|西班牙语|spanisch",
        "pt": "portuguese|portugais|portugués|português|португальский|البرتغالية|葡萄牙语|portugiesisch",
        "ru": "russian|russe|ruso|russo|русский|الروسية|俄语|russisch",
        "ar": "arabic|arabe|árabe|арабский|العربية|阿拉伯语|arabisch",
        "zh": "chinese|chinois|chino|chinês|китайский|الصينية|中文|chinesisch",
    }.items()
    for word in words.split("|")
}
