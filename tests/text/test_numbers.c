/* SPDX-License-Identifier: MIT */
/* Counts, lengths of time and dates in the ways people write them, and numbers that are none of these. */
#include "test.h"

#include <ogp/text.h>

typedef struct said {
    const char *language, *text;
    const char *facts; /* of the three types, in order: "span=norm; ..." */
} said;

static const said counts[] = {
    {"en", "Publish it by COB 30 June 2026.", "30 June 2026=2026-06-30"},
    {"en", "Publish it by EOY 2026.", "EOY 2026=2026-12-31"},
    {"en", "It costs KES 10 M and USD 2.5 m.", "KES 10 M=10000000; USD 2.5 m=2500000"},
    {"en", "It meets every year and a half.", "every year and a half=P18M"},
    {"en", "Reports by month-end January 2026.", "month-end January 2026=2026-01-31"},
    {"en", "On the second Tuesday of March 2026.", "second Tuesday of March 2026=2026-03-10"},
    {"en", "In the week commencing 20 April 2026.", "week commencing 20 April 2026=2026-04-20/2026-04-26"},
    {"en", "On the 5th day of May 2026.", "5th day of May 2026=2026-05-05"},
    {"en", "On June 3 and 5, 2026.", "June 3=2026-06-03; 5, 2026=2026-06-05"},
    {"en", "From 14 weeks to eight.", "14 weeks=P14W; eight=P8W"},
    {"en", "From 30 days to 10 per cent.", "30 days=P30D; 10 per cent=10"},
    {"en", "Held each fall and every other Saturday.", "each fall=P1Y; every other Saturday=P2W"},
    {"en", "Water is tested three times a day.", "three times a day=PT8H"},
    {"en", "Data are sent 4x/year.", "4x/year=P3M"},
    {"en", "Of 40 hours, of which a quarter online.", "40 hours=PT40H; a quarter=25"},
    {"en", "Nine tenths of the schools.", "Nine tenths=90"},
    {"en", "The schedule covers 20 ministries and agencies.", "20 ministries and agencies=20"},
    {"en", "The grant helps 30 local and regional councils.", "30 local and regional councils=30"},
    {"en", "The rules are spread over seven statutes.", "seven statutes=7"},
    {"en", "Data are dispersed over more than 60 websites.", "more than 60 websites=60"},
    {"en", "It gathered 500 responses reaffirming expectations.", "500 responses=500"},
    {"en", "Target: zero outstanding requests by 2027.", "zero outstanding requests=0; 2027=2027"},
    {"en", "Baseline: zero; target: 40 schools.", "zero=0; 40 schools=40"},
    {"en", "Soon 200 police officers wear body cameras.", "200 police officers=200"},
    {"en", "A response rate of 85 percent or higher.", "85 percent or higher=85"},
    {"es", "Se realizarán dos o tres talleres.", "dos o tres talleres=2"},
    {"en", "Output: twelve (12) policy briefs.", "twelve (12) policy briefs=12"},
    {"en", "Indicators: (1) 80% of reports; (2) 514 councils.", "80%=80; 514 councils=514"},
    {"en", "Draft by-laws for the 1,250 local councils.", "1,250 local councils=1250"},
    {"en", "Publication of between 12 and 15 datasets.", "between 12 and 15 datasets=12"},
    {"es", "Son cuatro mil quinientos millones de pesos.", "cuatro mil quinientos millones de pesos=4500000000"},
    {"fr", "Cible : 10.000 PME inscrites.", "10.000 PME=10000"},
    {"en", "We create one or more distribution platforms.", "one or more distribution platforms=1"},
    {"fr", "Des crédits de 2,873 milliards de FCFA.", "2,873 milliards de FCFA=2873000000"},
    {"fr", "Sur 2.118.125 m² de terrain.", "2.118.125 m²=2118125"},
    {"fr", "Cinq sont achevés et 3 nouveaux font leur entrée.", "Cinq=5; 3=3"},
    {"ar", "لتصل إلى أكثر من (33%) من الناتج.", "أكثر من (33%)=33"},
    {"ar", "خلق 100 ألف منصب شغل في المهن.", "100 ألف منصب شغل=100000"},
    {"ar", "منحة بقيمة (36.6) مليون يورو", "(36.6) مليون يورو=36600000"},
    {"fr", "Valeur de référence : 0. Cible : 65 communes.", "0=0; 65 communes=65"},
    {"fr", "Passer de zéro à dix communes.", "zéro=0; dix communes=10"},
    {"fr", "Huit sont ouverts ; trois autres suivront.", "Huit=8; trois=3"},
    {"fr", "Trois sont achevés, quatre partiellement réalisés.", "Trois=3; quatre=4"},
    {"es", "Se adecuarán 14 sitios web ministeriales.", "14 sitios web=14"},
    {"es", "Un centenar y medio de cantones.", "Un centenar y medio de cantones=150"},
    {"es", "Harán dos docenas de talleres y decenas de visitas.", "dos docenas de talleres=24"},
    {"es", "Inspeccionar 1 de cada 20 obras.", "1 de cada 20=5"},
    {"es", "Por mayoría de 3/4 de los miembros.", "3/4=75"},
    {"es", "Una duración de 2 años y 6 meses.", "2 años y 6 meses=P2Y6M"},
    {"es", "Se harán tres talleres regionales (3).", "tres talleres=3"},
    {"en", "Hold two regional workshops (2) in spring.", "two regional workshops=2"},
    {"ar", "تنظيم ورشتين (2) في 2025.", "ورشتين=2; 2025=2025"},
    {"ar", "عقد خمسة لقاءات تشاورية (05).", "خمسة لقاءات=5"},
    {"es", "Un plazo no mayor de 3 meses.", "3 meses=P3M"},
    {"es", "En un tiempo no menor de cinco días.", "En un tiempo no menor de cinco días=P5D"},
    {"es", "Se conservarán por un período no inferior a diez años.", "diez años=P10Y"},
    {"es", "Personas no mayores de 30 años.", ""},
    {"es", "Ciudadanos de más de 18 años.", ""},
    {"es", "Un plan decenal y un informe año tras año.", "decenal=P10Y; año tras año=P1Y"},
    {"es", "A los 6 meses y 12 meses.", "6 meses=P6M; 12 meses=P12M"},
    {"es", "Dedican 6,3 horas a cuidar.", "6,3 horas=PT6.3H"},
    {"es", "Respuesta en 48 hs. o en 30 min.", "48 hs.=PT48H; 30 min.=PT30M"},
    {"es", "Rige desde el 15-IX-2025.", "15-IX-2025=2025-09-15"},
    {"es", "Vence el 3.XII.2025.", "3.XII.2025=2025-12-03"},
    {"es", "Vence el 3-xii-2025.", "3-xii-2025=2025-12-03"},
    {"es", "El último día hábil de marzo de 2026.", "último día hábil de marzo de 2026=2026-03-31"},
    {"es", "El segundo martes de marzo de 2026.", "segundo martes de marzo de 2026=2026-03-10"},
    {"ar", "اقتناء 22 سيارة و3 حافلات مجهزة.", "22 سيارة=22; 3 حافلات=3"},
    {"ar", "خط الأساس: صفر؛ المستهدف: 40 بلدية.", "صفر=0; 40 بلدية=40"},
    {"en", "150 new and well-equipped hospitals will be built.", "150 new and well-equipped hospitals=150"},
    {"en", "Commitment budget: CFA F 15 000 000 in all.", "CFA F 15 000 000=15000000"},
    {"en", "We reduced the steps to 4. The law follows.", "4=4"},
    {"en", "In the south five regional parliamentary fora were held.", "five regional parliamentary fora=5"},
    {"es", "Entre el 80 % y el 90 % de las solicitudes.", "Entre el 80 % y el 90 %=80"},
    {"en", "Of the 40 women elected 12 went on to lead.", "40 women=40; 12=12"},
    {"ar", "تكوين عدد (20) موظفا.", "(20) موظفا=20"},
    {"ar", "عقد عدد (5) ورشات.", "(5) ورشات=5"},
    {"ar", "عقد (3) ثلاث ورشات.", "(3) ثلاث ورشات=3"},
    {"ar", "لا تزيد عن خمس وثائق.", "لا تزيد عن خمس وثائق=5"},
    {"ar", "أن تصبح خمس جامعات سعودية على الأقل من الأفضل.", "خمس جامعات سعودية على الأقل=5"},
    {"ar", "250 مليونا تمويلا أوليا.", "250 مليونا=250000000"},
    {"es", "Se harán tres talleres regionales como mínimo.", "tres talleres regionales como mínimo=3"},
    {"fr", "Le quart des postes.", "Le quart=25"},
    {"es", "Capacitar 2015 docentes.", "2015 docentes=2015"},
    {"fr", "Former 2015 enseignants en 2026.", "2015 enseignants=2015; 2026=2026"},
    {"ar", "تكوين 2015 موظفا.", "2015 موظفا=2015"},
    {"fr", "Les délais seront réduits de moitié.", "moitié=50"},
    {"en", "Six quarterly newsletters appear.", "Six quarterly newsletters=6; quarterly=P3M"},
    {"fr", "À peine 8 % des communes, soit près d'un demi-million d'euros.",
     "À peine 8 %=8; près d'un demi-million d'euros=500000"},
    {"fr", "Un fonds de 200 000 $ US couvre 80 usagers sur 100.", "200 000 $ US=200000; 80 usagers sur 100=80"},
    {"fr", "Des crédits à hauteur de 900 millions d'ariary.", "900 millions d'ariary=900000000"},
    {"fr", "Former un peu plus de 200 agents.", "un peu plus de 200 agents=200"},
    {"en", "It rises from 38 per cent to three quarters.", "38 per cent=38; three quarters=75"},
    {"en", "It lasts for the next three quarters.", "three quarters=P9M"},
    {"es", "Por mayoría de 3/4 de los miembros.", "3/4=75"},
    {"fr", "Les 3/4 des membres, selon le point 3/4.", "3/4=75"},
    {"es", "Se practicarán inspecciones a 1 de cada 20 obras.", "1 de cada 20=5"},
    {"fr", "Un coût de 1 milliard 200 millions de FCFA.", "1 milliard 200 millions de FCFA=1200000000"},
    {"es", "Son 2 millones 500 mil pesos.", "2 millones 500 mil pesos=2500000"},
    {"fr", "Un budget de 2 millions et demi d'euros.", "2 millions et demi d'euros=2500000"},
    {"fr", "Budget en millions de FCFA.", ""},
    {"fr", "Un budget de 12 millions de dirhams (MDH).", "12 millions de dirhams=12000000"},
    {"fr", "Près des trois quarts des agents.", "Près des trois quarts=75"},
    {"fr", "Plus du quart des communes.", "Plus du quart=25"},
    {"fr", "Plus des deux tiers des communes.", ""},
    {"fr", "Un atelier réunira maximum 30 participants.", "maximum 30 participants=30"},
    {"fr", "Les structures de 30 agents et plus.", "30 agents et plus=30"},
    {"fr", "Les deux seront publiés.", ""},
    {"fr", "L'un des deux sera publié.", ""},
    {"fr", "Les deux institutions publieront.", "deux institutions=2"},
    {"fr", "Sur 60 dossiers, dont 45 traités.", "60 dossiers=60; 45=45"},
    {"fr", "On compte 200 agents, dont 80 salariés.", "200 agents=200; 80 salariés=80"},
    {"fr", "Le portail compte 300 000 inscrits.", "300 000 inscrits=300000"},
    {"fr", "Organiser quatre tables rondes.", "quatre tables rondes=4"},
    {"fr", "Lancer trois appels à projets.", "trois appels à projets=3"},
    {"fr", "Adresse : 12, rue de la République.", ""},
    {"fr", "La couverture 5G de 20 communes.", "20 communes=20"},
    {"en", "The 5G coverage of 20 towns.", "20 towns=20"},
    {"fr", "Cible 1 : 45 communes.", "45 communes=45"},
    {"fr", "Tenir deux (2) à trois (3) ateliers.", "deux (2) à trois (3) ateliers=2"},
    {"en", "Hold two (2) to three (3) workshops.", "two (2) to three (3) workshops=2"},
    {"fr", "Au moins cinquante pour cent (50 %) des dossiers.", "Au moins cinquante pour cent=50"},
    {"en", "At least fifty per cent (50%) of files.", "At least fifty per cent=50"},
    {"es", "La cobertura 4G en 20 municipios.", "20 municipios=20"},
};

