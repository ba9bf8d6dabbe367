/** Slides on the evaluation of the projects. */
import { comptesEnClair, grandsEcarts } from '../../analysis/copil/copil.js';
import type { BilanAnalysis } from '../../analysis/projets/bilan.js';
import { nomDuProjet } from '../../analysis/projets/noms.js';
import {
  coutEtPlan,
  enPlusDeLaSuite,
  enPlusEnClair,
  ordreDuVote,
  SUITES,
  type Suite,
  tete,
} from '../../analysis/projets/suites.js';
import type { Recommandation } from '../../analysis/projets/types-bilan.js';
import { nomActeur } from '../../analysis/vocabulaire.js';
import { formatDate } from '../../exhibits/format.js';
import { RECOUPEMENTS, titreNotes } from '../../exhibits/projets/evaluation.js';
import { suitesEnBref } from '../../exhibits/projets/suites.js';
import type { Study } from '../../study/study.js';
import {
  accorder,
  avecPoint,
  compteEnLettres,
  compteSur,
  memeUnite,
  minuscule,
  quantiteFr,
  sansPoint,
} from '../../texte/accords.js';
import { euros, nombreFr } from '../../texte/nombres.js';
import type { Slide } from '../slides.js';
import { montantConvenu } from './experimentation.js';

function joursDesProjets(bilan: BilanAnalysis): Slide {
  return {
    theme: 'Projets',
    title: compteSur(
      bilan.termines.length,
      bilan.projets.length,
      'projet terminé',
      'projets terminés',
      'Aucun projet terminé',
    ),
    bullets: grandsEcarts(bilan),
    chart: {
      kind: 'barres',
      title: 'Jours d’accompagnement, prévus et passés',
      // A bar of no length would read as no day.
      categories: bilan.projets.map(({ projet, jours: { prevu, realise } }) => {
        const unknown = [...(prevu === null ? ['prévus'] : []), ...(realise === null ? ['passés'] : [])];
        return unknown.length > 0
          ? `${nomDuProjet(projet)} (jours ${unknown.join(' et ')} non connus)`
          : nomDuProjet(projet);
      }),
      series: [
        { name: 'Prévus', values: bilan.projets.map(({ jours }) => jours.prevu ?? 0) },
        { name: 'Passés', values: bilan.projets.map(({ jours }) => jours.realise ?? 0) },
      ],
      stacked: false,
      lying: true,
      axis: 'Jours',
      alt: bilan.projets
        .map(
          ({ projet, jours }) =>
            `${nomDuProjet(projet)} : ${jours.prevu === null ? 'prévus non connus' : `${nombreFr(jours.prevu)} ${accorder('prévu', jours.prevu)}`}, ${jours.realise === null ? 'non connus' : `${nombreFr(jours.realise)} ${accorder('passé', jours.realise)}`}`,
        )
        .join(' ; '),
    },
    notes: 'Donner la parole aux porteurs présents.',
  };
}

const ATTEINTE = (atteint: boolean | null): string => (atteint === null ? 'non mesurée' : atteint ? 'oui' : 'non');

/** The targets side by side, in the order of the evaluation, under what the year has cost. */
function resultats(bilan: BilanAnalysis): Slide[] {
  const { indicateurs } = bilan;
  if (indicateurs.length === 0) return [];
  return [
    {
      theme: 'Résultats',
      title: compteSur(
        indicateurs.filter(({ atteint }) => atteint).length,
        indicateurs.length,
        'cible atteinte',
        'cibles atteintes',
        'Aucune cible atteinte',
      ),
      bullets: comptesEnClair(bilan),
      table: [
        ['Ce qui était visé', 'Cible', 'Mesuré', 'Atteinte'],
        ...indicateurs.map(({ libelle, cible, sens, unite, valeur, atteint }) => [
          libelle,
          `${quantiteFr(cible, unite)} ${sens === 'min' ? 'au plus' : 'au moins'}`,
          valeur === null ? '—' : memeUnite(valeur, unite),
          ATTEINTE(atteint),
        ]),
      ],
      notes: 'Dire aussi ce qui n’a pas été mesuré.',
    },
  ];
}

function nonMesures(bilan: BilanAnalysis): Slide[] {
  if (bilan.manquesMesures.length === 0) return [];
  return [
    {
      theme: 'Résultats',
      title: 'Ce qui n’a pas été mesuré',
      bullets: bilan.manquesMesures,
      notes: 'Ce qui n’est pas mesuré n’est ni un succès ni un échec.',
    },
  ];
}

/** Who evaluates, and the other part that it played: a part without its name would be nobody's. */
function evaluateurEnClair({ etude }: Study, { cadre }: BilanAnalysis): string {
  const { designation, role } = cadre?.evaluateur ?? {};
  if (designation === undefined || role === undefined) return '';
  // Its name keeps its capital.
  const named = designation.startsWith(etude.prestataire.nom) ? designation : minuscule(designation);
  return `Évaluateur : ${named}. ${avecPoint(role)}`;
}

const etendue = (values: readonly number[]): string => {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? nombreFr(low) : `de ${nombreFr(low)} à ${nombreFr(high)}`;
};

