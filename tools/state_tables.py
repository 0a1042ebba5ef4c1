"""The facts about States that no package supplies: regional groups, further names, corrections.

Read by `state_names.py`. The groups are our own table, written from the practice of the United Nations: where each
Member State stands for election. See `src/palermo/reference/data/README.md` for the known peculiarities.
"""

from __future__ import annotations

GROUPS: dict[str, str] = {
    "AFR": (
        "AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI DZA EGY ERI ETH GAB GHA GIN GMB GNB GNQ KEN LBR LBY LSO "
        "MAR MDG MLI MOZ MRT MUS MWI NAM NER NGA RWA SDN SEN SLE SOM SSD STP SWZ SYC TCD TGO TUN TZA UGA ZAF ZMB ZWE"
    ),
    "APG": (
        "AFG ARE BGD BHR BRN BTN CHN CYP FJI FSM IDN IND IRN IRQ JOR JPN KAZ KGZ KHM KIR KOR KWT LAO LBN LKA MDV MHL "
        "MMR MNG MYS NPL NRU OMN PAK PHL PLW PNG PRK QAT SAU SGP SLB SYR THA TJK TKM TLS TON TUV UZB VNM VUT WSM YEM"
    ),
    "EEG": "ALB ARM AZE BGR BIH BLR CZE EST GEO HRV HUN LTU LVA MDA MKD MNE POL ROU RUS SRB SVK SVN UKR",
    "GRULAC": (
        "ARG ATG BHS BLZ BOL BRA BRB CHL COL CRI CUB DMA DOM ECU GRD GTM GUY HND HTI JAM KNA LCA MEX NIC PAN PER PRY "
        "SLV SUR TTO URY VCT VEN"
    ),
    "WEOG": (
        "AND AUS AUT BEL CAN CHE DEU DNK ESP FIN FRA GBR GRC IRL ISL ISR ITA LIE LUX MCO MLT NLD NOR NZL PRT SMR SWE "
        "TUR USA"
    ),
}

OBSERVERS = ("PSE", "VAT")
OTHERS = ("COK", "NIU")

# No country package holds the European Union as a party; ISO 3166-1 reserves the letters EU and EUE for it.
EUROPEAN_UNION: dict[str, str] = {
    "iso3": "EUE",
    "iso2": "EU",
    "standing": "other",
    "name_en": "European Union",
    "name_fr": "Union européenne",
    "name_es": "Unión Europea",
    "name_ru": "Европейский союз",
    "name_ar": "الاتحاد الأوروبي",
    "name_zh": "欧洲联盟",
}

# Where the package's short name is not the one in the United Nations' own documents.
CORRECTIONS: dict[tuple[str, str], str] = {
    ("NLD", "ar"): "هولندا (مملكة -)",
    ("TLS", "ar"): "تيمور - ليشتي",
    ("VAT", "zh"): "教廷",
}