static const said times[] = {
    {"en", "The committee meets 2 times a year.", "2 times a year=P6M"},
    {"en", "It shall publish case outcomes 2 times a month.", "2 times a month=P2W"},
    {"fr", "Chiffrer chaque projet de loi 18 mois avant la lecture.", "18 mois=P18M"},
    {"fr", "Traiter les plaintes en moins de deux ans.", "deux ans=P2Y"},
    {"fr", "Un atelier un mois sur deux jusqu'au 31/12/2026.", "un mois sur deux=P2M; 31/12/2026=2026-12-31"},
    {"es", "Ha aumentado en los últimos cinco años.", "cinco años=P5Y"},
    {"en", "It will be progress in the coming years.", ""},
    {"es", "Publicar la matriz de compromisos treinta (30) días después.", "treinta (30) días=P30D"},
    {"ar", "أنجزت المرحلة الأولى يونيو 2026.", "يونيو 2026=2026-06"},
    {"fr", "Le comité se réunit 4 fois par an.", "4 fois par an=P3M"},
    {"es", "El comité se reúne 2 veces al año.", "2 veces al año=P6M"},
    {"fr", "Il se réunit deux à trois fois par an.", "deux à trois fois par an=P6M"},
    {"fr", "Il se réunit 2-3 fois par mois.", "2-3 fois par mois=P2W"},
    {"en", "It meets two to three times a year.", "two to three times a year=P6M"},
    {"es", "Se reúne dos o tres veces al año.", "dos o tres veces al año=P6M"},
    {"fr", "Un bilan semestriel et un annuel.", "semestriel=P6M; annuel=P1Y"},
    {"es", "Una reunión trimestral y una anual.", "trimestral=P3M; anual=P1Y"},
    {"fr", "Le guichet ouvre du lundi au vendredi, 9 h à 17 h.", ""},
    {"fr", "Le délai est ramené de 72 h à 24 h.", "72 h=PT72H; 24 h=PT24H"},
    {"fr", "Les horaires d'ouverture des guichets.", ""},
    {"fr", "Le volume horaire des cours.", ""},
    {"fr", "D'ici à six mois.", "D'ici à six mois=P6M"},
    {"fr", "Pendant trois années consécutives.", "trois années consécutives=P3Y"},
    {"fr", "Dans trois (3) à six (6) mois.", "trois (3) à six (6) mois=P3M"},
    {"en", "It takes three (3) to six (6) months.", "three (3) to six (6) months=P3M"},
    {"fr", "Répondre dans la quinzaine.", "dans la quinzaine=P2W"},
    {"fr", "Une seule fois par an.", "Une seule fois par an=P1Y"},
    {"fr", "1ère moitié 2025", "1ère moitié 2025=2025-40"},
    {"fr", "La troisième semaine de juin 2025.", "troisième semaine de juin 2025=2025-06"},
    {"fr", "Le PND 2021-2025 le prévoit.", ""},
    {"ar", "تجتمع اللجنة 3 مرات في السنة.", "3 مرات في السنة=P4M"},
    {"ar", "يمتد المشروع على مدى ثلاث سنوات.", "ثلاث سنوات=P3Y"},
    {"ar", "خلال المواسم 2025/2026 - 2027/2028.", "2025/2026 - 2027/2028=2025/2028"},
    {"fr", "de 2025/2026 à 2027/2028", "2025/2026 à 2027/2028=2025/2028"},
    {"ar", "الرد في أقل من ساعة.", "ساعة=PT1H"},
    {"ar", "تقليص الأجل من شهر إلى أسبوع واحد.", "شهر=P1M; أسبوع واحد=P1W"},
    {"ar", "يدوم التكوين شهرين كاملين.", "شهرين كاملين=P2M"},
    {"ar", "مدة الإنجاز: نصف سنة.", "نصف سنة=P6M"},
    {"ar", "الرد خلال الـ 48 ساعة التالية.", "خلال الـ 48 ساعة=PT48H"},
    {"ar", "تجتمع اللجنة مرة في كل ثلاثة أشهر.", "مرة في كل ثلاثة أشهر=P3M"},
    {"ar", "بمعدل اجتماعين في الشهر.", "اجتماعين=2; في الشهر=P1M"},
    {"ar", "يومي الاثنين والثلاثاء 12 و13 يناير 2026.", "12=2026-01-12; 13 يناير 2026=2026-01-13"},
    {"ar", "قبل موعد الدورة بخمسة عشر يوما.", "خمسة عشر يوما=P15D"},
    {"ar", "طيلة ثلاث سنوات دراسية.", "ثلاث سنوات دراسية=P3Y"},
    {"ar", "قبل حلول السنة الجبائية 2027.", "السنة الجبائية 2027=2027"},
    {"ar", "عقد جلسة استماع واحدة على الأقل.", "جلسة استماع واحدة على الأقل=1"},
    {"ar", "بكلفة تناهز 850 ألف دينار.", "تناهز 850 ألف دينار=850000"},
    {"ar", "قبل عرض مشروع الموازنة على مجلس النواب بشهر.", "شهر=P1M"},
    {"ar", "في موازنة العام المالي 2027/2026.", "العام المالي 2027/2026=2026/2027"},
    {"ar", "قبل دجمبر 2026", "دجمبر 2026=2026-12"},
    {"ar", "في مواقع القرار لتصل إلى الثلث سنة 2027.", "سنة 2027=2027"},
    {"ar", "صدر القانون 31.13 سنة 2018.", "سنة 2018=2018"},
    {"en", "Publish the work programme for 2026-2028.", "2026-2028=2026/2028"},
    {"es", "El Acuerdo de Escazú entró en vigor el 22 de abril de 2021.", "22 de abril de 2021=2021-04-22"},
    {"es", "Los planes operativos de 2025 se publicarán.", "2025=2025"},
    {"en", "It was tested 2019-22 in the capital.", "2019-22=2019/2022"},
    {"en", "It starts on 1 st March 2022.", "1 st March 2022=2022-03-01"},
    {"en", "Parliament's commitment: 31 January 2025 – a bill tracker.", "31 January 2025=2025-01-31"},
    {"en", "Records of the committee, 1940–1946, are open.", "1940–1946=1940/1946"},
    {"en", "A two- to three-year project starts.", "two- to three-year=P2Y"},
    {"en", "The concession lasts 25 years, the tax 2.5 years.", "25 years=P25Y; 2.5 years=P30M"},
    {"fr", "La concession dure 25 ans.", "25 ans=P25Y"},
    {"fr", "Le rapport sur l'exercice 2024 à la fin du mois de mars 2026.",
     "exercice 2024=2024; fin du mois de mars 2026=2026-03-31"},
    {"es", "La concesión dura 25 años.", "25 años=P25Y"},
    {"ar", "يدوم الامتياز 25 سنة.", "25 سنة=P25Y"},
    {"fr", "Rendu public le deuxième mardi de mars 2026.", "deuxième mardi de mars 2026=2026-03-10"},
    {"fr", "Le 3e jeudi du mois d'octobre 2026.", "3e jeudi du mois d'octobre 2026=2026-10-15"},
    {"fr", "Le dernier vendredi de février 2028.", "dernier vendredi de février 2028=2028-02-25"},
    {"fr", "Le cinquième lundi de mars 2026.", "cinquième lundi de mars 2026=2026-03-30"},
    {"fr", "Le cinquième mercredi de mars 2026.", "mars 2026=2026-03"},
    {"fr", "Le premier lundi de chaque mois.", "chaque mois=P1M"},
    {"fr", "La semaine du 20 avril 2026.", "semaine du 20 avril 2026=2026-04-20/2026-04-26"},
    {"fr", "La semaine du lundi 28 décembre 2026.", "semaine du lundi 28 décembre 2026=2026-12-28/2027-01-03"},
    {"fr", "La semaine du 14 au 18 avril 2026.", "14 au 18 avril 2026=2026-04-14/2026-04-18"},
    {"fr", "Du lundi 3 au vendredi 7 mars 2026.", "3 au vendredi 7 mars 2026=2026-03-03/2026-03-07"},
    {"fr", "Le lundi 3 et le mardi 4 mars 2026.", "3=2026-03-03; 4 mars 2026=2026-03-04"},
    {"fr", "Joignable 24 heures sur 24, sept jours sur sept.", "sept jours sur sept=P1D"},
    {"fr", "Répondre dans un délai maximal d'un mois.", "dans un délai maximal d'un mois=P1M"},
    {"fr", "Un trajet de trois quarts d'heure.", "trois quarts d'heure=PT45M"},
    {"fr", "Un relevé 3 fois/an, puis à chaque quinquennat.", "3 fois/an=P4M; à chaque quinquennat=P5Y"},
    {"ar", "نشر 4 تقارير في السنة.", "4 تقارير=4; في السنة=P1Y"},
    {"en", "The debate ran from 7-30. September 2016.", "7-30. September 2016=2016-09-07/2016-09-30"},
    {"ar", "لمدة سنتين متتاليتين.", "مدة سنتين متتاليتين=P2Y"},
    {"en", "It lasts two years and six months.", "two years and six months=P2Y6M"},
    {"en", "Two hours and 30 minutes, or two days and 12 hours.",
     "Two hours and 30 minutes=PT2H30M; two days and 12 hours=P2DT12H"},
    {"en", "It takes 1.5 years and 3 months, or 6.3 hours and 5 minutes.",
     "1.5 years=P18M; 3 months=P3M; 6.3 hours=PT6.3H; 5 minutes=PT5M"},
    {"en", "Between one year and six months.", "one year=P1Y; six months=P6M"},
    {"en", "An annual report and six months of training.", "annual=P1Y; six months=P6M"},
    {"fr", "Une durée de 1 an et 3 mois.", "1 an et 3 mois=P1Y3M"},
    {"es", "Plazo: 2 años y 6 meses.", "2 años y 6 meses=P2Y6M"},
    {"ar", "خلال سنتين وستة أشهر.", "خلال سنتين وستة أشهر=P2Y6M"},
    {"ar", "تقرير سنوي وثلاثة أشهر للنشر.", "سنوي=P1Y; ثلاثة أشهر=P3M"},
    {"en", "Pupils (ages 11-15) receive sixteen hours of training.", "sixteen hours=PT16H"},
    {"en", "Stage 1 (T+3 months) is an inventory.", "3 months=P3M"},
    {"es", "Se abrirá hasta el 15-IX-2025.", "15-IX-2025=2025-09-15"},
    {"fr", "Réunion du 3.XII.2026.", "3.XII.2026=2026-12-03"},
};

