/* SPDX-License-Identifier: MIT */
/* The scanner: what it answers to odd and hostile texts, and that spelling does not matter. */
#include "base/memory.h"
#include "test.h"
#include "text/text.h"

#include <stdlib.h>

static void scan(ogpi_scanner *s, const char *text, size_t length, const char *language, const ogp_fact **facts,
                 size_t *count)
{
    ogp_error error = OGP_ERROR_INIT;
    assert_int_equal(ogpi_scan(s, text, length, language, facts, count, &error), 0);
}

static ogpi_scanner *scanner_with_limit(size_t bytes)
{
    ogp_limits limits = OGP_LIMITS_INIT;
    ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
    ogp_context *context = NULL;
    ogpi_scanner *scanner = NULL;
    limits.string_bytes = bytes;
    options.limits = &limits;
    assert_int_equal(ogp_context_new(&context, &options, NULL), 0);
    assert_int_equal(ogpi_scanner_new(&scanner, context, NULL), 0);
    ogp_context_unref(context);
    return scanner;
}

static void one_fact(const char *language, const char *text, const char *type, const char *span, const char *norm)
{
    ogp_facts *facts = NULL;
    assert_int_equal(ogp_text_facts(&facts, text, strlen(text), language, NULL, NULL), 0);
    for (size_t i = 0; i < ogp_facts_count(facts); i++) {
        const ogp_fact *fact = ogp_facts_at(facts, i);
        if (strcmp(ogp_fact_type_name(fact->type), type) == 0 && fact->end - fact->start == strlen(span) &&
            memcmp(text + fact->start, span, strlen(span)) == 0 && strcmp(fact->norm, norm) == 0) {
            ogp_facts_unref(facts);
            return;
        }
    }
    ogp_facts_unref(facts);
    fail_msg("%s: no %s \"%s\" = %s", text, type, span, norm);
}

