/** Figures of the diagnostic: needs, actions, actors, tools, people met, territory. */
import type { DiagnosticAnalysis } from '../diagnostic/index.js';
import type { Chiffre } from './chiffre.js';

/** What these figures count. */
export const MOTS = [
  'besoin',
  'participation',
  'action',
  'acteur',
  'outil',
  'expérience',
  'rencontre',
  'commune',
  'habitant',
  'source',
] as const;

const nombre = (nom: string, libelle: string, valeur: number, mot: (typeof MOTS)[number]): Chiffre => ({
  nom,
  libelle,
  valeur,
  unite: 'nombre',
  mot,
});

/** The first of a ranking by falling score, with how many share its place; nothing when none scores. */
function premier<T>(
  nom: string,
  libelle: string,
  items: readonly T[],
  score: (item: T) => number,
  texte: (item: T) => string,
): Chiffre[] {
  const best = Math.max(...items.map(score));
  const winners = items.filter((item) => score(item) === best);
  const [first] = winners;
  if (first === undefined || !(best > 0)) return [];
  return [{ nom, libelle, valeur: texte(first), unite: 'texte', exAequo: winners.length }];
}

/** Of communes whose population nobody wrote there is no figure: they are not empty. */
const habitants = (nom: string, libelle: string, population: number): Chiffre[] =>
  population > 0 ? [nombre(nom, libelle, population, 'habitant')] : [];

export function chiffresDiagnostic(analyse: DiagnosticAnalysis): Chiffre[] {
  const { besoins, effectifs, participation, acteurs, outils, territoire, synthese } = analyse;
  const libelle = ({ libelle: own }: { libelle: string }): string => own;
  return [
    nombre('besoins.total', 'Besoins recensés', besoins.liste.length, 'besoin'),
    nombre('besoins.couverts', 'Besoins couverts', besoins.niveaux.couvert, 'besoin'),
    nombre('besoins.partiels', 'Besoins couverts en partie', besoins.niveaux.partiel, 'besoin'),
    nombre('besoins.non_couverts', 'Besoins sans réponse', besoins.niveaux['non-couvert'], 'besoin'),
    nombre('besoins.illustratifs', 'Besoins donnés à titre illustratif', besoins.illustratifs, 'besoin'),
    ...premier('besoins.premier', 'Besoin qui pèse le plus', besoins.liste, ({ poids }) => poids, libelle),
    ...premier(
      'publics.premier',
      'Public dont les besoins pèsent le plus',
      besoins.parPublic,
      ({ poids }) => poids,
      libelle,
    ),
    ...besoins.parPublic.flatMap((groupe): Chiffre[] => [
      nombre(`publics.${groupe.id}.besoins`, `Besoins : ${groupe.libelle}`, groupe.besoins.length, 'besoin'),
      nombre(`publics.${groupe.id}.couverts`, `Besoins couverts : ${groupe.libelle}`, groupe.couverts, 'besoin'),
      nombre(
        `publics.${groupe.id}.partiels`,
        `Besoins couverts en partie : ${groupe.libelle}`,
        groupe.partiels,
        'besoin',
      ),
      nombre(
        `publics.${groupe.id}.non_couverts`,
        `Besoins sans réponse : ${groupe.libelle}`,
        groupe.nonCouverts,
        'besoin',
      ),
      nombre(
        `publics.${groupe.id}.participants`,
        `Participations : ${groupe.libelle}`,
        groupe.participations,
        'participation',
      ),
    ]),
    ...synthese.flatMap(({ id, libelle: name, chiffres }): Chiffre[] => [
      nombre(`domaines.${id}.besoins`, `Besoins : ${name}`, chiffres.besoins, 'besoin'),
      nombre(`domaines.${id}.non_couverts`, `Besoins sans réponse : ${name}`, chiffres.besoinsNonCouverts, 'besoin'),
      nombre(`domaines.${id}.actions`, `Actions conduites : ${name}`, chiffres.actions, 'action'),
      nombre(`domaines.${id}.acteurs`, `Acteurs : ${name}`, chiffres.acteurs, 'acteur'),
      nombre(
        `domaines.${id}.acteurs_engages`,
        `Acteurs volontaires ou engagés : ${name}`,
        chiffres.acteursEngages,
        'acteur',
      ),
      nombre(`domaines.${id}.outils`, `Outils existants ou à adapter : ${name}`, chiffres.outils, 'outil'),
    ]),
    nombre('actions.total', 'Actions conduites', effectifs.actions, 'action'),
    nombre(
      'actions.avec_precedent',
      'Actions indicatives qui ont un précédent',
      analyse.actions.avecPrecedent,
      'action',
    ),
    nombre('acteurs.total', 'Acteurs recensés', effectifs.acteurs, 'acteur'),
    ...acteurs.engagement.map(({ id, libelle: name, acteurs: list }) =>
      nombre(`acteurs.${id.replaceAll('-', '_')}`, `Acteurs : ${name.toLowerCase()}`, list.length, 'acteur'),
    ),
    nombre('outils.total', 'Outils recensés', effectifs.outils, 'outil'),
    ...outils.parDisponibilite.map(({ id, libelle: name, nombre: count }) =>
      nombre(`outils.${id.replaceAll('-', '_')}`, `Outils : ${name.toLowerCase()}`, count, 'outil'),
    ),
    nombre('experiences.total', 'Expériences étudiées', effectifs.experiences, 'expérience'),
    nombre('experiences.retenues', 'Expériences retenues', effectifs.experiencesRetenues, 'expérience'),
    nombre(
      'participation.participants',
      'Participations, toutes méthodes réunies',
      participation.participations,
      'participation',
    ),
    nombre(
      'participation.rencontres',
      'Temps de la démarche participative',
      participation.rencontres.length,
      'rencontre',
    ),
    nombre('territoire.communes', 'Communes étudiées', territoire.total.communes, 'commune'),
    ...habitants('territoire.population', 'Habitants des communes étudiées', territoire.total.population),
    nombre('territoire.petites_communes', 'Communes les moins peuplées', territoire.total.petites, 'commune'),
    ...territoire.perimetres.flatMap(({ id, libelle: name, communes, population }): Chiffre[] => [
      nombre(`perimetres.${id}.communes`, `Communes : ${name}`, communes, 'commune'),
      ...habitants(`perimetres.${id}.population`, `Habitants : ${name}`, population),
    ]),
    nombre('sources.total', 'Sources citées', effectifs.sources, 'source'),
  ];
}
