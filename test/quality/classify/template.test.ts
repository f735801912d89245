import { compileWatches } from '@aftermath/classify';
import { describe, expect, it } from 'vitest';
import { measuredWatch } from './measured-watch.ts';

const classifier = compileWatches([measuredWatch()]);

function categoriesOf(text: string, lang: string): string[] {
  const [decision] = classifier.classify({ title: '', text, lang }, { allInScope: true });
  return (decision?.signals ?? []).map(({ category }) => category);
}

describe('the leadership-strike template finds each category in each language', () => {
  it.each([
    ['arrests', 'en', 'Police in Lima arrested twelve suspected members of the gang on Tuesday.'],
    ['arrests', 'en', 'A federal court sentenced the smuggler to 20 years in prison.'],
    ['arrests', 'es', 'La Policía Nacional detuvo a tres presuntos integrantes de la banda en Cúcuta.'],
    ['arrests', 'es', 'El exministro fue extraditado a Estados Unidos el viernes.'],
    ['arrests', 'pt', 'A Polícia Federal prendeu dois suspeitos em Boa Vista na quarta-feira.'],
    ['arrests', 'pt', 'O traficante foi condenado a 30 anos de prisão por um tribunal de Manaus.'],
    ['sanctions', 'en', 'The Treasury imposed sanctions on four companies that ship oil.'],
    ['sanctions', 'en', 'Canada froze the assets of the general and banned him from entry.'],
    ['sanctions', 'es', 'El Departamento del Tesoro sancionó a cinco empresas navieras.'],
    ['sanctions', 'es', 'La Unión Europea levantó las sanciones contra la aerolínea.'],
    ['sanctions', 'pt', 'Os Estados Unidos impuseram novas sanções contra o ministro.'],
    ['sanctions', 'pt', 'O Tesouro determinou o congelamento de bens da estatal.'],
    [
      'joint-operations',
      'en',
      'Colombian and Ecuadorian forces carried out a joint operation on the border.',
    ],
    ['joint-operations', 'en', 'The police acted in cooperation with the DEA.'],
    ['joint-operations', 'es', 'Colombia y Panamá realizaron un operativo conjunto en el Darién.'],
    ['joint-operations', 'es', 'La fiscalía actuó en coordinación con la DEA.'],
    ['joint-operations', 'pt', 'Brasil e Colômbia fizeram uma operação conjunta na fronteira.'],
    [
      'regional-reaction',
      'en',
      'Mexico condemned the strike by the United States as a breach of sovereignty.',
    ],
    ['regional-reaction', 'en', 'Brazil recalled its ambassador from Washington.'],
    ['regional-reaction', 'es', 'La Cancillería de México condenó el ataque de Estados Unidos.'],
    ['regional-reaction', 'es', 'Chile exige a Washington que respete la soberanía de Venezuela.'],
    ['regional-reaction', 'pt', 'O governo brasileiro condenou o ataque dos Estados Unidos à Venezuela.'],
    ['regional-reaction', 'pt', 'Lula criticou a intervenção militar de Trump na Venezuela.'],
    ['official-claims', 'en', 'The Pentagon said the strike killed three terrorists aboard the boat.'],
    ['official-claims', 'es', 'El Pentágono afirmó que el ataque mató a tres narcoterroristas.'],
    ['official-claims', 'pt', 'O Pentágono afirmou que o ataque matou três narcoterroristas.'],
    ['legal-authority', 'en', 'The Senate rejected a war powers resolution on Thursday.'],
    ['legal-authority', 'en', 'Experts called the boat strikes illegal under international law.'],
    ['legal-authority', 'es', 'Juristas sostienen que los ataques violan el derecho internacional.'],
    ['legal-authority', 'pt', 'Para juristas, os ataques violam o direito internacional.'],
    ['use-of-force', 'en', 'US forces destroyed a drug boat in the Caribbean on Monday.'],
    ['use-of-force', 'en', 'Washington deployed three destroyers and marines off the coast.'],
    ['use-of-force', 'es', 'Estados Unidos bombardeó una lancha en el Caribe.'],
    ['use-of-force', 'es', 'El Pentágono envió tropas y buques a la zona.'],
    ['use-of-force', 'pt', 'Os Estados Unidos bombardearam um barco no Caribe.'],
    ['use-of-force', 'pt', 'Washington enviou navios e fuzileiros para a região.'],
    ['network-response', 'en', 'A successor took command of the gang within a week.'],
    ['network-response', 'es', 'La banda prepara represalias y recluta a jóvenes en la frontera.'],
    ['network-response', 'pt', 'A facção já escolheu um novo líder e promete represálias.'],
    ['community-impact', 'en', 'Hundreds of families fled the village after the raid.'],
    ['community-impact', 'es', 'Los pescadores tienen miedo de salir al mar.'],
    ['community-impact', 'es', 'La extorsión de la banda a los comerciantes creció este mes.'],
    ['community-impact', 'pt', 'Moradores fugiram da cidade com medo de novos confrontos.'],
  ])('%s (%s): %s', (category, lang, text) => {
    expect(categoriesOf(text, lang)).toContain(category);
  });
});