static const struct { const char *language, *text, *type, *span, *norm; } kinds[] = {
    {"en", "Adopt it by the end of June 2025.", "date", "end of June 2025", "2025-06-30"},
    {"fr", "du 3 au 7 juin 2025", "date", "3 au 7 juin 2025", "2025-06-03/2025-06-07"},
    {"es", "Creación de un portal de<br/>\ndatos.<br/>2. Red", "deliverable", "portal de<br/>\ndatos", ""},
    {"en", "The Cabinet\r\nOffice answers.", "responsible", "Cabinet\r\nOffice", ""},
    {"en", "Portal of <br/>\r\ndata.", "deliverable", "Portal of <br/>\r\ndata", ""},
    {"en", "To do:\n- Sign service charters", "deliverable", "service charters", ""},
    {"en", "* Public registry of lobbyists operational", "deliverable", "Public registry of lobbyists", ""},
    {"en", "Tasks: (a) Sign charters; (b) Youth forum report published", "deliverable", "Youth forum report", ""},
    {"en", "1) Train staff 2) Sign service charters", "deliverable", "service charters", ""},
    {"en", "Tasks: - Train staff - Sign service charters", "deliverable", "service charters", ""},
    {"en", "Train staff\no Youth forum report published", "deliverable", "Youth forum report", ""},
    {"en", "| Sign service charters | 2025 |", "deliverable", "service charters", ""},
    {"en", "**Sign service charters**", "deliverable", "service charters", ""},
    {"en", "Tasks:\n-Sign service charters", "deliverable", "service charters", ""},
    {"en", "Background\n\nNational Audit Office reviews it", "responsible", "National Audit Office", ""},
    {"en", "Background\n\nBureau of Statistics: a survey", "responsible", "Bureau of Statistics", ""},
    {"en", "Background\n\nYouth forum report published", "deliverable", "Youth forum report", ""},
    {"en", "Background\n\nThe Mining Cadastre is adopted.", "deliverable", "Mining Cadastre", ""},
    {"en", "Background\n\nCitizens' juries will be set up.", "deliverable", "Citizens' juries", ""},
    {"fr", "Acteurs\nMinistère des Finances\nDate\njanvier 2024", "responsible", "Ministère des Finances", ""},
    {"fr", "Ministère de la Justice\nMinistère de l'Intérieur", "responsible", "Ministère de la Justice", ""},
    {"fr", "Le Secrétariat général du\nMinistère de la Justice publie le rapport.", "responsible",
     "Secrétariat général du\nMinistère de la Justice", ""},
    {"en", "Lead\nMinistry of Finance\nOther actors\nNational Audit Office", "responsible", "Ministry of Finance", ""},
    {"es", "Entidades:\nSecretaría de la Presidencia\nInstituto Nacional de Estadística\nOtros actores", "responsible",
     "Secretaría de la Presidencia", ""},
    {"en", "The plan is shared\nby the Ministry of\nLands and the National\nAudit Office", "responsible",
     "National\nAudit Office", ""},
    {"en", "Hold three (3) Workshops", "quantity", "three (3) Workshops", "3"},
    {"en", "Train 20\n- 30 officers", "quantity", "20\n- 30 officers", "20"},
    {"en", "Signed by the Department of <br/>Justice", "responsible", "Department of <br/>Justice", ""},
    {"es", "en un plazo de seis meses", "duration", "en un plazo de seis meses", "P6M"},
    {"ar", "تنظيم ورشتين في غشت ٢٠٢٥", "quantity", "ورشتين", "2"},
    {"ar", "تنظيم ورشتين في غشت ٢٠٢٥", "date", "غشت ٢٠٢٥", "2025-08"},
    {"fr", "Les travaux iront de 2024 à 2026.", "date", "2024 à 2026", "2024/2026"},
    {"fr", "au bout d'une dizaine de jours", "duration", "une dizaine de jours", "P10D"},
    {"en", "By June 2026 a code of conduct is in place.", "deliverable", "code of conduct", ""},
    {"en", "Publication of transaction fees.", "deliverable", "transaction fees", ""},
    {"en", "It will rebuild public confidence.", "vague", "rebuild public confidence", ""},
    {"en", "Prepare a draft Audit Bill for Cabinet approval", "deliverable", "Audit Bill", ""},
    {"en", "Develop an Information System on the Maria da Penha Law", "deliverable", "Information System", ""},
    {"en", "Awareness campaign for ENER", "deliverable", "Awareness campaign", ""},
    {"ar", "تعتمد اللجنة القرار قبل نهاية السنة", "deliverable", "القرار", ""},
    {"ar", "يراجع السجل كل عقد من الزمن", "duration", "كل عقد من الزمن", "P10Y"},
    {"ar", "رسم خريطة للمخاطر", "deliverable", "خريطة للمخاطر", ""},
    {"ar", "تنشر جماعة سيدي بنور ميزانيتها", "responsible", "جماعة سيدي بنور", ""},
    {"ar", "مجلس جهة بني ملال", "responsible", "مجلس جهة بني ملال", ""},
    {"ar", "تنشر الهيئة الوطنية للوقاية من الفساد تقريرا", "responsible", "الهيئة الوطنية للوقاية من الفساد", ""},
    {"ar", "المركز الوطني لمكافحة الرشوة", "responsible", "المركز الوطني لمكافحة الرشوة", ""},
    {"ar", "تتحرك وزارة العدل لتعديل القانون", "responsible", "وزارة العدل", ""},
    {"ar", "ما بين 18.1 و30 بليون دولار", "quantity", "ما بين 18.1 و30 بليون دولار", "18100000000"},
    {"en", "Update Website of Ministry of Justice", "responsible", "Ministry of Justice", ""},
    {"en", "establish a procedure whereby citizens complain", "deliverable", "procedure", ""},
    {"en", "We will develop a tool capable of it.", "deliverable", "tool", ""},
    {"en", "We will develop an end-to-end system.", "deliverable", "end-to-end system", ""},
    {"en", "We will adopt a strengthened legal framework.", "deliverable", "strengthened legal framework", ""},
    {"en", "Adopt a by-law on archives.", "deliverable", "by-law", ""},
    {"en", "sent to the Ethics and Audit Commission", "responsible", "Ethics and Audit Commission", ""},
    {"en", "the Ministry of Lands, Housing and Urban Development", "responsible",
     "Ministry of Lands, Housing and Urban Development", ""},
    {"en", "the Right to Information Commission", "responsible", "Right to Information Commission", ""},
    {"fr", "L'Institut national de la statistique et de la démographie publiera", "responsible",
     "Institut national de la statistique et de la démographie", ""},
    {"en", "Funds are secured Ministry of Finance April 2021", "responsible", "Ministry of Finance", ""},
    {"fr", "de manière à renforcer le suivi", "vague", "renforcer", ""},
    {"fr", "La formation dure une heure et demie.", "duration", "une heure et demie", "PT90M"},
    {"en", "Next year SCPC will issue guidance.", "responsible", "SCPC", ""},
    {"en", "A study of SCPC's rules follows.", "responsible", "SCPC", ""},
    {"en", "It is administered by SCPC, too.", "responsible", "SCPC", ""},
    {"fr", "Organiser un (01) atelier national.", "quantity", "un (01) atelier", "1"},
    {"fr", "soit un gain de +12 points", "quantity", "12 points", "12"},
    {"fr", "Une enveloppe de 450 MDH est prévue.", "quantity", "450 MDH", "450000000"},
    {"fr", "Valider la liste (2ème trim. 2026).", "date", "2ème trim. 2026", "2026-34"},
    {"fr", "Assurer un guichet et garantir l'accès.", "vague", "garantir l'accès", ""},
    {"fr", "Contribuer au dialogue et à l'amélioration de l'accueil.", "vague", "amélioration", ""},
    {"fr", "Le ministère de la justice publiera un avis.", "responsible", "ministère de la justice", ""},
    {"fr",
     "L'Instance nationale de la probité, de la prévention et de la lutte contre la corruption publiera un avis.",
     "deliverable", "avis", ""},
    {"ar", "يعمل به في السداسي الأول لسنة 2025", "date", "السداسي الأول لسنة 2025", "2025-40"},
    {"ar", "يستفيد 12.000 مواطن", "quantity", "12.000 مواطن", "12000"},
    {"ar", "رصد مليونا درهم للبرنامج", "quantity", "مليونا درهم", "2000000"},
    {"ar", "رصد مليون و250 ألف درهم", "quantity", "مليون و250 ألف درهم", "1250000"},
    {"ar", "بمشاركة (13) جامعة", "quantity", "(13) جامعة", "13"},
    {"ar", "بعد سنة من صدوره", "duration", "سنة", "P1Y"},
    {"ar", "خلال الفترة 2024 ـ 2027", "date", "2024 ـ 2027", "2024/2027"},
    {"ar", "يصدر مجلس الوزراء اللائحة التنفيذية", "responsible", "مجلس الوزراء", ""},
    {"ar", "إصدار مرسوم لتطبيق القانون رقم 31.13.", "deliverable", "مرسوم", ""},
    {"ar", "يهدف المشروع إلى إعداد خريطة تفاعلية.", "deliverable", "خريطة تفاعلية", ""},
    {"ar", "قياس الرضا من خلال استبيان سنوي.", "deliverable", "استبيان", ""},
    {"ar", "ستعلق كل مدرسة بيان الصرف على بابها.", "deliverable", "بيان الصرف", ""},
    {"ar", "تصادق بلدية صفاقس على ميزانية تشاركية.", "deliverable", "ميزانية تشاركية", ""},
    {"ar", "قررت الحكومة إعداد دليل للمشتريات.", "deliverable", "دليل للمشتريات", ""},
    {"ar", "ستنطلق الحملة في الخريف.", "deliverable", "الحملة", ""},
    {"ar", "الحد من البطالة", "vague", "الحد من البطالة", ""},
    {"ar", "وضع قواعد واضحة", "vague", "واضحة", ""},
    {"ar", "بكلفة (6) مليون دينار", "quantity", "(6) مليون دينار", "6000000"},
    {"en", "The Ministry of Justice will publish it where possible.", "vague", "where possible", ""},
    {"fr", "La Cour publiera rétroactivement les données sur les inspections.", "deliverable", "données", ""},
    {"fr", "La Cour tiendra une dizaine de réunions.", "deliverable", "réunions", ""},
    {"fr", "Entité porteuse : Unité de suivi des forêts", "responsible", "Unité de suivi des forêts", ""},
    {"fr", "Porteur : Cellule d'écoute des usagers", "responsible", "Cellule d'écoute des usagers", ""},
    {"fr", "Soumettre la première version du code.", "deliverable", "code", ""},
    {"fr", "Le pays s'était engagé à publier un atlas.", "deliverable", "atlas", ""},
    {"fr", "Ouvrir un guichet dès la rentrée.", "deliverable", "guichet", ""},
    {"fr", "Adoption par le Parlement du code minier.", "deliverable", "code minier", ""},
    {"fr", "Remise au Premier ministre du rapport final.", "responsible", "Premier ministre", ""},
    {"fr", "Remise au Premier ministre du rapport final.", "deliverable", "rapport final", ""},
    {"fr", "Diffuser auprès des 1 503 communes un guide pratique.", "deliverable", "guide pratique", ""},
    {"es", "Se celebrará una decena de reuniones.", "deliverable", "reuniones", ""},
    {"es", "Crear observatorios de precios.", "deliverable", "observatorios de precios", ""},
    {"es", "La Caja Nacional del Agua los Sábados abre.", "responsible", "Caja Nacional del Agua", ""},
    {"es", "El agua escasea y es cara, por eso abriremos un registro.", "deliverable", "registro", ""},
    {"es", "Diseño del plan de riego 2026-2029.", "deliverable", "plan de riego", ""},
    {"es", "Adopción de la estrategia forestal 2026-2029.", "deliverable", "estrategia forestal", ""},
    {"en", "Hold a dozen meetings.", "deliverable", "meetings", ""},
    {"en", "Carrying out an impact assessment of it.", "deliverable", "impact assessment", ""},
    {"en", "Organization of the National Seminar on Youth.", "deliverable", "National Seminar", ""},
    {"en", "To enhance whatever is possible.", "vague", "enhance", ""},
    {"en", "Adopt policies for managing digital records.", "deliverable", "policies", ""},
    {"en", "Build a platform for the delivery of open data.", "deliverable", "platform", ""},
    {"en", "Draft a monitoring and evaluation plan.", "deliverable", "monitoring and evaluation plan", ""},
    {"en", "Public services improvement", "vague", "Public services improvement", ""},
    {"en", "Increase in public trust.", "vague", "Increase in public trust", ""},
    {"en", "It will establish an atmosphere of trust.", "vague", "establish an atmosphere of", ""},
    {"en", "Publish the minutes of what was decided.", "deliverable", "minutes", ""},
    {"en", "The Ministry of Justice will publish it.", "responsible", "Ministry of Justice", ""},
    {"en", "Public services have to be inclusive.", "vague", "be inclusive", ""},
    {"en", "Minutes published each month.", "deliverable", "Minutes", ""},
    {"en", "Organization of the 1st National Conference on Transparency", "deliverable", "National Conference", ""},
    {"fr", "Publier le 1er rapport annuel.", "deliverable", "rapport", ""},
    {"en", "The project plans to create a portal.", "deliverable", "portal", ""},
    {"en", "The local action plans to reduce poverty will be adopted.", "deliverable", "local action plans", ""},
    {"en", "Launch a new and improved portal.", "deliverable", "new and improved portal", ""},
    {"en", "Publish a non-technical summary of the budget.", "deliverable", "non-technical summary", ""},
    {"en", "Amend section 12 of the Companies Act (No. 17 of 2015).", "deliverable", "Companies Act", ""},
    {"fr", "Modifier l'article 12 de la loi n° 17-2015.", "deliverable", "loi", ""},
    {"es", "Modificar el artículo 12 de la Ley N° 17.", "deliverable", "Ley", ""},
    {"ar", "تعديل المادة 12 من القانون رقم 17.", "deliverable", "القانون", ""},
    {"en", "Approval by Parliament of the law on access", "deliverable", "law", ""},
    {"en", "Establish, by decree, a commission.", "deliverable", "commission", ""},
    {"en", "It will have trained 200 teachers, updated the portal and published a report.", "deliverable", "portal",
     ""},
    {"en", "Sign an MoU with universities.", "deliverable", "MoU", ""},
    {"en", "Develop SOPs for officers.", "deliverable", "SOPs", ""},
    {"fr", "Le guide d'application de la loi n° 2016-12 sera publié.", "deliverable", "guide d'application", ""},
    {"fr", "Publier le projet de loi de finances, les rapports d'exécution et la loi de règlement.", "deliverable",
     "loi de règlement", ""},
    {"es", "Publicar los informes, la cuenta general y el presupuesto.", "deliverable", "cuenta general", ""},
    {"ar", "مشروع قانون لحماية المبلغين ومدونة سلوك للموظفين وسجل لتضارب المصالح.", "deliverable", "سجل", ""},
    {"ar", "لا يقل عدد الورشات عن خمس ورشات سنويا.", "quantity", "خمس ورشات", "5"},
    {"es", "La plataforma estará operativa en junio.", "deliverable", "plataforma", ""},
    {"es", "La Directora de Informática responde.", "responsible", "Directora de Informática", ""},
    {"en", "The Environmental Protection Agency and U.S. Department of Agriculture agree.", "responsible",
     "Environmental Protection Agency", ""},
    {"en", "The Civil Society Council will meet.", "responsible", "Civil Society Council", ""},
    {"fr", "Le Bureau anti-corruption publiera un avis.", "responsible", "Bureau anti-corruption", ""},
    {"ar", "تنشر بلدية صور ميزانيتها", "responsible", "بلدية صور", ""},
    {"ar", "تاريخ الانتهاء ديسمبر 2026", "date", "ديسمبر 2026", "2026-12"},
    {"ar", "بنهاية ديسمبر 2026", "date", "نهاية ديسمبر 2026", "2026-12-31"},
    {"ar", "وضع ميثاق، وإسناد جائزة سنوية لأحسن مبادرة.", "deliverable", "جائزة", ""},
    {"ar", "يعاد النظر في المرسوم المنظم للصفقات العمومية", "deliverable", "المرسوم المنظم للصفقات العمومية", ""},
    {"ar", "إعداد بنك للكفاءات المحلية", "deliverable", "بنك للكفاءات المحلية", ""},
    {"ar", "البناء على هذه المنجزات", "vague", "البناء على هذه المنجزات", ""},
    {"en", "Build on existing good practice", "vague", "Build on existing good practice", ""},
    {"en", "instil a culture of integrity", "vague", "instil a culture of", ""},
    {"en", "Introduce an interoperability layer by 2026.", "deliverable", "interoperability layer", ""},
};

