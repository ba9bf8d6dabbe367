/** Synthesis by domain. */

import type { ElementAfom, SyntheseDomaine } from '../../analysis/diagnostic/index.js';
import { itemOf } from '../../lists/at.js';
import { type Contexte, type Fabrique, legende, marquer, signe } from '../cells.js';
import { col, tableDe } from '../colonnes.js';
import type { TableExhibit } from '../types.js';

const dit = ({ texte, illustratif }: ElementAfom): string => (illustratif ? signe(texte) : texte);

const puces = (items: readonly ElementAfom[]): string => items.map(dit).join('\n');

const marque = (s: SyntheseDomaine): boolean => CASES.some(([key]) => s[key].some(({ illustratif }) => illustratif));

const CASES = [
  ['forces', 'Forces'],
  ['faiblesses', 'Faiblesses'],
  ['opportunites', 'Opportunités'],
  ['menaces', 'Menaces'],
] as const;

function domaines(contexte: Contexte): TableExhibit {
  return tableDe(contexte.analyse.synthese, {
    name: 'synthese-domaines',
    title: 'Forces, faiblesses, opportunités et menaces par domaine',
    sheet: 'Synthèse par domaine',
    landscape: true,
    columns: [
      col('domaine', 'Domaine', (s) => s.libelle, 'texte', 1),
      CASES.map(([key, header]) => col(key, header, (s) => puces(s[key]) || null, 'texte', 2.2)),
    ],
    source: `Source : synthèse des inventaires ; chaque élément est étayé dans le classeur.${legende(contexte.analyse.synthese.some(marque))}`,
    empty: 'Aucun domaine à l’étude.',
  });
}

function preuves(contexte: Contexte): TableExhibit {
  const elements = contexte.analyse.synthese.flatMap((s) =>
    CASES.flatMap(([key, nature]) => s[key].map((item) => ({ domaine: s.libelle, nature, item }))),
  );
  return tableDe(elements, {
    name: 'synthese-preuves',
    title: 'Éléments de la synthèse et leurs preuves',
    sheet: 'Synthèse preuves',
    groupBy: 'domaine',
    headerColumns: 2,
    columns: [
      col('domaine', 'Domaine', ({ domaine }) => domaine, 'texte', 1.2),
      col('nature', 'Nature', ({ nature }) => nature, 'texte', 1),
      col('texte', 'Élément', ({ item }) => dit(item), 'texte', 3),
      col('preuve', 'Preuve', ({ item }) => item.preuve, 'texte', 3),
    ],
    empty: 'Aucun élément de synthèse.',
  });
}

/** What each domain weighs, in counts. */
function chiffres({ analyse }: Contexte): TableExhibit {
  const { niveaux } = analyse.besoins;
  const gagnes = (id: string): number => itemOf(analyse.acteurs.engagement, id).acteurs.length;
  const dispo = (id: string): number => itemOf(analyse.outils.parDisponibilite, id).nombre;
  return tableDe(analyse.synthese, {
    name: 'synthese-chiffres',
    title: 'Les domaines en chiffres',
    sheet: 'Synthèse par domaine',
    columns: [
      col('domaine', 'Domaine', ({ libelle }) => libelle, 'texte', 1.6),
      col('besoins', 'Besoins', ({ chiffres: n }) => n.besoins, 'entier', {
        calcul: { type: 'somme', de: ['non_couverts', 'partiels', 'couverts'] },
      }),
      col('non_couverts', 'Sans réponse', ({ chiffres: n }) => n.besoinsNonCouverts, 'entier'),
      col('partiels', 'Couverts en partie', ({ chiffres: n }) => n.besoinsPartiels, 'entier'),
      col('couverts', 'Couverts', ({ chiffres: n }) => n.besoinsCouverts, 'entier'),
      col('actions', 'Actions conduites', ({ chiffres: n }) => n.actions, 'entier'),
      col('acteurs', 'Acteurs', ({ chiffres: n }) => n.acteurs, 'entier'),
      col('engages', 'Volontaires ou engagés', ({ chiffres: n }) => n.acteursEngages, 'entier', { uneFois: true }),
      col('outils', 'Outils existants ou à adapter', ({ chiffres: n }) => n.outils, 'entier'),
      col('outils_a_creer', 'Outils à créer', ({ chiffres: n }) => n.outilsACreer, 'entier'),
    ],
    // Domains share entries: their lines add up to more than the whole, and one domain is the whole.
    ...(analyse.synthese.length > 1
      ? {
          totals: {
            domaine: 'Ensemble',
            besoins: analyse.besoins.liste.length,
            non_couverts: niveaux['non-couvert'],
            partiels: niveaux.partiel,
            couverts: niveaux.couvert,
            actions: analyse.actions.liste.length,
            acteurs: analyse.acteurs.liste.length,
            engages: gagnes('engage') + gagnes('volontaire'),
            outils: dispo('existant') + dispo('a-adapter'),
            outils_a_creer: dispo('a-creer'),
          },
        }
      : {}),
    source: `Source : inventaires de l’étude ; une fiche compte dans chacun de ses domaines${analyse.synthese.length > 1 ? ', et une fois dans l’ensemble, même si elle n’en a aucun' : ''}.`,
    empty: 'Aucun domaine à l’étude.',
  });
}

/** Strengths, weaknesses, opportunities and threats of one domain, each with what it rests on. */
function afom(domaine: SyntheseDomaine): TableExhibit {
  const elements = CASES.flatMap(([key, nature]) => domaine[key].map((item) => ({ nature, item })));
  return tableDe(elements, {
    name: `synthese-${domaine.id}`,
    title: `Forces, faiblesses, opportunités et menaces : ${domaine.libelle}`,
    sheet: 'Forces et faiblesses',
    groupBy: 'nature',
    together: true,
    headerColumns: 2,
    columns: [
      col('nature', 'Nature', ({ nature }) => nature, 'texte', 1),
      col('texte', 'Élément', ({ item }) => dit(item), 'texte', 2.4),
      col('preuve', 'Preuve', ({ item }) => item.preuve, 'texte', 3),
    ],
    source: `Source : fiches de ce domaine dans les inventaires.${legende(marque(domaine))}`,
    empty: `Rien ne ressort des inventaires pour le domaine « ${domaine.libelle} ».`,
  });
}

export const syntheseExhibits: Fabrique = (contexte) => [
  marquer(chiffres(contexte), {
    non_couverts: contexte.analyse.preuves.couverture,
    partiels: contexte.analyse.preuves.couverture,
    couverts: contexte.analyse.preuves.couverture,
    engages: contexte.analyse.preuves.engagement,
    outils: contexte.analyse.preuves.outils,
    outils_a_creer: contexte.analyse.preuves.outils,
  }),
  domaines(contexte),
  preuves(contexte),
  ...contexte.analyse.synthese.map(afom),
];
