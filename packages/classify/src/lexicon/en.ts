import type { Lexicon } from './lexicon.ts';

export const EN: Lexicon = {
  government: `government{,s}; administration{,s}; foreign ministr{y,ies}; ministr{y,ies}; foreign office; cabinet; embass{y,ies}; consulate{,s}; regime;
    presidency; presidential palace; presidential office; junta; ruling party; national security council; justice department; treasury`,
  official: `president{,s}; prime minister{,s}; premier{,s}; foreign minister{,s}; minister{,s}; secretary of state; defen{s,c}e secretary; treasury secretary;
    energy secretary; foreign secretary; home secretary; secretary general; vice president{,s}; chancellor{,s}; ambassador{,s}; envoy{,s}; spokes{man,woman,person,people,men};
    diplomat{,s}; official{,s}; head of state; heads of state; leader{,s}; king; emir; crown prince; attorney general; commander in chief; governor{,s};
    admiral{,s}; foreign policy chief; press secretary; high commissioner; special representative; defen{s,c}e chief{,s}; defen{s,c}e minister{,s}; police chief{,s}`,
  body: `UN; United Nations; Security Council; General Assembly; Human Rights Council; OAS; Organization of American States; EU; European Union; European Community; EC;
    European Commission; European Parliament; Caricom; CARICOM; Celac; CELAC; Mercosur; Unasur; ALBA; NATO; African Union; AU; OAU; Arab League; League of Arab States; Organisation of Islamic; Organization of Islamic; OIC;
    ASEAN; ECOWAS; SADC; GCC; Gulf Cooperation Council; Commonwealth; OSCE; ICC; International Criminal Court; International Court of Justice; IACHR; Inter-American Commission; OHCHR;
    UNHCR; IAEA; G7; G20; BRICS`,
  legislature: `Congress; congressional; senate; senator{,s}; House of Representatives; the House; House panel; House committee; parliament{,s}; parliamentary; lawmaker{,s}; legislator{,s}; legislature{,s};
    congress{man,woman,men,women}; representative{,s}; deputies; national assembly; Rep; Sen; Democrats; Republicans; house democrats; MP{,s}; intelligence committee; armed services committee`,
  court: `court{,s}; judge{,s}; tribunal{,s}; jury; juries; magistrate{,s}; supreme court; justices; appeals panel; grand jury; district court`,
  police: `police; policem{an,en}; policewom{an,en}; authorities; officer{,s}; agent{,s}; detective{,s}; investigator{,s}; prosecutor{,s}; security force{,s}; DEA; FBI; ICE; HSI; Interpol; Europol; sheriff{,s}; deputies;
    customs; border patrol; immigration authorities; federal agents; counternarcotics; anti-narcotics; national guard; gendarm{e,es,erie}; troops; soldiers; army; navy; marines; coast guard; special forces; attorney general; cops; district attorney; law enforcement; CIA; secret service; militia; commandos`,
  military: `military; militaries; army; armies; navy; naval; air force; troops; soldiers; servicemembers; marines; coast guard; warship{,s}; destroyer{,s}; frigate{,s}; fighter jet{,s}; warplane{,s}; aircraft carrier{,s};
    carrier strike group; special forces; commandos; armed forces; forces; bomber{,s}; drone{,s}; paratroopers; battalion{,s}; brigade{,s}; gunship{,s}; helicopter{,s}; Navy SEALs; warships; missile{,s}; tanks; jets; fighter-bombers`,
  criminal: `gang{,s}; gangster{,s}; gang member{,s}; cartel{,s}; trafficker{,s}; smuggler{,s}; suspect{,s}; militant{,s}; guerrilla{,s}; rebel{,s}; terrorist{,s}; narco*; kingpin{,s}; capo{,s}; drug lord{,s};
    hitm{an,en}; fugitive{,s}; mafia{,s}; mobster{,s}; criminal{,s}; crime ring{,s}; drug ring{,s}; trafficking ring{,s}; smuggling ring{,s}; syndicate{,s}; insurgent{,s}; jihadi{,s,st,sts}; extremist{,s}; gunm{an,en}; warlord{,s}; pirate{,s}; launderer{,s}; hacker{,s}; drug mules`,
  vessel: `boat{,s}; speedboat{,s}; vessel{,s}; go-fast{,s}; submarine{,s}; semi-submersible{,s}; semisubmersible{,s}; narco-sub{,s}; tanker{,s}; drug boat{,s}; ship{,s}`,
};