static void test_kinds(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        one_fact(kinds[i].language, kinds[i].text, kinds[i].type, kinds[i].span, kinds[i].norm);
}

static void no_fact(const char *language, const char *text, ogp_fact_type type)
{
    ogp_facts *facts = NULL;
    assert_int_equal(ogp_text_facts(&facts, text, strlen(text), language, NULL, NULL), 0);
    for (size_t i = 0; i < ogp_facts_count(facts); i++)
        if (ogp_facts_at(facts, i)->type == type)
            fail_msg("%s: fact %zu", text, i);
    ogp_facts_unref(facts);
}

static const struct { const char *language, *text; ogp_fact_type type; } none[] = {
    {"en", "An agreement between the Bank of Ghana and the Audit Service was signed in May 2019.",
     OGP_FACT_DELIVERABLE},
    {"en", "No regulation says who pays.", OGP_FACT_DELIVERABLE},
    {"en", "To do:\n- Sign service charters", OGP_FACT_RESPONSIBLE},
    {"en", "To do\n(1) Draft it\n(2) Public registry of them", OGP_FACT_QUANTITY},
    {"ar", "1/ نشر تقرير سنوي", OGP_FACT_QUANTITY},
    {"en", "a) Public registry of lobbyists operational", OGP_FACT_RESPONSIBLE},
    {"en", "\"Improve service delivery\"", OGP_FACT_RESPONSIBLE},
    {"en", "Fees are to be defined by law.", OGP_FACT_DELIVERABLE},
    {"ar", "ينشر كل عقد عمومي على الموقع", OGP_FACT_DURATION},
    {"en", "The app lets residents create reports on potholes", OGP_FACT_DELIVERABLE},
    {"en", "Citizens may prepare bills and submit them", OGP_FACT_DELIVERABLE},
    {"fr", "Permettre aux citoyens de créer des rapports", OGP_FACT_DELIVERABLE},
    {"fr", "Les citoyens peuvent préparer des projets de loi", OGP_FACT_DELIVERABLE},
    {"es", "Permitir a los ciudadanos redactar enmiendas", OGP_FACT_DELIVERABLE},
    {"es", "Los ciudadanos pueden preparar proyectos de ley", OGP_FACT_DELIVERABLE},
    {"ar", "يجوز للمواطنين إعداد مشاريع قوانين ورفعها", OGP_FACT_DELIVERABLE},
    {"ar", "تمكين الجمهور من صياغة تعديلات", OGP_FACT_DELIVERABLE},
    {"ar", "تم إنشاء لجنة وطنية لمتابعة الملف", OGP_FACT_DELIVERABLE},
    {"ar", "تحديث الإدارة العامة اللبنانية", OGP_FACT_RESPONSIBLE},
    {"ar", "خلال الولاية التشريعية العاشرة", OGP_FACT_RESPONSIBLE},
    {"ar", "حددت اللجنة الهدف الوطني", OGP_FACT_RESPONSIBLE},
    {"en", "Interviews showed that timetables and building permits are wanted most.", OGP_FACT_DELIVERABLE},
    {"en", "Budget documents are published late. The Treasury will act.", OGP_FACT_DELIVERABLE},
    {"en", "It will ask suppliers holding contracts for their views.", OGP_FACT_DELIVERABLE},
    {"en", "A look at Central Bank of Kenya regulations.", OGP_FACT_DELIVERABLE},
    {"en", "Persons who are obliged to submit declarations.", OGP_FACT_DELIVERABLE},
    {"en", "She established a working group.", OGP_FACT_DELIVERABLE},
    {"en", "The act is a step in ensuring effective implementation.", OGP_FACT_VAGUE},
    {"en", "The portal was launched to promote dialogue.", OGP_FACT_VAGUE},
    {"en", "It fosters the development of applications.", OGP_FACT_DELIVERABLE},
    {"en", "The agency continues to work with others while strengthening controls.", OGP_FACT_VAGUE},
    {"en", "They held two public listening sessions to hear from them.", OGP_FACT_DELIVERABLE},
    {"en", "The ministry launched a portal to promote dialogue.", OGP_FACT_VAGUE},
    {"en", "The agency released a guide to help applicants.", OGP_FACT_VAGUE},
    {"en", "Support to Civil Society for Open Government.", OGP_FACT_RESPONSIBLE},
    {"es", "Las obras no figuran en ningún mapa.", OGP_FACT_DELIVERABLE},
    {"es", "Se pondrá de manifiesto la mejora, al servicio de la gente.", OGP_FACT_DELIVERABLE},
    {"fr", "Suivre l'exécution du projet et les mesures contenues dans l'annexe.", OGP_FACT_DELIVERABLE},
    {"fr", "Prévenir les maladies chroniques par le jugement clinique.", OGP_FACT_DELIVERABLE},
    {"fr", "Réunir les ministres concernés.", OGP_FACT_RESPONSIBLE},
    {"es", "La cobertura subió según la ENAHO 2023 y el PED 2040.", OGP_FACT_RESPONSIBLE},
    {"es", "El Gobierno de Honduras detalla la denuncia, investigación y sanción.", OGP_FACT_RESPONSIBLE},
    {"es", "Promover la denuncia, investigación y sanción.", OGP_FACT_DELIVERABLE},
    {"es", "Fundar documentó casos en dos provincias.", OGP_FACT_DELIVERABLE},
    {"ar", "خمسة أسئلة في بحث ميداني أنجز في مارس 2023", OGP_FACT_DELIVERABLE},
    {"ar", "تسعى الخطة إلى تبسيط المساطر.", OGP_FACT_DELIVERABLE},
    {"ar", "تتضمن كلفة كل مشروع.", OGP_FACT_DELIVERABLE},
    {"ar", "تهدف الاستراتيجية إلى الاستدامة.", OGP_FACT_DELIVERABLE},
    {"ar", "تنصيب الأعضاء بقرار من رئيس المجلس.", OGP_FACT_DELIVERABLE},
    {"ar", "أجرت الوزارة مشاورات إلى جانب تنظيم ورشات.", OGP_FACT_DELIVERABLE},
    {"ar", "اعتماد الخطة يمثل محطة هامة.", OGP_FACT_DELIVERABLE},
    {"ar", "المشاركة في إعداد القرارات والمشاريع.", OGP_FACT_DELIVERABLE},
    {"ar", "سياسات قبول الطلاب: تلتزم الكلية بالحياد.", OGP_FACT_DELIVERABLE},
    {"ar", "وضع جداول مواءمة مع المعايير.", OGP_FACT_VAGUE},
    {"ar", "خفض البطالة إلى 8 في المائة.", OGP_FACT_VAGUE},
    {"ar", "جعل البلد مركزا رقميا.", OGP_FACT_RESPONSIBLE},
    {"es", "El Foro, creado en 2018, ha celebrado 23 reuniones plenarias y de comisión.", OGP_FACT_DELIVERABLE},
    {"fr", "Le 5e plan sera publié le 10 de chaque mois.", OGP_FACT_QUANTITY},
    {"fr", "Un tiers-lieu numérique ouvrira.", OGP_FACT_QUANTITY},
    {"fr", "Améliorer de 20 % le taux de réponse.", OGP_FACT_VAGUE},
    {"fr", "Cet outil facilite déjà la saisine.", OGP_FACT_VAGUE},
    {"fr", "Le texte, traduit et vulgarisé, sera diffusé.", OGP_FACT_VAGUE},
    {"fr", "La réforme a permis d'améliorer la transparence et de renforcer le contrôle.", OGP_FACT_VAGUE},
    {"fr", "Le bureau ouvre de 9 heures à 17 heures.", OGP_FACT_DURATION},
    {"fr", "Le plan d'action n° 3 (2024-2026) et la norme ISO 27001:2022.", OGP_FACT_DATE},
    {"ar", "يوم الاثنين 3 مارس 2025", OGP_FACT_QUANTITY},
    {"ar", "المجلس الاقتصادي والاجتماعي", OGP_FACT_QUANTITY},
    {"ar", "تقرير تقييمي مستقل", OGP_FACT_QUANTITY},
    {"ar", "صادر في 27 من شعبان 1432", OGP_FACT_QUANTITY},
    {"ar", "التوصيات الواردة في الفقرات 7 و9 و10", OGP_FACT_QUANTITY},
    {"ar", "التقرير الثاني والسبعون", OGP_FACT_QUANTITY},
    {"ar", "خلال السنوات القليلة القادمة", OGP_FACT_DURATION},
    {"ar", "القضاة والمدعين العامين", OGP_FACT_DURATION},
    {"en", "The sector suffers from lack of consultation, and non-disclosure of revenues.", OGP_FACT_DELIVERABLE},
    {"en", "insufficient publication of contracts", OGP_FACT_DELIVERABLE},
    {"fr", "l'absence de publication des contrats", OGP_FACT_DELIVERABLE},
    {"fr", "la faible diffusion des rapports", OGP_FACT_DELIVERABLE},
    {"es", "la escasa difusión de los informes", OGP_FACT_DELIVERABLE},
    {"es", "el retraso en la aprobación de la ley", OGP_FACT_DELIVERABLE},
    {"ar", "عدم نشر العقود", OGP_FACT_DELIVERABLE},
    {"ar", "لا توجد منصة موحدة تمكن المواطنين من تقديم العرائض.", OGP_FACT_DELIVERABLE},
    {"ar", "خُصّص الاجتماع للتداول في منهجية مراجعة الخطة.", OGP_FACT_DELIVERABLE},
    {"en", "Train staff in four schools and two health centres.", OGP_FACT_DELIVERABLE},
    {"en", "Teach it in libraries, town halls and health centres.", OGP_FACT_DELIVERABLE},
    {"es", "Atender a la gente en cada centro de salud.", OGP_FACT_DELIVERABLE},
    {"en", "Recommendations of IRM will be taken into consideration.", OGP_FACT_DELIVERABLE},
    {"en", "Under section 12 of the Companies Act, fees are due.", OGP_FACT_DELIVERABLE},
    {"en", "Responsible ministry: to be named", OGP_FACT_RESPONSIBLE},
    {"ar", "المؤسسة المسؤولة: كذا", OGP_FACT_RESPONSIBLE},
    {"es", "Ministerio responsable: tal", OGP_FACT_RESPONSIBLE},
    {"fr", "Agence responsable de la mise en œuvre : telle", OGP_FACT_RESPONSIBLE},
    {"en", "Civil Society Participation in Budgeting", OGP_FACT_RESPONSIBLE},
    {"en", "Contribution of commitment to solving problem", OGP_FACT_VAGUE},
    {"en", "The work with TINZ will involve all.", OGP_FACT_VAGUE},
    {"ar", "إعداد بنك للكفاءات المحلية", OGP_FACT_RESPONSIBLE},
    {"en", "All state enterprises are required to make public data available.", OGP_FACT_DELIVERABLE},
    {"en", "Our Action Plan will focus on Result 10.", OGP_FACT_DELIVERABLE},
    {"en", "Everyone can submit petitions.", OGP_FACT_DELIVERABLE},
};

