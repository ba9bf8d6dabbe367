/** The slide of the priorities: the points of each public in each domain. */
import type { PrioritesAnalysis } from '../../analysis/priorites/priorites.js';
import { croisementEnPhrase, enTete } from '../../exhibits/scenarios/priorites.js';
import { comiteEnPhrase } from '../../study/contrat.js';
import type { Study } from '../../study/study.js';
import { accord, contracter, enumerer, majuscule } from '../../texte/accords.js';
import { enLettres, nombreFr } from '../../texte/nombres.js';
import type { Slide } from '../slides.js';

const MARQUES = { prioritaire: '●', secondaire: '○', autre: '·' } as const;

/** « Quatre croisements ressortent »: none does where all are priorities. */
const ressortent = (first: number, all: number): string =>
  first > 1 && first === all
    ? `Les ${enLettres(all)} croisements sont prioritaires`
    : `${majuscule(enLettres(first))} ${accord(first, 'croisement ressort', 'croisements ressortent')}`;

/** Those that have the most points, where they are not all. */
function dAbord(study: Study, croisements: PrioritesAnalysis['croisements']): string {
  const first = enTete(croisements);
  return first.length === 0 ? '' : `, d’abord ${enumerer(first.map((one) => croisementEnPhrase(study, one)))}`;
}

export function priorites(study: Study, { croisements }: PrioritesAnalysis): Slide[] {
  const first = croisements.filter(({ classe }) => classe === 'prioritaire');
  if (croisements.every(({ score }) => score === null)) return [];
  const { publics, domaines } = study.etude;
  const mark = (domaine: string, groupe: string): string => {
    const found = croisements.find((c) => c.domaine.id === domaine && c.public.id === groupe);
    return found && found.score !== null ? `${MARQUES[found.classe]} ${nombreFr(Math.round(found.score))}` : '';
  };
  return [
    {
      theme: 'Priorités',
      title:
        first.length === 0
          ? 'Aucun croisement ne s’impose comme prioritaire'
          : `${ressortent(first.length, croisements.filter(({ score }) => score !== null).length)}${dAbord(study, croisements)}`,
      bullets: [],
      table: [
        ['Public', ...domaines.map(({ libelle, libelle_court: tete }) => tete ?? libelle)],
        ...publics.map(({ id, libelle, libelle_court: tete }) => [
          tete ?? libelle,
          ...domaines.map((domaine) => mark(domaine.id, id)),
        ]),
      ],
      caution:
        '● prioritaire, ○ secondaire ; points sur 100, d’après les besoins, leur couverture, la capacité des acteurs et le cadre.',
      notes: `Les croisements prioritaires : ${enumerer(first.map((c) => `${c.public.libelle} × ${c.domaine.libelle}`)) || 'aucun'}. Demander ${contracter('a', comiteEnPhrase(study))} de s’y reconnaître avant de parler d’organisation.`,
    },
  ];
}