# Other and former names that treaty tables print. A State that several States succeeded to (Czechoslovakia,
# Yugoslavia, Serbia and Montenegro, the German Democratic Republic, the Soviet Union) is nobody's alias.
ALIASES: dict[str, str] = {
    "AFG": "Afganistan",
    "ARE": "UAE;Emirates;Émirats;Emiratos",
    "ATG": "Antigua & Barbuda",
    "BEN": "Dahomey",
    "BFA": "Upper Volta;Haute-Volta;Alto Volta",
    "BGD": "Bangladés",
    "BHR": "Bahréin",
    "BHS": "The Bahamas;Bahamas (the);Las Bahamas",
    "BIH": "Bosnia-Herzegovina;Bosnie et Herzégovine",
    "BLR": "Byelorussia;Byelorussian SSR;Byelorussian Soviet Socialist Republic;Biélorussie;Bielorrusia;Белоруссия",
    "BLZ": "British Honduras",
    "BOL": "Bolivia;Bolivie;Боливия;玻利维亚;بوليفيا",
    "BRN": "Brunei;Brunéi;Бруней;文莱;بروناي",
    "BWA": "Botsuana",
    "CHE": "Swiss Confederation",
    "CHN": "People's Republic of China;China, People's Republic of",
    "CIV": "Ivory Coast;Costa de Marfil;Cote d Ivoire;Cote dIvoire;象牙海岸;ساحل العاج",
    "COD": (
        "DR Congo;DRC;RDC;D.R. Congo;Dem. Rep. of the Congo;Congo, Democratic Republic of the;"
        "Congo, Democratic Republic of;Democratic Republic of Congo;Congo, Dem. Rep.;"
        "Congo (Kinshasa);Zaire"
    ),
    "COG": "Republic of the Congo;Congo, Republic of the;Congo, Rep.;Congo (Brazzaville);"
    "République du Congo;República del Congo",
    "COM": "Comoro Islands;Коморы",
    "CPV": "Cape Verde;Cap-Vert;Cap Vert",
    "CZE": "Czech Republic;République tchèque;República Checa;Чешская Республика;捷克共和国;الجمهورية التشيكية",
    "DEU": "Federal Republic of Germany;Germany, Federal Republic of;ФРГ",
    "DJI": "Yibuti",
    "DOM": "Dominican Rep.;多米尼加",
    "EGY": "Arab Republic of Egypt",
    "ETH": "Abyssinia",
    "EUE": "EU;UE;European Community;European Communities;European Economic Community;Communauté européenne;"
    "Comunidad Europea;Европейское сообщество;ЕС;欧盟",
    "FJI": "Fiyi;Fiji Islands;Islas Fiji;Îles Fidji",
    "FSM": "Micronesia;Micronésie;Federated States of Micronesia;Микронезия;密克罗尼西亚;ميكرونيزيا",
    "GBR": "United Kingdom;UK;U.K.;Great Britain;Britain;United Kingdom of Great Britain & Northern Ireland;"
    "Royaume-Uni;Grande-Bretagne;Reino Unido;Gran Bretaña;Соединенное Королевство;Великобритания;英国;联合王国;"
    "المملكة المتحدة;بريطانيا",
    "GMB": "The Gambia;Gambia (the)",
    "GNB": "Guinea Bissau;Guinée-Bissao",
    "GNQ": "Guinée-Équatoriale",
    "GRD": "Granada",
    "IRL": "Republic of Ireland;Irish Free State",
    "IRN": "Iran;Irán;Persia;Иран;伊朗;إيران",
    "IRQ": "Irak",
    "KAZ": "Kazajistán;Kazakstan",
    "KEN": "Kenia",
    "KGZ": "Kyrgyz Republic;Kyrgyzstan;Kirghizstan;Kirgistan;Киргизия",
    "KHM": "Kampuchea;Democratic Kampuchea;Khmer Republic",
    "KNA": "St. Kitts and Nevis;St Kitts & Nevis;Saint Kitts & Nevis;Saint Christopher and Nevis;"
    "Saint-Christophe-et-Niévès;Saint-Kitts-et-Névis;San Cristóbal y Nieves",
    "KOR": "South Korea;Korea, South;Korea, Republic of;Korea, Rep.;Korea (Republic of);ROK;Corée du Sud;"
    "Corea del Sur;Corée, République de;Corea, República de;Южная Корея;韩国;كوريا الجنوبية",
    "LAO": "Lao PDR;Laos;Lao People's Dem. Rep.;Lao;Лаос;老挝;لاوس",
    "LBY": "Libyan Arab Jamahiriya;Libyan Arab Republic;Jamahiriya arabe libyenne;Jamahiriya Árabe Libia;Libia",
    "LCA": "St. Lucia;St Lucia",
    "LKA": "Ceylon",
    "LSO": "Lesoto;Basutoland",
    "MDA": "Moldova;Moldova, Republic of;Moldova, Rep.;Moldavia;Moldavie;Молдова;Молдавия;摩尔多瓦;مولدوفا",
    "MDG": "Malagasy Republic",
    "MDV": "Maldive Islands;Мальдивы",
    "MHL": "Marshall Is.;Republic of Marshall Islands",
    "MKD": "Macedonia;The former Yugoslav Republic of Macedonia;former Yugoslav Republic of Macedonia;FYROM;"
    "TFYR Macedonia;Macedonia, The former Yugoslav Republic of;Macedonia (FYROM);Macedonia (TFYR);"
    "Ex-République yougoslave de Macédoine;L'ex-République yougoslave de Macédoine;Macédoine;"
    "Ex República Yugoslava de Macedonia;La ex República Yugoslava de Macedonia;Republic of Macedonia;"
    "Македония;马其顿",
    "MMR": "Burma;Birmanie;Birmania;Myanmar (Burma);Burma (Myanmar)",
    "MUS": "Île Maurice;Isla Mauricio",
    "MWI": "Malaui;Nyasaland",
    "NLD": "Netherlands;The Netherlands;Netherlands (the);Holland;Pays-Bas;Países Bajos;Holanda;Нидерланды;"
    "荷兰;هولندا",
    "NRU": "Nauru;Науру;ناورو",
    "NZL": "Nueva Zelanda",
    "PNG": "Papua Nueva Guinea",
    "POL": "Polish People's Republic",
    "PRK": "North Korea;Korea, North;DPRK;DPR Korea;Democratic People's Rep. of Korea;"
    "Korea, Democratic People's Republic of;Korea, Dem. People's Rep.;Korea (Democratic People's Republic of);"
    "Corée du Nord;Corea del Norte;Северная Корея;КНДР;朝鲜;كوريا الشمالية",
    "PLW": "Palaos",
    "PSE": "Palestine;Palestinian Authority;Occupied Palestinian Territory;Palestine, State of;Palestina;Палестина;"
    "巴勒斯坦;فلسطين",
    "QAT": "Catar",
    "ROU": "Rumania;Roumania;Romanian People's Republic",
    "RUS": "Russia;Russie;Rusia;Россия;俄罗斯;روسيا",
    "RWA": "Ruanda",
    "SLE": "Sierra-Leone",
    "SLV": "Salvador",
    "STP": "São Tomé and Príncipe;Sao Tome & Principe;São Tomé-et-Príncipe",
    "SUR": "Surinam",
    "SVK": "Slovak Republic;République slovaque;República Eslovaca;Словацкая Республика",
    "SWZ": "Swaziland;Suazilandia;Kingdom of Swaziland;Eswatini (Kingdom of);Свазиленд;سوازيلند",
    "SYC": "Сейшелы",
    "SYR": "Syria;Syrie;Siria;Сирия;叙利亚;سوريا",
    "THA": "Siam",
    "TJK": "Tadzhikistan",
    "TLS": "East Timor;Timor oriental;Timor Oriental;Democratic Republic of East Timor;Восточный Тимор",
    "TTO": "Trinidad & Tobago;Trinidad y Tobago",
    "TUR": "Turkey;Turquie;Turquía;Turkiye",
    "TZA": "Tanzania;Tanzanie;Tanzanía;Tanzania, United Republic of;United Rep. of Tanzania;"
    "Танзания;坦桑尼亚;تنزانيا",
    "UKR": "Ukrainian SSR;Ukrainian Soviet Socialist Republic",
    "USA": "United States;US;U.S.;U.S.A.;États-Unis;Estados Unidos;EE.UU.;США;Соединенные Штаты;"
    "美国;الولايات المتحدة",
    "VAT": "Vatican;Vatican City;Vatican City State;Holy See (Vatican City State);Cité du Vatican;Vaticano;"
    "Ciudad del Vaticano;Ватикан;梵蒂冈;罗马教廷;الفاتيكان",
    "VCT": "St. Vincent and the Grenadines;St. Vincent & the Grenadines;Saint Vincent & the Grenadines;"
    "St. Vincent;Saint Vincent",
    "VEN": "Venezuela;Венесуэла;委内瑞拉;فنزويلا",
    "VNM": "Vietnam;Việt Nam;Socialist Republic of Vietnam;فيتنام",
    "WSM": "Western Samoa;Samoa-Occidental;Samoa Occidental",
    "ZAF": "Union of South Africa;RSA",
    "ZMB": "Northern Rhodesia",
}