static void test_no_counts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        no_fact(none[i].language, none[i].text, none[i].type);
}

/* A tag with a region or in capitals is its language; "" is none said. */
static void test_language_is_a_tag(void **state)
{
    (void)state;
    static const struct { const char *tag, *language; } tags[] = {
        {"fr", "fr"}, {"fr-CA", "fr"}, {"FR", "fr"}, {"ar-MA", "ar"}, {"es-419", "es"}, {"", "en"}, {"fra", NULL},
        {"f", NULL}, {"-fr", NULL}, {"de", NULL}};
    const char text[] = "the 3 reports of the ministry";
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        ogp_facts *facts = NULL;
        int code = ogp_text_facts(&facts, text, strlen(text), tags[i].tag, NULL, NULL);
        assert_int_equal(code, tags[i].language ? 0 : OGP_ERROR_USAGE);
        if (tags[i].language)
            assert_string_equal(ogp_facts_language(facts), tags[i].language);
        ogp_facts_unref(facts);
    }
}

static void test_language_is_guessed(void **state)
{
    (void)state;
    static const char *const texts[][2] = {
        { "en", "The ministry will publish the report by the end of the year and hold meetings" },
        { "fr", "Le ministère publiera le rapport dans les meilleurs délais et organisera des réunions" },
        { "es", "El ministerio publicará el informe y realizará reuniones con la ciudadanía" },
        { "ar", "تنشر الوزارة التقرير السنوي قبل نهاية السنة" },
        { "pt", "O ministério publicará o relatório até ao fim do ano e fará reuniões com os cidadãos" },
    };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        ogp_facts *facts = NULL;
        assert_int_equal(ogp_text_facts(&facts, texts[i][1], strlen(texts[i][1]), NULL, NULL, NULL), 0);
        assert_string_equal(ogp_facts_language(facts), texts[i][0]);
        ogp_facts_unref(facts);
    }
}