/** The criteria that were noted, from the lowest note of each to its highest. */
function notes(study: Study, bilan: BilanAnalysis): Slide[] {
  const echelle = (bilan.cadre?.echelle ?? []).map(({ note }) => note);
  const noted = bilan.criteres.filter(({ notes: own }) => own.length > 0);
  if (noted.length === 0) return [];
  return [
    {
      theme: 'Évaluation',
      title: titreNotes(bilan),
      bullets: [],
      table: [
        ['Critère', 'Projets notés', 'Notes', 'Ce que valent les preuves'],
        ...noted.map(({ libelle, notes, recoupement }) => [
          libelle,
          String(notes.length),
          etendue(notes.map(({ note }) => note)),
          RECOUPEMENTS[recoupement],
        ]),
      ],
      caution:
        `${echelle.length > 0 ? `Notes de ${Math.min(...echelle)} à ${Math.max(...echelle)}. ` : ''}${evaluateurEnClair(study, bilan)}`.trim(),
      notes: 'Une note ne vaut que par sa raison : elle est dans le bilan.',
    },
  ];
}

function enseignements(bilan: BilanAnalysis): Slide[] {
  if (bilan.enseignements.length === 0) return [];
  return [
    {
      theme: 'Enseignements',
      title: 'Ce que les projets ont appris',
      bullets: bilan.enseignements.map(({ texte }) => texte),
      notes: 'Demander ce qui en est retenu pour la suite.',
    },
  ];
}

const COMPRIS = '« Compris » : dans le coût de la suite proposée.';

/** Each with who, when, how much, and whether the way on has paid it; what a line does not hold is for the speaker. */
function recommandations(study: Study, bilan: BilanAnalysis): Slide[] {
  const { recommandations: list } = bilan;
  if (list.length === 0) return [];
  const qui = new Set(list.map(({ responsable }) => nomActeur(study, responsable) ?? null));
  const [seul] = qui.size === 1 ? qui : [null];
  const cut = list.flatMap(({ texte }, i) =>
    tete(texte) === sansPoint(texte) ? [] : [`R${i + 1}, en entier : ${avecPoint(texte)}`],
  );
  const columns: { titre: string; de: (one: Recommandation) => string | null }[] = [
    { titre: 'Qui', de: ({ responsable }) => (seul ? null : (nomActeur(study, responsable) ?? null)) },
    { titre: 'Quand', de: ({ echeance }) => (echeance ? formatDate(echeance) : null) },
    {
      titre: 'Coût',
      de: ({ cout, compris }) =>
        cout === null || cout === undefined ? null : `${montantConvenu(cout)}${compris ? ', compris' : ''}`,
    },
  ];
  const told = columns.filter(({ de }) => list.some((one) => de(one) !== null));
  const beside = enPlusEnClair(bilan.cadre ?? {});
  const { hors } = enPlusDeLaSuite(bilan.cadre?.recommandations ?? []);
  return [
    {
      theme: 'Recommandations',
      title: `${compteEnLettres(list.length, 'recommandation', 'recommandations')} pour la suite${hors && beside.length > 0 ? `, dont ${euros(hors.montant)} en plus de son coût` : ''}`,
      bullets: [],
      table: [
        ['Recommandation', ...told.map(({ titre }) => titre)],
        ...list.map((one, i) => [`R${i + 1}. ${tete(one.texte)}`, ...told.map(({ de }) => de(one) ?? '—')]),
      ],
      caution: [
        ...(seul ? [`Qui, à chaque ligne : ${seul}.`] : []),
        ...(list.some(({ cout, compris }) => cout && compris) ? [COMPRIS] : []),
      ].join(' '),
      notes: ['Dire de chaque coût s’il s’ajoute à celui de la suite proposée.', ...beside, ...cut].join(' '),
    },
  ];
}

/** The ways on side by side, as a room compares them before it is read the resolutions, which hold their conditions. */
function suites({ cadre }: BilanAnalysis): Slide[] {
  // In the order of the resolutions, which come next.
  const list = ordreDuVote(cadre?.suites ?? []);
  const [proposed] = list.filter(({ proposee }) => proposee);
  if (list.length < 2) return [];
  const axes: { libelle: string; de: (suite: Suite) => string | null }[] = [
    { libelle: 'En quoi elle consiste', de: ({ resume }) => resume },
    { libelle: 'Pour', de: ({ pour = [] }) => pour.join('\n') || null },
    { libelle: 'Contre', de: ({ contre = [] }) => contre.join('\n') || null },
    { libelle: 'Coût', de: coutEtPlan },
  ];
  return [
    {
      theme: 'Suites possibles',
      title: `${suitesEnBref(list)}${proposed ? ` : l’évaluateur propose ${SUITES[proposed.option].verbe}` : ''}`,
      bullets: [],
      table: [
        ['Suite', ...list.map(({ option, proposee }) => `${SUITES[option].titre}${proposee ? ' (proposée)' : ''}`)],
        ...axes
          .filter(({ de }) => list.some((suite) => de(suite) !== null))
          .map(({ libelle, de }) => [libelle, ...list.map((suite) => de(suite) ?? '—')]),
      ],
      notes: 'Faire dire ce que chacune coûterait au territoire, au-delà de l’argent.',
    },
  ];
}

export const diapositivesBilan = (study: Study, bilan: BilanAnalysis): Slide[] => [
  joursDesProjets(bilan),
  ...resultats(bilan),
  ...nonMesures(bilan),
  ...notes(study, bilan),
  ...enseignements(bilan),
  ...recommandations(study, bilan),
  ...suites(bilan),
];
