import type { Guard } from './guard.ts';

const lang = 'en';

export const EN_GUARDS: readonly Guard[] = [
  {
    id: 'negation',
    lang,
    place: 'before',
    distance: 3,
    effect: 'negate',
    cues: `not; never; no; without; didn't; hasn't; haven't; hadn't; wasn't; weren't; isn't; aren't; won't; doesn't; don't; cannot; can't; couldn't; wouldn't; nor; neither; refus{e,es,ed,ing} to;
      fail{,s,ed,ing} to; declin{e,es,ed,ing} to; stop{s,ped} short of; short of; instead of; rather than; avoid{,s,ed,ing}; prevent{,s,ed,ing}; rul{e,es,ed,ing} out; no plans; no evidence of;
      yet to; unable to; evad{e,es,ed,ing}; escap{e,es,ed,ing}; unlikely to; free from; in lieu of`,
    except: `not rul{e,ed,ing} out; doesn't rule out; won't rule out; not ruled out; refused to rule out; refuses to rule out; declined to rule out; not only; not just; not simply; no fewer than; no less than; not guilty; no longer; no doubt; not to mention`,
  },
  {
    id: 'condition',
    lang,
    place: 'before',
    distance: 6,
    effect: 'drop',
    cues: `if; unless; in case; in the event; provided that; even if; as if; as though; hypothetical; hypothetically; imagine`,
  },
  {
    id: 'call or consideration',
    lang,
    place: 'before',
    distance: 5,
    effect: 'called-for',
    cues: `not rul{e,ed,ing} out; doesn't rule out; won't rule out; refus{es,ed} to rule out; could; might; may; would; should; must; ought to; consider{,s,ed,ing}; weigh{,s,ed,ing}; mull{,s,ed,ing}; threaten{,s,ed,ing}; threat of; threat{,s} to; propos{e,es,ed,ing,al,als}; call{,s,ed,ing} for;
      call{,s,ed,ing} on; urg{e,es,ed,ing}; demand{,s,ed,ing}; plan{,s,ned,ning} to; plan{,s} for; want{,s,ed} to; want{,s,ed}; seek{,s,ing}; sought; ask{,s,ed,ing} for; ask{,s,ed,ing} to; push{,es,ed,ing} for; hop{e,es,ed,ing} to;
      possible; potential; possibly; looming; recommend{,s,ed,ing}; request{,s,ed,ing}; appeal{,s,ed,ing} for; discuss{,es,ed,ing}; debat{e,es,ed,ing}; prepar{e,es,ed,ing} to; prepar{e,es,ed,ing} for; ready to; option{,s} for;
      calls mount; pressure to; pressur{e,es,ed,ing}; willing to; able to; back{,s,ed} calls; bill to; eyes; eyeing; floats; floated; demands for; calls to; bid to; campaign to; lobb{y,ies,ied,ying} for; wish{,es,ed} to; favor{,s,ed}; need{,s} to; vote on`,
    except: `may day; must read; in May; since May`,
  },
  {
    id: 'announcement',
    lang,
    place: 'before',
    distance: 3,
    effect: 'announced',
    cues: `will; shall; vow{,s,ed,ing} to; pledg{e,es,ed,ing} to; pledg{e,es,ed,ing}; agree{,s,d} to; set to; due to be; about to; expected to; scheduled to; is to; are to; announc{e,es,ed,ing} plans; announc{e,es,ed,ing} plans to; announc{e,es,ed,ing} it would;
      authoriz{e,es,ed,ing}; authoris{e,es,ed,ing}; going to; intend{,s,ed} to; poised to; US to; U.S. to; EU to; order{,s,ed,ing} military to; promis{e,es,ed,ing} to; slated to; plans new; {is,are} {sending,deploying,moving,dispatching,preparing,planning}; sign{,s,ed} an {accord,agreement} to; vow{,s,ed} {revenge,retaliation}; plan to; next {week,month,year}; from next; will be`,
  },
  {
    id: 'deliberation',
    lang,
    place: 'within',
    distance: 5,
    effect: 'called-for',
    cues: `mull{s,ed,ing}; weigh{s,ed,ing}; weighs up; drawn up options; draws up options; consider{s,ed,ing} {strikes,action,military,sanctions,strikes,whether,new,further}; draw{s,n} up plans; war games out; want{s,ed} to`,
  },
  {
    id: 'denial',
    lang,
    place: 'within',
    distance: 8,
    effect: 'denied',
    cues: `den{y,ies,ied,ying}; denial{,s} of; reject{,s,ed,ing} claims; reject{,s,ed,ing} reports; reject{,s,ed,ing} accusations; reject{,s,ed,ing} allegations; dismiss{,es,ed,ing} reports; dismiss{,es,ed,ing} claims; refut{e,es,ed,ing}; debunk{,s,ed,ing}; disput{e,es,ed,ing} reports; dismiss{,es,ed,ing} {the,a,any} {report,reports,claim,claims,allegation,allegations,suggestion,suggestions}; false reports; falsely claim{,s,ed}; hoax`,
    except: `denied bail; denies bail; denied entry; denied visas; denied access; undeniable`,
  },
  {
    id: 'history',
    lang,
    place: 'around',
    distance: 10,
    effect: 'drop',
    cues: `years ago; year ago; decades ago; decade ago; centuries ago; century ago; in the {1940s,1950s,1960s,1970s,1980s,1990s,2000s,1960's,1970's,1980's,1990's}; during the cold war; during world war; in world war; anniversary of; World War II; historically; once famously; historian{,s}; memoir{,s}`,
  },
  {
    id: 'figure of speech',
    lang,
    place: 'over',
    distance: 0,
    effect: 'drop',
    cues: `str{ike,ikes,uck,iking} a {deal,balance,chord,tone,pose,bargain,note,compromise,truce}; str{ike,ikes,uck,iking} an {agreement,accord,alliance}; str{ike,ikes,uck} deal{,s}; str{ike,ikes,uck} gold; str{ike,ikes,uck,iking} out; strike-out; hunger strike{,s}; labor strike{,s}; labour strike{,s};
      strike action; on strike; general strike{,s}; strike zone; strike price; lightning strike{,s}; bird strike{,s}; union strike{,s}; strike ballot; strike vote; wildcat strike{,s}; teachers strike; rail strike{,s}; tube strike{,s}; pilots strike; nurses strike{,s}; doctors strike{,s}; actors strike; writers strike; strike force{,s}; student strike; work strike; strike pay; dock strike;
      {strikes,struck} again; {strikes,struck} back; {strikes,struck} twice; disaster {strikes,struck}; tragedy {strikes,struck}; earthquake {strikes,struck}; quake {strikes,struck}; storm {strikes,struck}; hurricane {strikes,struck}; cyclone {strikes,struck}; lightning {strikes,struck};
      arrest{,s,ed,ing} {the,a,this,its} {decline,slide,fall,slump,rise,spread,erosion,drop,slowdown,trend,deterioration}; false imprisonment; trial of strength; on trial {with,at,by,basis}; charged with {testing,protecting,keeping,providing,implementing,carrying,helping,maintaining,managing,promoting,building,creating,improving,delivering,coordinating,enforcing,investigating,reviewing,restoring}; cardiac arrest{,s}; arrested development; citizen's arrest; respiratory arrest; heart attack{,s}; panic attack{,s}; asthma attack; attack ad{,s}; verbal attack{,s}; attacking {midfielder,football,play,third}; shark attack{,s}; dog attack{,s}; personal attack{,s}; counter-attack{,s}; cyber attack{,s}; cyberattack{,s}; attack dog; attack line{,s};
      captur{e,es,ed,ing} the {attention,imagination,mood,spirit,essence,title,moment,market,crown,seat,public,heart,hearts,zeitgeist,flag,trophy,gold,public's,city,town,village,airport}; captured attention; captur{e,es,ed,ing} {video,footage,images,imagination,gold,market,hearts,carbon,data}; captured {on,by,in} {camera,cameras,video,film,footage,photos,tape,a,the}; carbon capture; screen capture; data capture; motion capture; image capture;
      charg{e,es,ed,ing} {for,extra,interest,customers,fees,fee,users,more,less,up,station,consumers,commission,rent,duty,rates,prices,too,batteries,sterling,with emotion,with energy,with task,with leading,with overseeing,with running,with ensuring,with finding,with making,with developing}; in charge; take{s,} charge; took charge; taking charge; free of charge; service charge{,s}; restructuring charge{,s}; exceptional charge{,s}; one-off charge{,s}; impairment charge{,s}; pre-tax charge; tax charge; congestion charge{,s}; extra charge; cover charge; roaming charge{,s}; call charge{,s}; interest charge{,s}; bank charge{,s}; admission charge; electric charge;
      trial and error; clinical trial{,s}; drug trial{,s}; free trial{,s}; trial {run,period,period,basis,version,service,subscription}; trials of; medical trial{,s}; field trial{,s}; time trial{,s}; pilot trial; vaccine trial{,s}; trial{,s} involving; Olympic trial{,s}; technical trial; on trial basis; broadband trial{,s}; trialled; sentence structure; in a sentence; one sentence;
      seiz{e,es,ed,ing} {the,an,on,upon,opportunity} {opportunity,moment,chance,initiative,day,it}; seiz{e,es,ed,ing} {power,control,opportunity,upon,on}; under fire; under attack from critics; price war{,s}; trade war{,s}; culture war{,s}; bidding war{,s}; price freeze; pay freeze; wage freeze; hiring freeze; freeze frame; spending freeze; deep freeze; tax raid; dawn raid on shares; cash raid; box office hit; hit single{,s}; hit film{,s}; bank holiday;
      war on drugs; war of words; police drama; convicted on; conviction politic{ian,s}; strong conviction; political conviction{,s}; religious conviction{,s}; detained in hospital; world strike rate; strike rate; strike partnership; strike partner{,s}; strike duo; first strike; air miles; shoot-out; penalty shoot-out; penalty shootout; shots on goal; shot on goal; shot on target; drop shot; screen shot; shot in the arm; photo shoot; music sanctioned; officially sanctioned; court-sanctioned; sanctioned by law; economic sanctions busting game;
      bombshell; photo bomb; bomb disposal; bath bomb; explosive {growth,start,pace}; operating {profit,profits,income,loss,system,systems,margin}; joint {favourite,favourites,venture,ventures,top,leader,leaders,winner,winners,account,second,third,highest,bid,debut}; extradition treaty; mass detention; detention centre{,s}; detention center{,s}; juvenile detention`,
  },
  {
    id: 'sport',
    lang,
    place: 'sentence',
    distance: 0,
    effect: 'drop',
    cues: `inning{,s}; wicket{,s}; goalkeeper{,s}; striker{,s}; midfielder{,s}; midfield; playoff{,s}; home run{,s}; homer{,s,ed}; pitcher{,s}; outfielder; shortstop; touchdown{,s}; quarterback{,s}; penalty kick; offside; semifinal{,s}; semi-final{,s}; quarter-final{,s};
      grand slam; world cup; champions league; premier league; football league; la liga; major league; nfl; nba; mlb; nhl; ufc; rugby; cricket{,er,ers}; batsman; batsmen; tennis; golfer{,s}; knockout; heavyweight; welterweight; boxer{,s}; boxing; Olympi{c,cs,an,ans}; paralympic{,s}; footballer{,s}; basketball; baseball; hockey; soccer; athletics; sprinter{,s};
      medal{,s,ist,ists}; stadium; head coach; assistant coach; coaching; coach; full-back; fly-half; scrum; scrum-half; try-line; bullpen; relegation; relegated; fixture{,s}; free-kick{,s}; free kick{,s}; set-piece{,s}; hat-trick; half-time; full-time; equaliser; equalizer; scoreless; race track; grand prix; formula one; marathon; wimbledon; top seed{,s}; number one seed; tournament{,s}; championship{,s}; six nations; all blacks; test match; one-day international{,s}; world number; athlete{,s}; IAAF; FIFA; UEFA; IOC; doping; steroid{,s}; kickboxing; referee{,s}; batter{,s}; backfield; puck; slugger; Yankees; Dodgers; Arsenal; Chelsea; Liverpool; Celtic; Rangers; Manchester United; Real Madrid; Barcelona FC; wrestling`,
  },
  {
    id: 'fiction',
    lang,
    place: 'sentence',
    distance: 0,
    effect: 'drop',
    cues: `box office; movie{,s}; film; films; novel{,s}; sequel{,s}; screenplay; screenwriter; starring; co-star{,s}; soundtrack; fictional; fictitious; Netflix; hollywood; bollywood; video game{,s}; videogame{,s}; gamer{,s}; computer game{,s}; thriller; TV series; drama series; sitcom; soap opera; season finale; album{,s}; best actor; best actress; Oscar; Oscars; Bafta; Grammy; Golden Globe{,s}; biopic; playwright; theatre; musical; opera; singer{,s}; rapper{,s}; comedian; in the play; season two; showrunner; documentary; comic book; superhero; protagonist; filmmaker{,s}; film-maker{,s}; pop star; rock star; guitarist; band's`,
  },
];