static const said names[] = {
    {"en", "Zero tolerance for corruption and zero waste.", ""},
    {"en", "The consultation follows the 169 Convention of the ILO.", ""},
    {"en", "It amends the 2004 Proclamation on visas.", ""},
    {"en", "The Ministry issued the 2023 LAIR Report on access.", ""},
    {"en", "The Bylaw No. 64 year 2012 that reinforces it.", ""},
    {"fr", "La mise en œuvre de « Djibouti 2035 » commence.", ""},
    {"ar", "خلال ستة أشهر من صدوره (م16).", "خلال ستة أشهر=P6M"},
    {"ar", "زار المركز اليوم الأحد.", ""},
    {"ar", "أنشئ بموجب القرار (99 لسنة 2013) ويشرف عليه", ""},
    {"ar", "إحداث شبكة وطنية للمنسقين", ""},
    {"en", "9.4 Financial Support to Civil Society", ""},
    {"en", "It follows the Constitution of Kenya, 2010, and the law.", ""},
    {"es", "La acción se enmarca en el PND 2022-2026 del Gobierno.", ""},
    {"fr", "Une démarche zéro papier et zéro déchet.", ""},
    {"fr", "La dépense relève de la ligne budgétaire 6213.", ""},
    {"es", "Se imputa a la partida 02 y al renglón 6213.", ""},
    {"es", "Los grados 4 a 7 reciben el manual.", ""},
    {"ar", "القانون رقم 31.13 لسنة 2018", ""},
    {"ar", "الغاية 16.10 من أهداف التنمية المستدامة", ""},
    {"en", "The register will 39 provide all information.", ""},
    {"en", "It has potential for the 51 functioning of the body.", ""},
    {"en", "The Ministry decided to 45 organize a new round.", ""},
    {"en", "The rules are adopted by the Assembly June 2021 December 2022 122 1.2.2 Work on them",
     "June 2021=2021-06; December 2022=2022-12"},
    {"en", "The Bureau of the Treasury 3. Commission on Audit 4. Economic Authority", ""},
    {"en", "Evaluation and advocacy 4.Carry out mid-term evaluation 5.Carry out more.", ""},
    {"en", "The revision of Law n°2012-30 of 28 December 2012 on it.", ""},
    {"en", "Commitment 1 &2 of Sustainable Development Goal (SDG) 16.", ""},
    {"en", "Phone and e-mail 02 3248-942, tel. (+225) 22 47 95 00.", ""},
    {"es", "El plan<br/>6. Ley contra la Corrupción<br/>7. Rondas", ""},
    {"es", "En los años noventa nada se publicaba.", ""},
    {"es", "La línea 116 atiende denuncias.", ""},
    {"es", "Contacto: (591) 2 211-3344 de la oficina.", ""},
    {"fr", "Les jeunes de 16 ans à 30 ans ont voté.", ""},
    {"fr", "Résultat attendu 1 : une stratégie est validée.", ""},
    {"es", "Objetivo específico 3: ampliar la disponibilidad de datos.", ""},
    {"es", "136 Información adicional del compromiso que se asume.", ""},
    {"ar", "المحور الاستراتيجي (3): تعزيز الشفافية.", ""},
    {"ar", "في القطاعين العام والخاص.", ""},
    {"fr", "Les candidats doivent avoir au moins 16 ans ; âge moyen : 42 ans.", ""},
    {"es", "Quienes hayan cumplido 18 años votan.", ""},
    {"ar", "المواطنون الذين بلغوا 18 سنة يصوتون.", ""},
    {"fr", "L'engagement suit le Plan national de développement économique et social 2021-2025.", ""},
    {"en", "It follows the National Plan for Economic and Social Development 2021-2025.", ""},
    {"ar", "مبادئ مجموعة العشرين متبعة.", ""},
    {"ar", "المرحلة 2 تبدأ.", ""},
    {"fr", "Le forum a lieu la première quinzaine de novembre.", ""},
    {"fr", "Les salles restent ouvertes jusqu'à 21 heures.", ""},
};

