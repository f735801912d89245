/** Organs of one country that are named without it, one country a line, as in countries.ts. */
export const INSTITUTIONS = `
US: White House; Casa Blanca; Casa Branca; Oval Office; Pentagon; Pentágono; State Department; State Dept; Department of State; Departamento de Estado; Treasury Department; US Treasury; Departamento del Tesoro; Departamento do Tesouro; Justice Department; Department of Justice; Departamento de Justicia; Departamento de Justiça; Defense Department; Defense Dept; Department of Defense; Department of War; Departamento de Defensa; Departamento de Guerra; Homeland Security; Seguridad Nacional de EEUU; Southern Command; Comando Sur; Comando Sul; SOUTHCOM; CENTCOM; OFAC; DEA; FBI; CIA; DHS; ICE; CBP; DOJ; NSA; HSI; Capitol Hill; Capitolio; Capitólio; Foggy Bottom; Langley; USAID; Navy SEAL{,s}; Delta Force
VE: Miraflores; PDVSA; SEBIN; DGCIM; CICPC; FANB; PSUV; Milicia Bolivariana; Chavismo; chavist{a,as}; bolivarian{o,a}
CO: Casa de Nariño; Casa de Narino; DIJIN; Cancillería de Colombia
BR: Itamaraty; Planalto; Polícia Federal; STF; Ministério das Relações Exteriores
MX: SEDENA; SEMAR; FGR; Sedena; Secretaría de Relaciones Exteriores; Palacio Nacional de México; Guardia Nacional de México
AR: Casa Rosada; Gendarmería Nacional Argentina; Palacio San Martín
CL: La Moneda; Carabineros; PDI
EC: Carondelet
PE: Palacio de Torre Tagle; Torre Tagle
CU: Granma
GB: Downing Street; Scotland Yard; Whitehall; Westminster; Foreign Office; MI6; MI5
FR: Élysée; Elíseo; Quai d'Orsay
DE: Bundestag; Bundeswehr
ES: Moncloa; Guardia Civil; Audiencia Nacional; Mossos d'Esquadra
IT: Farnesina; Quirinale; Carabinieri
RU: Kremlin; Kremlim; FSB; Duma; Wagner Group
UA: Verkhovna Rada
CN: Zhongnanhai; Politburo; People's Liberation Army
IL: IDF; Knesset; Mossad; Shin Bet
IR: IRGC; Revolutionary Guard{,s}; Guardia Revolucionaria; Guarda Revolucionária; Quds Force
IN: Lok Sabha; Rajya Sabha
PS: Hamas; Hamás; Palestinian Authority; Autoridad Palestina
LB: Hezbollah; Hezbolá
AF: Taliban; Talibán
`;

/** Those who speak for a country, by surname or full name where the surname is common. As of 2025 and 2026: keep up to date. */
export const LEADERS = `
US: Trump; Rubio; Hegseth; Vance; Bondi; Bessent; Biden; Karoline Leavitt; Kash Patel; Kristi Noem; Ratcliffe; Grenell; Landau; Obama; Pompeo
VE: Maduro; Delcy Rodríguez; Jorge Rodríguez; Diosdado Cabello; Cabello; Padrino López; Padrino; Yván Gil; Samuel Moncada; Tarek William Saab; Hugo Chávez
CO: Petro; Gustavo Petro; De la Espriella; Laura Sarabia; Rosa Villavicencio
BR: Lula; Lula da Silva; Mauro Vieira; Celso Amorim; Bolsonaro; Lewandowski
MX: Sheinbaum; García Harfuch; De la Fuente; López Obrador
AR: Milei; Patricia Bullrich; Werthein
CL: Boric; Kast; Van Klaveren
PE: Boluarte; José Jerí
EC: Noboa; Sommerfeld; Reimberg
BO: Luis Arce; Rodrigo Paz; Evo Morales
PY: Santiago Peña
UY: Orsi
PA: Mulino
GY: Irfaan Ali
TT: Persad-Bissessar; Kamla
CU: Díaz-Canel; Bruno Rodríguez
SV: Bukele
GT: Arévalo
HN: Xiomara Castro; Asfura
NI: Daniel Ortega
CR: Rodrigo Chaves; Laura Fernández
DO: Abinader
JM: Holness
BB: Mottley
CA: Carney; Trudeau
ES: Pedro Sánchez; Albares
GB: Starmer; Lammy; Boris Johnson; Theresa May; Tony Blair
FR: Macron
DE: Merz; Merkel; Scholz
IT: Meloni
VA: Pope; Leo XIV; León XIV; papa Francisco; papa León
RU: Putin; Lavrov; Peskov; Zakharova; Medvedev; Yeltsin
UA: Zelensky; Zelenskyy; Zelenski
CN: Xi Jinping; Wang Yi
JP: Takaichi; Ishiba; Shinzo Abe
IN: Modi; Jaishankar
PK: Imran Khan; Shehbaz Sharif; Musharraf
IL: Netanyahu
PS: Mahmoud Abbas; Arafat
TR: Erdogan
IR: Khamenei; Araghchi; Rouhani; Pezeshkian; Zarif
SY: Assad
IQ: Saddam Hussein
EG: al-Sisi; Sisi; Mubarak
`;

/** What looks like a country and is none: a longer name that holds one. */
export const NO_COUNTRY = `
Latin American{,s}; South American{,s}; Central American{,s}; North American; New Mexico; Washington Post; Washington Times; New York Times; New York Post; Times of India; China Sea; Gulf of Mexico; Golfo de México; Golfo do México; Georgia Institute; Michael Jordan; Paris Saint; South China Morning Post; Wall Street Journal; Miami Herald; Los Angeles Times; El Colombiano; El Nuevo Herald; Panama hat; Panama Papers; Indian Ocean; Irish Sea; turkish bath; french fries; Copa América; American football; Mar de China; El Espectador; peso{,s} colombian{o,os}; dólar{,es} estadounidens{e,es}
`;