static void test_refusals(void **state)
{
    (void)state;
    ogp_facts *facts = NULL;
    ogp_error error = OGP_ERROR_INIT;
    assert_int_equal(ogp_text_facts(&facts, "a\xFF", 2, "en", NULL, &error), OGP_ERROR_SYNTAX);
    assert_null(facts);
    assert_int_equal(ogp_text_facts(&facts, "a", 1, "tlh", NULL, &error), OGP_ERROR_USAGE);
    assert_int_equal(ogp_text_facts(&facts, NULL, 1, "en", NULL, &error), OGP_ERROR_USAGE);
    assert_int_equal(ogp_text_facts(&facts, "", 0, NULL, NULL, &error), 0);
    assert_int_equal(ogp_facts_count(facts), 0);
    ogp_facts_unref(facts);
    ogpi_scanner *s = scanner_with_limit(100);
    const ogp_fact *found = NULL;
    size_t count = 0;
    char text[101] = { 0 };
    memset(text, 'a', sizeof(text));
    assert_int_equal(ogpi_scan(s, text, 101, "en", &found, &count, &error), OGP_ERROR_LIMIT);
    ogpi_scanner_free(s);
}

/* The piece again and again, `bytes` long. */
static void fill(char *text, size_t bytes, const char *piece)
{
    size_t length = strlen(piece);
    for (size_t i = 0; i + length <= bytes; i += length)
        memcpy(text + i, piece, length);
    memset(text + bytes - bytes % length, ' ', bytes % length);
}

