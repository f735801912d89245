import type { Guard } from './guard.ts';

const lang = 'es';

export const ES_GUARDS: readonly Guard[] = [
  {
    id: 'negación',
    lang,
    place: 'before',
    distance: 3,
    effect: 'negate',
    cues: `no; nunca; jamás; sin; ni; tampoco; se neg{ó,aron} a; se nieg{a,an} a; evit{a,an,ó,aron,ar}; descart{a,an,ó,aron,ar}; en lugar de; en vez de; lejos de; elud{e,ió,ir,ieron}; escap{a,ó,aron} de; impid{e,ió,ieron}; impedir; no hay`,
    except: `no descarta{,n}; no descart{ó,aron}; no solo; no solamente; no obstante; no menos de; no más de; sin embargo; sin precedentes; no cabe duda; sin duda; sin vida; no sólo`,
  },
  {
    id: 'condición',
    lang,
    place: 'before',
    distance: 6,
    effect: 'drop',
    cues: `si; en caso de; en caso de que; a menos que; siempre que; siempre y cuando; aunque fuera; como si; hipotétic{o,a,os,as}; ante un eventual; ante una eventual`,
    except: `si bien; sí mism{o,a}; por sí; entre sí; de por si; en sí`,
  },
  {
    id: 'pedido o consideración',
    lang,
    place: 'before',
    distance: 5,
    effect: 'called-for',
    cues: `no descarta{,n}; no descart{ó,aron}; podría{,n}; pudiera{,n}; debería{,n}; debe{,n}; pid{e,en,ió,ieron,iendo}; pedido de; pedir; exig{e,en,ió,ieron,iendo,ir}; exhort{a,an,ó,aron,ar}; insta{,n,ndo,r}; instó; instaron; llama{,n} a; llamó a; llamaron a; llamado a; llamamiento a; propon{e,en}; propuso; propusieron; propuesta de;
      amenaz{a,an,ó,aron,ando,ar}; amenaza{,s} de; evalú{a,an}; evaluó; consider{a,an,ó,aron,ar,ando}; estudia{,n,ndo}; analiza{,n}; plane{a,an,ó,aron}; plan{,es} para; busca{,n,ndo}; solicit{a,an,ó,aron,ud,udes}; quiere{,n}; pretend{e,en}; posible{,s}; eventual{,es}; recomiend{a,an}; recomend{ó,aron}; sugier{e,en}; sugirió; reclam{a,an,ó,aron}; urge{,n}; demanda{,n}; prepara{,n}; dispuest{o,a,os,as} a; sopesa{,n}; contempla{,n}; presion{a,an,ó} para; piden; aboga{,n} por`,
  },
  {
    id: 'anuncio',
    lang,
    place: 'before',
    distance: 3,
    effect: 'announced',
    cues: `va{,n} a; prevé{,n}; promet{e,en,ió,ieron}; será{,n}; anunci{a,an,ó,aron} que; anunci{a,an,ó,aron} planes; autoriz{a,an,ó,aron,ar}; acord{ó,aron}; acuerda{,n}; se compromet{e,en,ió,ieron} a; próxim{o,a,os,as}; habrá; aprobará{,n}; realizará{,n}; impondrá{,n}; enviará{,n}; promet{e,en,ió,ieron} {vengar,responder,tomar}; próxima semana; próximo mes`,
  },
  {
    id: 'futuro',
    lang,
    place: 'within',
    distance: 3,
    effect: 'announced',
    cues: `será{,n}; enviará{,n}; desplegará{,n}; lanzará{,n}; atacará{,n}; bombardeará{,n}; anunciará{,n}; impondrá{,n}; sancionará{,n}; levantará{,n}; aplicará{,n}; adoptará{,n}; realizará{,n}; harán; hará; iniciará{,n}; comenzará{,n}; empezará{,n}; participará{,n}; entrenará{,n}; patrullará{,n}; compartirá{,n}; firmará{,n}; recibirá{,n}; juzgará{,n}; extraditará{,n}; entregará{,n}; comparecerá{,n}; enfrentará{,n}; tendrá{,n}; retirará{,n}; suspenderá{,n}; cerrará{,n}; convocará{,n}; responderá{,n}; vengará{,n}; investigará{,n}; votará{,n}; revocará{,n}; congelará{,n}; prorrogará{,n}; designará{,n}; declarará{,n}`,
  },
  {
    id: 'deliberación',
    lang,
    place: 'within',
    distance: 5,
    effect: 'called-for',
    cues: `sopesa{,n}; sopesó; evalúa{,n}; evaluó; baraja{,n}; barajó; plantea{,n}; planteó; plantearon; estudia{,n}; contempla{,n}`,
  },
  {
    id: 'desmentido',
    lang,
    place: 'within',
    distance: 8,
    effect: 'denied',
    cues: `nieg{a,an}; neg{ó,aron}; desmient{e,en}; desmint{ió,ieron}; rechaz{a,an,ó,aron} acusaciones; rechaz{a,an,ó,aron} las acusaciones; rechaz{a,an,ó,aron} que; es falso que; son falsas; bulo`,
    except: `se nego a; se nego; se negaron`,
  },
  {
    id: 'historia',
    lang,
    place: 'around',
    distance: 10,
    effect: 'drop',
    cues: `hace {un,dos,tres,cuatro,cinco,seis,siete,ocho,nueve,diez,doce,quince,veinte,treinta,varios,unos,muchos} año{,s}; hace {2,3,4,5,6,7,8,9,10,12,15,20,25,30,40,50} año{,s}; año{,s} atrás; hace una década; hace décadas; década de los {setenta,ochenta,noventa}; en los años {60,70,80,90,sesenta,setenta,ochenta,noventa}; aniversario de; aniversario del; la segunda guerra mundial; la guerra fría; el siglo {XIX,XX}; historiador{,es,a}`,
  },
  {
    id: 'figura',
    lang,
    place: 'over',
    distance: 0,
    effect: 'drop',
    cues: `ataque{,s} {cardíaco,cardíacos,al corazón,de pánico,de ansiedad,de risa,de nervios,de celos,de tos,ofensivo,informático,cibernético}; ciberataque{,s}; contraataque{,s}; paro cardíaco; paro cardiorrespiratorio; huelga de hambre; captura{,s} de {pantalla,carbono,datos,imágenes,video,co2,valor,mercado}; captur{a,an,ó,aron} {la atención,la imagen,las imágenes,el momento,el corazón,la esencia,imágenes,un video,en video}; captad{o,a} en video;
      se det{iene,uvo,ienen,uvieron}; detener {la inflación,el avance,la guerra,la violencia,el tiempo,el cambio,la caída,el balón,la marcha,el juego,el partido,la masacre,el genocidio,las deportaciones,los ataques}; det{uvo,iene} {el balón,la marcha,el juego,el partido,el penal,el penalti,el tiempo}; golpe de {suerte,efecto,calor,mano,timón,autoridad,realidad,gracia}; duro golpe; disparo{,s} {a puerta,al arco,de media distancia,de larga distancia}; dispar{a,an,ó,aron} {el precio,los precios,las ventas,la inflación,el dólar,la demanda}; bombardeo de {mensajes,publicidad,anuncios,información}; bombardeo mediático;
      guerra comercial; guerra de precios; guerra de palabras; sanciones deportivas; sanción {deportiva,de partidos}; ensayo clínico; juicio {político,crítico,de valor,clínico,propio,estético,final}; a juicio de; a su juicio; a mi juicio; sin juicio; prisión domiciliaria voluntaria; operación {quirúrgica,salida,retorno,financiera,comercial,inmobiliaria,bancaria,de compra}; sentencia{,n} {el técnico,el jugador,el partido}; dictó sentencia en el marcador; acuerdo de {pago,patrocinio}; bajo la lupa; toma{r,ron} cartas; invasión {de campo,de cancha,a la privacidad,de langostas}; bomba de {agua,calor,insulina}`,
  },
  {
    id: 'deporte',
    lang,
    place: 'sentence',
    distance: 0,
    effect: 'drop',
    cues: `béisbol; beisbol; fútbol; futbol; futbolista{,s}; futbolístic{o,a}; gol; goles; golazo; delanter{o,os,a}; mediocampista{,s}; centrocampista{,s}; portero titular; jonrón; jonrones; cuadrangular{,es}; inning{,s}; lanzador{,es}; pelotero{,s}; bateador{,es}; campeonato{,s}; torneo{,s}; entrenador{,es,a}; director técnico; grandes ligas; liga de campeones; champions; la liga; primera división; semifinal{,es}; octavos de final; cuartos de final; mundial de clubes; copa del mundo; copa américa; copa libertadores; eliminatoria{,s}; clásico mundial; serie mundial; selección nacional; la vinotinto; vinotinto; tenista{,s}; ciclista{,s}; ciclismo; baloncesto; boxeo; boxeador{,es,a}; nocaut; medall{a,as,ista}; olímpic{o,a,os,as}; olimpiad{a,as}; árbitro{,s}; penalti; penal; tiro libre; estadio{,s}; goleador{,es}; goleada; atleta{,s}; deportist{a,as}; deportiv{o,a,os,as}; afición; hinchada; fichaje{,s}; MLB; NBA; NFL; FIFA; UEFA; Conmebol; Real Madrid; FC Barcelona; gran premio; fórmula 1; playoff{,s}; béisbolista; dopaje`,
    except: `código penal; derecho penal; proceso penal; acción penal; justicia penal; corte penal; tribunal penal; reforma penal; jurisdicción penal; vía penal; denuncia penal; sistema penal; penal de; el penal; centro penal; responsabilidad penal; causa penal; ámbito penal; persecución penal; sala penal; juzgado penal; juez penal; fuero penal; investigación penal`,
  },
  {
    id: 'ficción',
    lang,
    place: 'sentence',
    distance: 0,
    effect: 'drop',
    cues: `película{,s}; filme{,s}; largometraje; cortometraje; telenovela{,s}; novela{,s}; protagonista de la; taquilla; banda sonora; guionista{,s}; Netflix; Hollywood; actriz; videojuego{,s}; serie de televisión; episodio{,s}; thriller; temporada final; álbum; sencillo musical; cantante{,s}; reguetoner{o,os}; premios Óscar; Grammy; obra de teatro; dramaturg{o,a}; ficción; superhéroe{,s}; cómic{,s}; documental; cineasta; concierto{,s}`,
  },
];