/* The facts of the three types, as `said.facts` has them. */
static void tell(char *out, size_t size, const said *one)
{
    ogp_facts *facts = NULL;
    assert_int_equal(ogp_text_facts(&facts, one->text, strlen(one->text), one->language, NULL, NULL), 0);
    out[0] = '\0';
    for (size_t i = 0; i < ogp_facts_count(facts); i++) {
        const ogp_fact *fact = ogp_facts_at(facts, i);
        size_t length = strlen(out);
        if (fact->type == OGP_FACT_DATE || fact->type == OGP_FACT_DURATION || fact->type == OGP_FACT_QUANTITY)
            snprintf(out + length, size - length, "%s%.*s=%s", length ? "; " : "", (int)(fact->end - fact->start),
                     one->text + fact->start, fact->norm);
    }
    ogp_facts_unref(facts);
}

static void check(const said *all, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char found[512];
        tell(found, sizeof(found), &all[i]);
        if (strcmp(found, all[i].facts) != 0)
            fail_msg("%s: \"%s\", not \"%s\"", all[i].text, found, all[i].facts);
    }
}

static void test_counts(void **state)
{
    (void)state;
    check(counts, sizeof(counts) / sizeof(*counts));
}

static void test_times(void **state)
{
    (void)state;
    check(times, sizeof(times) / sizeof(*times));
}

static void test_names(void **state)
{
    (void)state;
    check(names, sizeof(names) / sizeof(*names));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_times),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
