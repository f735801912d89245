import type { Guard } from './guard.ts';

const lang = 'pt';

export const PT_GUARDS: readonly Guard[] = [
  {
    id: 'negação',
    lang,
    place: 'before',
    distance: 3,
    effect: 'negate',
    cues: `não; nunca; jamais; sem; nem; tampouco; se recus{a,am,ou,aram} a; recus{a,am,ou,aram} a; evit{a,am,ou,aram,ar}; descart{a,am,ou,aram,ar}; em vez de; em lugar de; longe de; escap{a,ou,aram} de; imped{e,iu,iram,ir}`,
    except: `não descarta{,m}; não descart{ou,aram}; não só; não apenas; não somente; não obstante; sem precedentes; sem dúvida; não menos de; sem vida`,
  },
  {
    id: 'condição',
    lang,
    place: 'before',
    distance: 6,
    effect: 'drop',
    cues: `caso seja; caso sejam; em caso de; a menos que; desde que; como se; se for; se forem; se fosse; hipotétic{o,a,os,as}; hipótese de`,
  },
  {
    id: 'pedido ou consideração',
    lang,
    place: 'before',
    distance: 5,
    effect: 'called-for',
    cues: `não descarta{,m}; não descart{ou,aram}; poderia{,m}; pode{,m}; poderá; deveria{,m}; deve{,m}; ped{e,em,iu,iram,ir,indo}; pedido de; exig{e,em,iu,iram,ir,indo}; exort{a,am,ou,aram}; inst{a,am,ou,aram}; apel{a,am,ou,aram} por; apelo por; apelo a; prop{õe,õem,ôs,useram}; proposta de; ameaç{a,am,ou,aram,ando,ar}; ameaça{,s} de; avalia{,m,ndo}; considera{,m,ndo}; estuda{,m,ndo}; planej{a,am,ou,aram}; plano{,s} para; busca{,m,ndo}; solicit{a,am,ou,aram,ação}; quer; querem; pretend{e,em}; possíve{l,is}; eventua{l,is}; recomend{a,am,ou,aram}; suger{e,em,iu,iram}; reivindic{a,am,ou}; cobra{,m}; defende{,m}; prepara{,m}; dispost{o,a,os,as} a; cogita{,m}; pression{a,am,ou} por`,
  },
  {
    id: 'anúncio',
    lang,
    place: 'before',
    distance: 3,
    effect: 'announced',
    cues: `vai; vão; irá; irão; prevê; preveem; promet{e,em,eu,eram}; será; serão; anunci{a,am,ou,aram} que; autoriz{a,am,ou,aram,ar}; concord{a,am,ou,aram} em; se compromet{e,em,eu,eram} a; próxim{o,a,os,as}; haverá`,
  },
  {
    id: 'desmentido',
    lang,
    place: 'before',
    distance: 8,
    effect: 'denied',
    cues: `neg{a,am,ou,aram}; desment{e,em,iu,iram}; rejeit{a,am,ou,aram} acusações; rejeit{a,am,ou,aram} as acusações; é falso que; é fake`,
  },
  {
    id: 'história',
    lang,
    place: 'around',
    distance: 10,
    effect: 'drop',
    cues: `há {um,dois,três,quatro,cinco,seis,sete,oito,nove,dez,quinze,vinte,trinta,vários,alguns,muitos} ano{,s}; há {2,3,4,5,6,7,8,9,10,15,20,25,30,40,50} anos; ano{,s} atrás; há uma década; há décadas; décadas atrás; década de {60,70,80,90}; nos anos {60,70,80,90}; aniversário de; aniversário da; aniversário do; segunda guerra mundial; guerra fria; século {XIX,XX}; historiador{,es,a}`,
  },
  {
    id: 'figura',
    lang,
    place: 'over',
    distance: 0,
    effect: 'drop',
    cues: `ataque{,s} {cardíaco,do coração,de pânico,de ansiedade,de riso,de nervos,ofensivo,cibernético,hacker}; ciberataque{,s}; contra-ataque{,s}; parada cardíaca; parada cardiorrespiratória; greve de fome; greve{,s}; captura{,s} de {tela,carbono,dados,imagens,vídeo}; captur{a,am,ou,aram} {a atenção,a imagem,imagens,o momento}; golpe de {sorte,mestre,vista}; chute{,s} a gol; guerra comercial; guerra de preços; guerra de palavras; ensaio clínico; julgamento de valor; operação {financeira,comercial,imobiliária,bancária,de crédito,de compra,cirúrgica}; invasão {de campo,de privacidade}; sanção presidencial; sancionou a lei; sanciona lei; sanciona a lei; sancionada pelo presidente; sancionado pelo presidente; sanção da lei; bomba de {água,insulina}; preso{,s} no trânsito; ficou preso; ficaram presos; presa em; preso em elevador`,
  },
  {
    id: 'esporte',
    lang,
    place: 'sentence',
    distance: 0,
    effect: 'drop',
    cues: `futebol; beisebol; jogador{,es,a}; atacante{,s}; goleir{o,os,a}; zagueir{o,os}; meio-campista{,s}; gol; gols; golaço; técnico do; treinador{,es,a}; campeonato{,s}; torneio{,s}; brasileirão; libertadores; liga dos campeões; champions league; semifinal; oitavas de final; quartas de final; copa do mundo; copa do brasil; copa américa; seleção brasileira; tenista{,s}; basquete; vôlei; boxe; lutador{,es}; nocaute; medalh{a,as,ista}; olímpic{o,a,os,as}; olimpíad{a,as}; árbitro{,s}; pênalti; pênaltis; estádio{,s}; artilheiro; goleada; atleta{,s}; torcida; torcedor{,es}; Flamengo; Palmeiras; Corinthians; São Paulo FC; NBA; NFL; UFC; FIFA; UEFA; Conmebol; grande prêmio; fórmula 1; doping; esportiv{o,a,os,as}`,
  },
  {
    id: 'ficção',
    lang,
    place: 'sentence',
    distance: 0,
    effect: 'drop',
    cues: `filme{,s}; longa-metragem; curta-metragem; novela{,s}; romance policial; bilheteria; trilha sonora; roteirista{,s}; Netflix; Hollywood; atriz; videogame{,s}; série de TV; episódio{,s}; thriller; temporada final; álbum; cantor{,a,es}; Oscar; Grammy; peça de teatro; dramaturg{o,a}; ficção; super-herói{,s}; documentário; cineasta; show{,s} de`,
  },
];