describe('the leadership-strike template stays silent on', () => {
  it.each([
    ['a deal that is struck', 'en', 'The two firms strike a deal over the supply of parts.'],
    ['a batter who strikes out', 'en', 'José Ramírez strikes out in the ninth inning.'],
    ['a labour strike', 'en', 'The union called a general strike over pay.'],
    ['arrested development', 'en', 'The series about arrested development returns in May.'],
    ['a cardiac arrest', 'en', 'The senator died of a cardiac arrest at his home.'],
    ['an arrest that did not happen', 'en', 'Police have not arrested anyone so far.'],
    ['a release', 'en', 'Venezuela frees detained Americans after talks.'],
    ['sanctions of a league', 'en', 'The league announced sanctions on the striker after the match.'],
    ['a heart attack', 'es', 'El presidente del club murió de un ataque al corazón.'],
    ['a film', 'es', 'La película cuenta cómo la policía detuvo al capo.'],
    ['a goal', 'es', 'El delantero fue capturado en fuera de juego antes del gol.'],
    ['a release', 'es', 'El gobierno liberó a los detenidos de la protesta.'],
    ['a law that is signed', 'pt', 'O presidente sancionou a lei do orçamento.'],
    ['a hunger strike', 'pt', 'Os professores estão em greve de fome.'],
    ['a match', 'pt', 'O atacante foi condenado pela torcida depois do gol perdido.'],
  ])('%s (%s): %s', (_, lang, text) => {
    expect(categoriesOf(text, lang)).toEqual([]);
  });
});

describe('the leadership-strike template says what is done apart from what is asked for', () => {
  it.each([
    ['called-for', 'en', 'sanctions', 'Senators called for sanctions against the generals of Venezuela.'],
    ['called-for', 'en', 'use-of-force', 'Trump threatens airstrikes on Venezuelan soil.'],
    ['announced', 'en', 'sanctions', 'The EU will impose sanctions on four banks.'],
    ['carried-out', 'en', 'sanctions', 'The EU imposed sanctions on four banks.'],
    ['denied', 'en', 'use-of-force', 'Colombia denied reports of an airstrike on the camp.'],
    ['called-for', 'es', 'sanctions', 'Senadores piden sanciones contra los generales de Venezuela.'],
    ['announced', 'es', 'arrests', 'El detenido será extraditado a Estados Unidos.'],
    ['carried-out', 'es', 'use-of-force', 'Estados Unidos atacó una lancha en el Pacífico.'],
    ['denied', 'es', 'use-of-force', 'Caracas niega un bombardeo en la frontera.'],
    ['called-for', 'pt', 'sanctions', 'Senadores pedem sanções contra os generais da Venezuela.'],
    ['announced', 'pt', 'arrests', 'O chefe da quadrilha será extraditado ao Brasil.'],
    ['denied', 'pt', 'use-of-force', 'Caracas nega bombardeio na fronteira.'],
  ])('%s (%s, %s): %s', (status, lang, category, text) => {
    const [decision] = classifier.classify({ title: '', text, lang }, { allInScope: true });
    expect(decision?.signals.find((signal) => signal.category === category)?.status).toBe(status);
  });
});