static void test_hostile_texts(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a",
                                         "\xCC\x81",
                                         "1",
                                         "1,",
                                         "(",
                                         "- ",
                                         "de ",
                                         "and the ",
                                         "31/",
                                         "2025-",
                                         "ال",
                                         "و",
                                         "'",
                                         "l'",
                                         "one hundred ",
                                         "Ministry of ",
                                         "etc. ",
                                         "\n\n",
                                         "\xEF\xB7\xBA",
                                         "([",
                                         "iv) ",
                                         "- a\r\n",
                                         "Aa\n",
                                         "1 2 3 "};
    size_t bytes = 5000000, count = 0;
    char *text = malloc(bytes);
    ogpi_scanner *s = scanner_with_limit(bytes);
    const ogp_fact *facts = NULL;
    for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++) {
        fill(text, i < 2 ? bytes : bytes / 20, pieces[i]);
        scan(s, text, i < 2 ? bytes : bytes / 20, i % 2 ? "ar" : "en", &facts, &count);
    }
    ogpi_scanner_free(s);
    free(text);
}

static void test_learnt_names(void **state)
{
    (void)state;
    ogpi_scanner *s = scanner_with_limit(1000);
    const ogp_fact *facts = NULL;
    size_t count = 0;
    const char *text = "Bruxelles Environnement publiera les mesures.";
    scan(s, text, strlen(text), "fr", &facts, &count);
    assert_true(count == 0 || facts[0].type != OGP_FACT_RESPONSIBLE);
    assert_int_equal(ogpi_scanner_learn(s, "BRUXELLES ENVIRONNEMENT", 23, NULL), 0);
    scan(s, text, strlen(text), "fr", &facts, &count);
    assert_int_equal(facts[0].type, OGP_FACT_RESPONSIBLE);
    assert_int_equal(facts[0].end, 23);
    ogpi_scanner_forget(s);
    scan(s, text, strlen(text), "fr", &facts, &count);
    assert_true(count == 0 || facts[0].type != OGP_FACT_RESPONSIBLE);
    ogpi_scanner_free(s);
}

