/**
 * Names, capitals, best known cities and demonyms of countries in English, Spanish and Portuguese, one country a
 * line, by ISO 3166-1 alpha-2. Entries are phrases of the category language: a capital in them must be a capital in
 * the text (`Chile`, not `chile`). Names from Unicode CLDR; the rest by hand, the Americas most fully.
 */
export const COUNTRY_NAMES = `
AD: Andorra
AE: United Arab Emirates; Emiratos Árabes Unidos; Emirados Árabes Unidos; UAE; EAU; Abu Dhabi; Dubai; Emirati{,s}; emirati{,es}
AF: Afghanistan; Afganistán; Afeganistão; Kabul; Afghan{,s}; afgan{o,a,os,as}; afeg{ao,aos,a,as}
AG: Antigua and Barbuda; Antigua y Barbuda; Antígua e Barbuda; Saint John's
AL: Albania; Tirana; Albanian{,s}; albanes{,a,es,as}
AM: Armenia; Yerevan; Armenian{,s}; armeni{o,a,os,as}
AO: Angola; Luanda; Angolan{,s}; angolen{o,a,os,as}; angolan{o,a,os,as}
AR: Argentina; Buenos Aires; Argentine{,s}; Argentinian{,s}; Argentinean{,s}; argentin{o,a,os,as}
AT: Austria; Vienna; Viena; Austrian{,s}; austriac{o,a,os,as}
AU: Australia; Canberra; Sydney; Australian{,s}; australian{o,a,os,as}
AW: Aruba; Oranjestad
AZ: Azerbaijan; Azerbaiyán; Azerbaijão; Baku; Azerbaijani{,s}; Azeri{,s}
BA: Bosnia and Herzegovina; Bosnia y Herzegovina; Bósnia e Herzegovina; Sarajevo; Bosnian{,s}; bosni{o,a,os,as}; Bosnia
BB: Barbados; Bridgetown; Barbadian{,s}; barbadens{e,es}
BD: Bangladesh; Bangladés; Dhaka; Bangladeshi{,s}
BE: Belgium; Bélgica; Brussels; Bruselas; Bruxelas; Belgian{,s}; belg{a,as}
BF: Burkina Faso; Burquina Faso; Ouagadougou
BG: Bulgaria; Sofia; Bulgarian{,s}; bulgar{o,a,os,as}
BH: Bahrain; Baréin; Manama; Bahraini{,s}
BI: Burundi; Bujumbura; Burundian{,s}
BJ: Benin
BN: Brunei
BO: Bolivia; La Paz; Bolivian{,s}; bolivian{o,a,os,as}
BQ: Caribbean Netherlands; Caribe neerlandés; Países Baixos Caribenhos; Bonaire
BR: Brazil; Brasil; Brasilia; Brazilian{,s}; brasilen{o,a,os,as}; brasiler{o,a,os,as}; brasileir{o,a,os,as}; Rio de Janeiro; Sao Paulo
BS: Bahamas; Nassau; Bahamian{,s}; bahamen{o,a,os,as}
BT: Bhutan; Bután; Butão
BW: Botswana; Botsuana
BY: Belarus; Bielorrusia; Bielorrússia; Minsk; Belarusian{,s}; Belarussian{,s}; bielorrus{o,a,os,as}
BZ: Belize; Belice; Belmopan; Belizean{,s}; belicen{o,a,os,as}; belizenh{o,a,os,as}
CA: Canada; Ottawa; Canadian{,s}; canadiens{e,es}; canadens{e,es}; Toronto; Quebec
CD: Democratic Republic of the Congo; República Democrática del Congo; Congo; Kinshasa; Congolese; DRC; congolen{o,a,os,as}; congol{es,esa,eses}
CF: Central African Republic; República Centroafricana; República Centro-Africana
CG: Congo-Brazzaville; Republic of Congo; República do Congo
CH: Switzerland; Suiza; Suíça; Geneva; Ginebra; Genebra; Berne; Swiss; suiz{o,a,os,as}; suic{o,a,os,as}
CI: Côte d'Ivoire; Costa do Marfim; Ivory Coast; Abidjan; Ivorian{,s}
CL: Chile; Santiago de Chile; Santiago do Chile; Chilean{,s}; chilen{o,a,os,as}
CM: Cameroon; Camerún; Camarões; Yaounde; Cameroonian{,s}
CN: China; Beijing; Pekin; Pequim; Chinese; chin{o,a,os,as}; chines{,a,es,as}; Xinjiang
CO: Colombia; Bogota; Colombian{,s}; colombian{o,a,os,as}; neogranadin{o,a,os,as}; Cucuta; Medellin
CR: Costa Rica; San Jose de Costa Rica; Costa Rican{,s}; costarricens{e,es}; costarriquen{o,a,os,as}; costarriquenh{o,a,os,as}
CU: Cuba; Havana; La Habana; Cuban{,s}; cuban{o,a,os,as}
CV: Cape Verde; Cabo Verde
CW: Curaçao; Curazao; Willemstad
CY: Cyprus; Chipre; Nicosia; Cypriot{,s}; chipriot{a,as}
CZ: Czechia; Chequia; Tchéquia; Prague; Praga; Czech Republic; Czech{,s}; chec{o,a,os,as}; tchec{o,a,os,as}; Republica Checa
DE: Germany; Alemania; Alemanha; Berlin; Berlim; German{,s}; aleman{,a,es,as}; alema{o,es,s}
DJ: Djibouti; Yibuti; Djibuti
DK: Denmark; Dinamarca; Copenhagen; Copenhague; Danish; Danes; danes{,a,es,as}; dinamarqu{es,esa,eses}
DM: Dominica; Roseau
DO: Dominican Republic; República Dominicana; Santo Domingo; dominican{o,a,os,as}
DZ: Algeria; Argelia; Algiers; Argel; Algerian{,s}; argelin{o,a,os,as}
EC: Ecuador; Equador; Quito; Guayaquil; Ecuadorian{,s}; Ecuadorean{,s}; ecuatorian{o,a,os,as}; equatorian{o,a,os,as}
EE: Estonia; Tallinn; Estonian{,s}; estoni{o,a,os,as}
EG: Egypt; Egipto; Egito; Cairo; Egyptian{,s}; egipci{o,a,os,as}
ER: Eritrea; Eritreia; Asmara; Eritrean{,s}
ES: Spain; España; Espanha; Madrid; Spanish government; Spaniard{,s}; espanol{,a,es,as}; espanh{ol,ola,ois,olas}
ET: Ethiopia; Etiopía; Addis Ababa; Ethiopian{,s}; etiope{,s}
FI: Finland; Finlandia; Helsinki; Finnish; finlandes{,a,es,as}
FJ: Fiji; Fiyi; Suva; Fijian{,s}
FM: Micronesia
FR: France; Francia; França; Paris; French; Frenchman; frances{,a,es,as}
GA: Gabon; Gabão
GB: United Kingdom; Reino Unido; Britain; Great Britain; UK; England; Scotland; Wales; Gran Bretana; Gra-Bretanha; Inglaterra; Escocia; London; Londres; British; Briton{,s}; britanic{o,a,os,as}; ingles{,a,es,as}
GD: Grenada; Granada; Grenadian{,s}; granadin{o,a,os,as}
GE: Georgia; Tbilisi; Georgian{,s}
GH: Ghana; Gana; Accra; Ghanaian{,s}
GL: Greenland; Groenlandia; Nuuk
GM: Gambia
GN: Guinea; Guiné; Conakry
GQ: Equatorial Guinea; Guinea Ecuatorial; Guiné Equatorial
GR: Greece; Grecia; Athens; Atenas; Greek{,s}; grieg{o,a,os,as}; greg{o,a,os,as}
GT: Guatemala; Ciudad de Guatemala; Guatemala City; Guatemalan{,s}; guatemaltec{o,a,os,as}
GW: Guinea-Bissau; Guinea-Bisáu; Guiné-Bissau
GY: Guyana; Guiana; Georgetown; Guyanese; guyan{es,esa,eses,esas}; guianens{e,es}
HK: Hong Kong
HN: Honduras; Tegucigalpa; Honduran{,s}; honduren{o,a,os,as}; hondurenh{o,a,os,as}
HR: Croatia; Croacia; Zagreb; Croatian{,s}; Croat{,s}; croata{,s}
HT: Haiti; Port au Prince; Puerto Principe; Porto Principe; Haitian{,s}; haitian{o,a,os,as}
HU: Hungary; Hungría; Budapest; Budapeste; Hungarian{,s}; hungar{o,a,os,as}
ID: Indonesia; Jakarta; Yakarta; Indonesian{,s}; indonesi{o,a,os,as}
IE: Ireland; Irlanda; Dublin; Irish; irlandes{,a,es,as}
IL: Israel; Jerusalem; Tel Aviv; Israeli{,s}; israeli{,es,s}; israelens{e,es}
IN: India; New Delhi; Nueva Delhi; Delhi; Mumbai; Indian government; Indian; hindu{,es}
IQ: Iraq; Irak; Iraque; Baghdad; Bagdad; Bagda; Iraqi{,s}; iraqui{,es}; iraquian{o,a,os,as}
IR: Iran; Irã; Tehran; Teheran; Teera; Iranian{,s}; irani{,es}; iranian{o,a,os,as}
IS: Iceland; Islandia; Reykjavik; Icelandic
IT: Italy; Italia; Rome; Roma; Italian{,s}; italian{o,a,os,as}
JM: Jamaica; Kingston; Jamaican{,s}; jamaican{o,a,os,as}; jamaiquin{o,a,os,as}
JO: Jordan; Jordania; Amman; Jordanian{,s}; jordan{o,a,os,as}
JP: Japan; Japón; Japão; Tokyo; Tokio; Toquio; Japanese; japon{es,esa,eses,esas}; japon{es,esa,eses}
KE: Kenya; Kenia; Quênia; Nairobi; Kenyan{,s}; kenian{o,a,os,as}
KG: Kyrgyzstan; Kirguistán; Quirguistão; Bishkek; Kyrgyz
KH: Cambodia; Camboya; Camboja; Phnom Penh; Cambodian{,s}; camboyan{o,a,os,as}
KI: Kiribati; Quiribati
KM: Comoros; Comoras; Comores
KN: Saint Kitts and Nevis; San Cristóbal y Nieves; São Cristóvão e Névis; Basseterre
KP: North Korea; Corea del Norte; Coreia do Norte; Pyongyang; North Korean{,s}; norcorean{o,a,os,as}; norte-corean{o,a,os,as}
KR: South Korea; Corea del Sur; Coreia do Sul; Seoul; Seul; South Korean{,s}; surcorean{o,a,os,as}; sul-corean{o,a,os,as}
KW: Kuwait; Kuwait City; Kuwaiti{,s}; kuwaiti{,es}
KZ: Kazakhstan; Kazajistán; Cazaquistão; Astana; Kazakh{,s}
LA: Laos; Vientiane
LB: Lebanon; Líbano; Beirut; Beirute; Lebanese; liban{es,esa,eses}
LC: Saint Lucia; Santa Lucía; Castries; Saint Lucian{,s}
LI: Liechtenstein
LK: Sri Lanka; Colombo; Sri Lankan{,s}
LR: Liberia; Monrovia; Liberian{,s}
LS: Lesotho; Lesoto
LT: Lithuania; Lituania; Vilnius; Lithuanian{,s}; lituan{o,a,os,as}
LU: Luxembourg; Luxemburgo; Luxembourg City
LV: Latvia; Letonia; Riga; Latvian{,s}; leton{,a,es,as}
LY: Libya; Libia; Tripoli; Libyan{,s}; libi{o,a,os,as}; Benghazi
MA: Morocco; Marruecos; Marrocos; Rabat; Moroccan{,s}; marroqui{,es}; marroquin{o,a,os,as}
MC: Monaco
MD: Moldova; Moldavia; Chisinau; Moldovan{,s}
ME: Montenegro; Podgorica; Montenegrin{,s}
MG: Madagascar
MH: Marshall Islands; Islas Marshall; Ilhas Marshall
MK: North Macedonia; Macedonia del Norte; Macedônia do Norte; Skopje; Macedonia; Macedonian{,s}; macedoni{o,a,os,as}
ML: Mali; Bamako; Malian{,s}
MM: Myanmar; Mianmar; Burma; Birmania; Naypyidaw; Burmese; birman{o,a,os,as}
MN: Mongolia; Ulaanbaatar
MR: Mauritania
MT: Malta
MU: Mauritius; Mauricio
MV: Maldives; Maldivas
MW: Malawi; Malaui
MX: Mexico; Mexico City; Ciudad de Mexico; CDMX; Cidade do Mexico; Mexican{,s}; mexican{o,a,os,as}; mejican{o,a,os,as}; Sinaloa; Tijuana; Chihuahua
MY: Malaysia; Malasia; Kuala Lumpur; Malaysian{,s}; malasi{o,a,os,as}
MZ: Mozambique; Moçambique; Maputo; Mozambican{,s}; mozambiquen{o,a,os,as}; mocambican{o,a,os,as}
NA: Namibia; Windhoek; Namibian{,s}
NE: Niger; Niamey
NG: Nigeria; Abuja; Lagos; Nigerian{,s}; nigerian{o,a,os,as}
NI: Nicaragua; Managua; Nicaraguan{,s}; nicaraguens{e,es}
NL: Netherlands; Países Bajos; Países Baixos; Holland; Holanda; Amsterdam; The Hague; La Haya; Haia; Dutch; holandes{,a,es,as}; neerlandes{,a,es,as}
NO: Norway; Noruega; Oslo; Norwegian{,s}; norueg{o,a,os,as}; norueg{ues,uesa,ueses}
NP: Nepal; Kathmandu; Nepalese; Nepali{,s}
NR: Nauru
NZ: New Zealand; Nueva Zelanda; Nova Zelândia; Wellington; New Zealander{,s}; neozelandes{,a,es}
OM: Oman; Omã; Muscat; Mascate; Omani{,s}
PA: Panama; Panama City; Ciudad de Panama; Panamanian{,s}; panamen{o,a,os,as}; panamenh{o,a,os,as}
PE: Peru; Lima; Peruvian{,s}; peruan{o,a,os,as}
PG: Papua New Guinea; Papúa Nueva Guinea; Papua-Nova Guiné
PH: Philippines; Filipinas; Manila; Philippine; Filipino{,s}; filipin{o,a,os,as}
PK: Pakistan; Paquistão; Islamabad; Karachi; Pakistani{,s}; paquistani{,es}; pakistani{,es}; paquistanes{,a,es}
PL: Poland; Polonia; Warsaw; Varsovia; Polish; Pole{,s}; polac{o,a,os,as}; polones{,a,es,as}
PR: Puerto Rico; Porto Rico; San Juan de Puerto Rico; Puerto Rican{,s}; puertorriquen{o,a,os,as}; boricua{,s}; porto-riquenh{o,a,os,as}
PS: Palestine; Palestina; Gaza; West Bank; Cisjordania; Ramallah; Palestinian{,s}; palestin{o,a,os,as}
PT: Portugal; Lisbon; Lisboa; Portuguese; portugues{,a,es,as}
PW: Palau; Palaos
PY: Paraguay; Paraguai; Asuncion; Assuncao; Paraguayan{,s}; paraguay{o,a,os,as}; paraguai{o,a,os,as}
QA: Qatar; Catar; Doha; Qatari{,s}; catari{,es,s}
RO: Romania; Rumanía; Romênia; Bucharest; Bucarest; Romanian{,s}; ruman{o,a,os,as}; romen{o,a,os,as}
RS: Serbia; Sérvia; Belgrade; Belgrado; Serbian{,s}; Serb{,s}; serbi{o,a,os,as}; Yugoslavia; Yugoslav{,s}; yugoslav{o,a,os,as}
RU: Russia; Rusia; Moscow; Moscu; Moscou; Russian{,s}; rus{o,a,os,as}; russ{o,a,os,as}; Soviet Union; Soviet
RW: Rwanda; Ruanda; Kigali; Rwandan{,s}; ruand{es,esa,eses}
SA: Saudi Arabia; Arabia Saudí; Arábia Saudita; Riyadh; Riad; Saudi{,s}; saudi{,es,ta,tas}; Saudi
SB: Solomon Islands; Islas Salomón; Ilhas Salomão
SC: Seychelles; Seicheles
SD: Sudan; Sudão; Khartoum; Jartum; Cartum; Sudanese; sudan{es,esa,eses}; Darfur
SE: Sweden; Suecia; Stockholm; Estocolmo; Swedish; Swede{,s}; suec{o,a,os,as}
SG: Singapore; Singapur; Singapura; Singaporean{,s}
SI: Slovenia; Eslovenia; Ljubljana; Slovenian{,s}; Slovene{,s}
SK: Slovakia; Eslovaquia; Bratislava; Slovak{,s}; eslovac{o,a,os,as}
SL: Sierra Leone; Sierra Leona; Serra Leoa; Freetown
SM: San Marino
SN: Senegal; Dakar; Senegalese
SO: Somalia; Mogadishu; Mogadiscio; Somali{,s}; somali{,es}
SR: Suriname; Surinam; Paramaribo; Surinamese; surinam{es,esa,eses}
SS: South Sudan; Sudán del Sur; Sudão do Sul; Juba; South Sudanese
ST: São Tomé and Príncipe; Santo Tomé y Príncipe; São Tomé e Príncipe
SV: El Salvador; San Salvador; Salvadoran{,s}; Salvadorean{,s}; salvadoren{o,a,os,as}; salvadorenh{o,a,os,as}
SY: Syria; Siria; Damascus; Damasco; Syrian{,s}; siri{o,a,os,as}; Aleppo; Idlib
SZ: Eswatini; Esuatini; Essuatíni
TD: Chad; Chade; N'Djamena; Chadian{,s}
TG: Togo
TH: Thailand; Tailandia; Bangkok; Thai; tailandes{,a,es,as}
TJ: Tajikistan; Tayikistán; Tadjiquistão; Dushanbe; Tajik{,s}
TL: Timor-Leste; East Timor; Dili
TM: Turkmenistan; Turcomenistão; Ashgabat
TN: Tunisia; Túnez; Tunis; Tunisian{,s}; tunecin{o,a,os,as}; tunisian{o,a,os,as}
TO: Tonga
TR: Turkey; Türkiye; Turquía; Ankara; Istanbul; Estambul; Turkish; Turk{,s}; turc{o,a,os,as}
TT: Trinidad and Tobago; Trinidad y Tobago; Trinidad e Tobago; Trinidad; Tobago; Port of Spain; Puerto Espana; Trinidadian{,s}; trinitens{e,es}; trinitari{o,a,os,as}; trinitin{o,a,os,as}
TV: Tuvalu
TW: Taiwan; Taipei; Taiwanese; taiwan{es,esa,eses}
TZ: Tanzania; Dodoma; Dar es Salaam; Tanzanian{,s}
UA: Ukraine; Ucrania; Kyiv; Kiev; Ukrainian{,s}; ucranian{o,a,os,as}
UG: Uganda; Kampala; Ugandan{,s}
US: United States; Estados Unidos; USA; US; EEUU; EUA; Washington; Washington DC; Estados Unidos de America; American{,s}; estadounidense{,s}; estadunidense{,s}; norteamerican{o,a,os,as}; norte-american{o,a,os,as}; Florida; Texas; Miami; New York; Nueva York; Nova York; California; Guantanamo
UY: Uruguay; Uruguai; Montevideo; Uruguayan{,s}; uruguay{o,a,os,as}; uruguai{o,a,os,as}
UZ: Uzbekistan; Uzbequistão; Tashkent; Uzbek{,s}
VA: Vatican City; Ciudad del Vaticano; Cidade do Vaticano; Vatican; Vaticano; Holy See; Santa Sede; Santa Se
VC: Saint Vincent and Grenadines; San Vicente y las Granadinas; São Vicente e Granadinas; Kingstown; Vincentian{,s}
VE: Venezuela; Caracas; Venezuelan{,s}; venezolan{o,a,os,as}; venezuelan{o,a,os,as}; Maracaibo
VN: Vietnam; Vietnã; Hanoi; Vietnamese; vietnamita{,s}
VU: Vanuatu
WS: Samoa
XK: Kosovo; Pristina; Kosovar{,s}
YE: Yemen; Iêmen; Sanaa; Yemeni{,s}; yemeni{,es,ta,tas}; iemenita{,s}
ZA: South Africa; Sudáfrica; África do Sul; Pretoria; Cape Town; Johannesburg; South African{,s}; sudafrican{o,a,os,as}; sul-african{o,a,os,as}
ZM: Zambia; Lusaka; Zambian{,s}
ZW: Zimbabwe; Zimbabue; Harare; Zimbabwean{,s}
`;
