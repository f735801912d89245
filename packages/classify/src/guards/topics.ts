import { readPhrases } from '../gazetteer/read-gazetteer.ts';
import type { QueryCompiler } from '../match/query-compiler.ts';
import type { SentenceHits } from '../match/sentence-hits.ts';

/**
 * Words of sections of a newspaper that have their own trials, attacks and sanctions: an article full of them is of
 * that section. In English, Spanish and Portuguese, separated by semicolons.
 */
const TOPICS: Readonly<Record<string, string>> = {
  business: `share price{,s}; shares; shareholder{,s}; stock market{,s}; stock exchange; stocks; investor{,s}; analyst{,s}; profit{,s}; pre-tax; earnings; quarterly; turnover; dividend{,s}; chief executive; chief financial officer; executive{,s}; accounting; bankruptcy;
    auditor{,s}; merger; takeover; takeover bid; retailer{,s}; consumer{,s}; inflation; interest rates; economist{,s}; trade deficit; budget deficit; dollar; currency; revenue{,s}; sales; wall street; creditor{,s}; firm; firms; board; chairman; telecoms; insurance; insurer{,s}; bank's; corporate; fraud; subsidiar{y,ies}; auction; settlement; spending; gdp; economy; exports; tax; lender;
    accionista{,s}; bolsa de valores; acciones de; inversor{,es}; inversionista{,s}; ganancias; facturación; dividendo{,s}; director ejecutivo; quiebra; fusión; minorista; consumidor{,es}; inflación; tipos de interés; economista{,s}; ingresos; ventas; divisas; mercado bursátil;
    ações da; investidor{,es}; lucro{,s}; faturamento; falência; fusão; varejista{,s}; inflação; taxa de juros; receita{,s}; vendas; câmbio; balanço; ibovespa`,
  technology: `software; broadband; user{,s}; internet; website{,s}; web; online; pc{,s}; computer{,s}; gadget{,s}; mobile phone{,s}; handset{,s}; spam; spammer{,s}; phishing; virus writer{,s}; hacker{,s}; download{,s,ing,ed}; blog{,s}; blogger{,s}; video game{,s}; gaming; gamers; microsoft; google; apple; search engine; net; digital; wireless; technology; console{,s}; players; email{,s}; e-mail{,s};
    usuarios; videojuegos; descargas; buscador; aplicación; usuários; aplicativo; videogames; smartphone{,s}`,
  culture: `film; films; movie{,s}; actor{,s}; actress{,es}; singer{,s}; album{,s}; chart; charts; box office; award{,s}; oscar{,s}; festival; band; concert{,s}; tour; novel{,s}; author; tv series; show; drama; star{,s}; celebrity; celebrities; music; musical; theatre; album; single; hollywood; fans; comedy; director's; premiere; audience{,s}; rapper; gig; studio{,s}; label; broadcaster; soap; opera; exhibition; museum; gallery; artist{,s};
    película{,s}; actriz; cantante{,s}; álbum; taquilla; premios; festival; concierto{,s}; novela{,s}; estreno; música; museo; exposición; filme{,s}; atriz; cantor{,a}; bilheteria; prêmio{,s}; estreia; museu; exposição`,
  sport: `match; matches; season; league; cup; coach; manager; player{,s}; club{,s}; team; teams; goal{,s}; striker; midfielder; goalkeeper; injury; champion{,s}; championship{,s}; tournament{,s}; final; semi-final{,s}; quarter-final{,s}; olympic{,s}; rugby; football; cricket; tennis; medal{,s}; athlete{,s}; race; squad; fixture; referee; penalty; win; victory; seed; defeat; united; arsenal; chelsea; liverpool; england; doping; drugs test; iaaf; uefa; fifa; scored; innings; wicket{,s}; pitch; fans; premiership; six nations; indoor; sprint{,er,ers}; 100m; 200m;
    partido amistoso; temporada; liga; copa; entrenador; jugador{,es}; club; goles; gol; delantero; campeonato; torneo; semifinal; fútbol; béisbol; tenis; medalla; atleta{,s}; árbitro; jogo; jogador{,es}; clube; técnico; atacante; gols; campeonato; torneio; futebol; tênis; medalha; torcida`,
};

/** So many different words of a topic, and one in so many words of the article, make it an article of the topic. */
const WORDS_MIN = 4;
const SHARE_MIN = 1 / 60;

export type TopicSets = readonly number[];

export function compileTopics(compiler: QueryCompiler): TopicSets {
  return Object.entries(TOPICS).map(
    ([topic, words]) => compiler.set(`topic ${topic}`, () => readPhrases(words)).set,
  );
}

/** Whether an article is of a section that no watch is about, whatever single sentences of it say. */
export function isOfOtherTopic(
  topics: TopicSets,
  sentences: readonly {
    readonly words: readonly string[];
    readonly found: SentenceHits;
  }[],
): boolean {
  const total = sentences.reduce((sum, { words }) => sum + words.length, 0);
  return topics.some((set) => {
    const different = new Set<string>();
    let count = 0;
    for (const { words, found } of sentences) {
      const occurrences = found.occurrences(set) ?? [];
      for (let index = 0; index < occurrences.length; index += 2) {
        different.add(
          words
            .slice(occurrences[index], occurrences[index + 1])
            .join(' ')
            .toLowerCase(),
        );
        count += 1;
      }
    }
    return different.size >= WORDS_MIN && count >= total * SHARE_MIN;
  });
}