/* Names that begin alike, in any order: the longest that stands there. Thousands of them must not make a text dear. */
static void test_many_names(void **state)
{
    (void)state;
    static const char *const known[] = {"Zorba Xenon Alpha Beta", "Zorba Xenon", "Zorba Xenon Alpha Beta Gamma",
                                        "Zorba Xenon Alpha Beta"};
    static const struct {
        const char *text;
        size_t end;
    } cases[] = {
        {"Zorba Xenon Alpha will.", 11}, {"Zorba Xenon Alpha Beta Delta.", 22}, {"Zorba Xenon Alpha Beta Gamma", 28}};
    size_t bytes = 1000000, count = 0;
    char name[40], *text = malloc(bytes);
    ogpi_scanner *s = scanner_with_limit(bytes);
    const ogp_fact *facts = NULL;
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(ogpi_scanner_learn(s, known[i], strlen(known[i]), NULL), 0);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        scan(s, cases[i].text, strlen(cases[i].text), "en", &facts, &count);
        assert_true(count > 0 && facts[0].start == 0);
        assert_int_equal(facts[0].end, cases[i].end);
    }
    for (int i = 0; i < 5000; i++)
        assert_int_equal(ogpi_scanner_learn(s, name, (size_t)snprintf(name, sizeof(name), "Zorba Xenon W%d", i), NULL),
                         0);
    fill(text, bytes, "Zorba Xenon ");
    scan(s, text, bytes, "en", &facts, &count);
    assert_true(count > 0);
    ogpi_scanner_free(s);
    free(text);
}

/* Lists of a language of which the built-in rulebook has only the words that it is guessed by. */
static const char portuguese[] =
    "{\"meta\":{\"format\":\"ogp-rulebook/"
    "1\",\"version\":\"2025\"},\"rules\":[],\"sources\":{},\"terms\":{},\"families\":{},\"editions\":{},\"params\":{},"
    "\"text\":{\"languages\":{\"pt\":{"
    "\"script\":\"latin\",\"options\":[\"adjective-behind\",\"point-thousands\",\"sentence-case\"],"
    "\"paradigms\":{\"s\":[\"\",\"s\"]},"
    "\"lists\":{\"guess\":[\"o | a | os | as | do | da | em | para | até\"],"
    "\"month\":{\"6\":[\"junho\"]},\"of\":[\"de | do | da | o | a\"],\"edge_end\":[\"fim de | final de\"],"
    "\"number\":{\"3\":[\"três\"]},\"unit\":{\"P1M\":[\"mês | meses\"]},\"lead\":[\"no prazo de\"],"
    "\"body\":[\"ministério\"],\"inside\":[\"da | do | de\"],\"thing\":[\"portal | relatório~s\"],"
    "\"stop\":[\"o | a | os | as | em | até | para\"],\"verb\":[\"publicará\"],\"act\":{\"2\":[\"publicará\"]},"
    "\"vague\":[\"quando possível | em <num> ou mais passos\"]}}}}}";

static ogp_context *portuguese_context(void)
{
    ogp_rulebook *book = NULL;
    ogp_context *context = NULL;
    ogp_error error = OGP_ERROR_INIT;
    ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
    if (ogp_rulebook_parse(&book, portuguese, sizeof(portuguese) - 1, &error) < 0)
        fail_msg("%s at %s", error.message, error.path);
    options.rulebook = book;
    assert_int_equal(ogp_context_new(&context, &options, NULL), 0);
    ogp_rulebook_unref(book);
    return context;
}

static void same_facts(const char *text, const char *language, const ogp_context *context)
{
    ogp_facts *alone = NULL, *kept = NULL;
    assert_int_equal(ogp_text_facts(&alone, text, strlen(text), language, NULL, NULL), 0);
    assert_int_equal(ogp_text_facts(&kept, text, strlen(text), language, context, NULL), 0);
    assert_string_equal(ogp_facts_language(kept), ogp_facts_language(alone));
    assert_int_equal(ogp_facts_count(kept), ogp_facts_count(alone));
    for (size_t i = 0; i < ogp_facts_count(alone); i++) {
        const ogp_fact *a = ogp_facts_at(alone, i), *b = ogp_facts_at(kept, i);
        assert_true(a->type == b->type && a->start == b->start && a->end == b->end);
        assert_string_equal(b->norm, a->norm);
    }
    ogp_facts_unref(alone);
    ogp_facts_unref(kept);
}

/* What a context keeps changes no answer: words of other languages, a text that was refused, one too large to keep. */
static void test_kept_context(void **state)
{
    static const char *const texts[] = {
        "Publish 50 reports on health by 31 March 2026, where possible.", "Publier 50 rapports sur la santé.",
        "Publicar 50 informes sobre salud cada seis meses.", "نشر ثلاثة تقارير عن الصحة بحلول نهاية سنة 2026."};
    enum { ROUNDS = 80, LONG = 60000 };
    ogp_context *context = NULL;
    ogp_facts *facts = NULL;
    char *many = malloc(LONG + 1);
    (void)state;
    assert_non_null(many);
    for (size_t i = 0; i < LONG; i++)
        many[i] = "a b\n"[i % 4];
    many[LONG] = '\0';
    assert_int_equal(ogp_context_new(&context, NULL, NULL), 0);
    for (size_t i = 0; i < ROUNDS; i++) {
        same_facts(texts[i % 4], i % 3 ? NULL : "en", context);
        assert_int_equal(ogp_text_facts(&facts, "a\xFF", 2, "en", context, NULL), OGP_ERROR_SYNTAX);
        if (i % 16 == 7)
            same_facts(many, NULL, context);
    }
    free(many);
    ogp_context_unref(context);
}

