/** Words whose dot doesn't end a sentence, folded; en, es, pt. Titles, months, military ranks, companies, references. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `mr mrs ms dr prof st sr jr sra srta dra dres ing lic abog arq gen gral col cnel cel capt cap cdr cmdr cmdte lt ltte tte tnte
  sgt sgto adm alm brig maj may pres gov gob rep sen dep dip hon rev fr mons mgr pte pdte sto sta d dna
  jan feb mar apr jun jul aug sept sep oct nov dec ene abr ago dic
  inc ltd co corp cia ltda bros dept dpto depto univ assn etc vs al ed eds fig no nos num nro art arts pag pags p pp vol cap
  av avda ave blvd rd ft mt edo edif km kg tel aprox approx est excmo exmo exma excma v`.split(/\s+/),
);

/** Words that begin a sentence after an acronym's dot (`in the U.S. The …`), folded. */
export const STARTERS: ReadonlySet<string> = new Set(
  `the a an in on at he she it they we i but and this that these those his her their its as after before when while
  el la los las un una en al ella ellos ellas pero y este esta estos estas su sus cuando tras segun
  o os as um uma no na ele ela eles elas mas e essa esse seu sua apos quando segundo`.split(/\s+/),
);
