/** The sentence that leads to each table of a pack: what it shows, counted from what it is made of. Empty where there is no table. */
import { sum } from 'd3-array';
import { estPrise } from '../../analysis/comite.js';
import type { CopilAnalysis } from '../../analysis/copil/copil.js';
import { ETATS_RESERVE } from '../../analysis/etat/livrable.js';
import { accord, compteAuFil, compteEnLettres, compteSur, enumerer, minuscule } from '../../texte/accords.js';
import { enLettres } from '../../texte/nombres.js';

/** « Huit organismes sont présents, par 21 personnes », when each says how many it sent. */
export function surLesPresents({ presents = [], consultation_ecrite: written }: CopilAnalysis['reunion']): string {
  if (presents.length === 0) return '';
  if (written) return `${compteEnLettres(presents.length, 'organisme a répondu', 'organismes ont répondu')}.`;
  const known = presents.every(({ representants }) => representants !== undefined);
  const people = sum(presents, ({ representants = 0 }) => representants);
  if (known && presents.length === 1)
    return `${compteEnLettres(people, 'représentant était présent', 'représentants étaient présents')}.`;
  return `${compteEnLettres(presents.length, 'organisme était présent', 'organismes étaient présents')}${known ? `, avec ${compteAuFil(people, 'représentant')} en tout` : ''}.`;
}

/** How many reserves there are, and where each stands. */
export function surLesReserves(reserves: CopilAnalysis['reserves']): string {
  if (reserves.length === 0) return '';
  const told = reserves.map(({ etat }) => (etat === null ? 'sans suite écrite' : minuscule(ETATS_RESERVE[etat])));
  const states = [...new Set(told)];
  const of = (state: string): number => told.filter((one) => one === state).length;
  const many = (state: string): string => state.replace(/^(levée|tenue|écartée)(?= |$)/u, '$1s');
  const all = compteEnLettres(reserves.length, 'réserve a été émise', 'réserves ont été émises');
  const [only = ''] = states;
  return states.length === 1
    ? `${all} ; ${accord(reserves.length, `elle est ${only}`, `toutes sont ${many(only)}`)}.`
    : `${all} : ${enumerer(states.map((state) => compteAuFil(of(state), state, many(state), undefined, 'f')))}.`;
}

/** What the meeting before decided, apart from what it proposed, took note of or put off: counted as in the table of meetings. */
export function surLaPrecedente(precedente: CopilAnalysis['precedente']): string {
  const written = precedente?.decisions ?? [];
  if (written.length === 0) return '';
  const taken = written.filter(estPrise).length;
  return taken === written.length
    ? `${compteEnLettres(taken, 'décision est écrite', 'décisions sont écrites')} au relevé.`
    : `${compteEnLettres(written.length, 'point est écrit', 'points sont écrits')} au relevé, ${taken === 0 ? 'sans décision prise' : `dont ${compteAuFil(taken, 'décision prise', 'décisions prises')}`}.`;
}

/** Where the deliverables stand: the counts make the whole. */
export function surLesLivrables({
  livrables,
}: {
  livrables: readonly Pick<CopilAnalysis['etat']['livrables'][number], 'etat'>[];
}): string {
  const total = livrables.length;
  const of = (code: (typeof livrables)[number]['etat']): number => livrables.filter(({ etat }) => etat === code).length;
  const [valid, handed, later] = [of('valide'), of('remis'), of('a-venir')];
  if (total === 0) return '';
  const tous = total === 1 ? 'Le seul livrable est' : `Les ${enLettres(total, 'm')} livrables sont`;
  if (valid === total) return `${tous} ${accord(total, 'validé', 'validés')}.`;
  if (handed === total) return `${tous} remis sans être ${accord(total, 'validé', 'validés')}.`;
  if (later === total) return `${tous} à venir.`;
  const head =
    valid === 0
      ? `Aucun des ${enLettres(total, 'm')} livrables n’est validé`
      : compteSur(valid, total, 'livrable est validé', 'livrables sont validés');
  const parts = [
    ...(handed > 0
      ? [compteAuFil(handed, 'est remis sans être validé', 'sont remis sans être validés', undefined, 'm')]
      : []),
    ...(later > 0 ? [compteAuFil(later, 'est à venir', 'sont à venir', undefined, 'm')] : []),
  ];
  return `${head}${parts.length > 0 ? ` ; ${enumerer(parts)}` : ''}.`;
}

/** All of them, by the table that each leads to. */
export const phrasesDuDossier = ({ reunion, reserves, precedente, etat }: CopilAnalysis) => ({
  presents: surLesPresents(reunion),
  reserves: surLesReserves(reserves),
  precedente: surLaPrecedente(precedente),
  livrables: surLesLivrables(etat),
});