/* A language that no code names comes as data alone. */
static void test_fifth_language(void **state)
{
    (void)state;
    ogp_context *context = portuguese_context();
    ogp_facts *facts = NULL;
    ogp_error error = OGP_ERROR_INIT;
    const char *text = "O Ministério da Justiça publicará três relatórios no prazo de três meses, até o fim de junho "
                       "de 2025, quando possível.";
    static const char *const types[] = { "responsible", "quantity", "deliverable", "duration", "date", "vague" };
    static const char *const norms[] = { "", "3", "", "P3M", "2025-06-30", "" };
    assert_int_equal(ogp_text_facts(&facts, text, strlen(text), NULL, context, &error), 0);
    assert_string_equal(ogp_facts_language(facts), "pt");
    assert_int_equal(ogp_facts_count(facts), 6);
    for (size_t i = 0; i < 6; i++) {
        assert_string_equal(ogp_fact_type_name(ogp_facts_at(facts, i)->type), types[i]);
        assert_string_equal(ogp_facts_at(facts, i)->norm, norms[i]);
    }
    ogp_facts_unref(facts);
    ogp_context_unref(context);
}

/* A phrase may hold a number of any length. */
static void test_number_in_phrase(void **state)
{
    static const char *const texts[] = { "publicará em três ou mais passos", "publicará em 12 ou mais passos" };
    ogp_context *context = portuguese_context();
    ogpi_scanner *scanner = NULL;
    (void)state;
    assert_int_equal(ogpi_scanner_new(&scanner, context, NULL), 0);
    for (size_t i = 0; i < 2; i++) {
        const ogp_fact *facts;
        size_t count, at = 0;
        scan(scanner, texts[i], strlen(texts[i]), "pt", &facts, &count);
        while (at < count && facts[at].type != OGP_FACT_VAGUE)
            at++;
        assert_true(at < count);
        assert_int_equal(facts[at].end, strlen(texts[i]));
    }
    ogpi_scanner_free(scanner);
    ogp_context_unref(context);
}

/* Several texts with one scanner, so that all its memory grows and is used again. */
static int scan_some(const ogp_context *context)
{
    static const char *const texts[] = {
        "The Ministry of Finance will publish three quarterly reports by 31 March 2026, within 20 working days, as far "
        "as possible.",
        "Le ministère de la Justice (MJ) publiera d'ici fin 2026 un rapport annuel et deux portails.",
        "تنشر وزارة المالية خلال ثلاثة أشهر تقريرين عن الموازنة وخمسين مؤشرا قبل نهاية 2026.",
    };
    ogpi_scanner *scanner = NULL;
    const ogp_fact *facts = NULL;
    size_t count = 0;
    int rc = ogpi_scanner_new(&scanner, context, NULL);
    if (rc == 0)
        rc = ogpi_scanner_learn(scanner, "Blue House", 10, NULL);
    for (size_t i = 0; i < 3 && rc == 0; i++)
        rc = ogpi_scan(scanner, texts[i], strlen(texts[i]), i == 0 ? "en" : NULL, &facts, &count, NULL);
    ogpi_scanner_free(scanner);
    return rc;
}

static void test_failed_allocations(void **state)
{
    (void)state;
    survive_failed_allocations(scan_some);
}

/* How many deliverables and vague wordings a sentence has. */
static void test_wordings(void **state)
{
    (void)state;
    static const struct {
        const char *language, *text;
        int things, vague;
    } all[] = {
        { "es", "La comisión elaborará un plan de trabajo.", 1, 0 },
        { "fr", "La commission élaborera un plan de travail.", 1, 0 },
        { "es", "El problema es la falta de un sistema de seguimiento.", 0, 0 },
        { "es", "Aplicación de una encuesta de percepción.", 1, 0 },
        { "es", "Esta iniciativa fortalecerá la participación.", 0, 1 },
        { "es", "El portal es lento y se promoverá su uso.", 0, 1 },
        { "es", "Se dará prioridad a las mujeres, garantizando la transparencia.", 0, 2 },
        { "es", "Creación de capacidades y comunicación fluida.", 0, 2 },
        { "es", "Cuando lo consideren oportuno se invitará a quienes estén.", 0, 1 },
    };
    for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++) {
        ogp_facts *facts = NULL;
        int things = 0, vague = 0;
        assert_int_equal(ogp_text_facts(&facts, all[i].text, strlen(all[i].text), all[i].language, NULL, NULL), 0);
        for (size_t k = 0; k < ogp_facts_count(facts); k++) {
            things += ogp_facts_at(facts, k)->type == OGP_FACT_DELIVERABLE;
            vague += ogp_facts_at(facts, k)->type == OGP_FACT_VAGUE;
        }
        ogp_facts_unref(facts);
        if (things != all[i].things || vague != all[i].vague)
            fail_msg("%s: %d and %d", all[i].text, things, vague);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_no_counts),
        cmocka_unit_test(test_language_is_a_tag),
        cmocka_unit_test(test_language_is_guessed),
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_fifth_language),
        cmocka_unit_test(test_kept_context),
        cmocka_unit_test(test_number_in_phrase),
        cmocka_unit_test(test_failed_allocations),
        cmocka_unit_test(test_hostile_texts),
        cmocka_unit_test(test_learnt_names),
        cmocka_unit_test(test_many_names),
        cmocka_unit_test(test_wordings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
