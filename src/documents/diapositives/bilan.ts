/** Slides on the evaluation of the projects. */
import { ciblesManquees, comptesEnClair, grandsEcarts } from '../../analysis/copil/copil.js';
import type { BilanAnalysis } from '../../analysis/projets/bilan.js';
import { nomDuProjet } from '../../analysis/projets/noms.js';
import { enPlusEnClair } from '../../analysis/projets/suites.js';
import { nomActeur } from '../../analysis/vocabulaire.js';
import { formatDate } from '../../exhibits/format.js';
import { titreNotes } from '../../exhibits/projets/evaluation.js';
import type { Study } from '../../study/study.js';
import {
  accord,
  accorder,
  avecPoint,
  compteEnLettres,
  compteSur,
  enumerer,
  minuscule,
  preciser,
  sansPoint,
} from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import type { Slide } from '../slides.js';
import { montantConvenu } from './experimentation.js';

/** What the title counts: the targets reached, by name, each that was measured and missed, with its figures, then those that nobody measured. */
function cibles(indicateurs: BilanAnalysis['indicateurs']): string[] {
  const reached = indicateurs.filter(({ atteint }) => atteint).map(({ libelle }) => minuscule(libelle));
  const unknown = indicateurs.filter(({ valeur }) => valeur === null).map(({ libelle }) => minuscule(libelle));
  return [
    ...(reached.length > 0 ? [`${accord(reached.length, 'Atteinte', 'Atteintes')} : ${enumerer(reached)}.`] : []),
    ...ciblesManquees(indicateurs),
    ...(unknown.length > 0 ? [`${accord(unknown.length, 'Non mesurée', 'Non mesurées')} : ${enumerer(unknown)}.`] : []),
  ];
}

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
    bullets: [],
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

function resultats(bilan: BilanAnalysis): Slide[] {
  const reached = bilan.indicateurs.filter(({ atteint }) => atteint).length;
  if (bilan.indicateurs.length === 0) return [];
  return [
    {
      theme: 'Résultats',
      title: compteSur(
        reached,
        bilan.indicateurs.length,
        'cible atteinte',
        'cibles atteintes',
        'Aucune cible atteinte',
      ),
      bullets: [...cibles(bilan.indicateurs), ...grandsEcarts(bilan), ...comptesEnClair(bilan)],
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
        ['Critère', 'Projets notés', 'De', 'À'],
        ...noted.map(({ libelle, notes }) => [
          libelle,
          String(notes.length),
          nombreFr(Math.min(...notes.map(({ note }) => note))),
          nombreFr(Math.max(...notes.map(({ note }) => note))),
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

/** What a recommendation opens with: up to a colon or a parenthesis, where its detail begins. */
const tete = (texte: string): string => sansPoint(texte.split(/\s: | \(/u)[0] ?? texte);

const COMPRIS = '« Compris » : dans le coût de la suite proposée.';

/** Each with who, when, how much, and whether the way on has paid it; what a line does not hold is for the speaker. */
function recommandations(study: Study, bilan: BilanAnalysis): Slide[] {
  if (bilan.recommandations.length === 0) return [];
  const qui = new Set(bilan.recommandations.map(({ responsable }) => nomActeur(study, responsable) ?? null));
  const [seul] = qui.size === 1 ? qui : [null];
  const cut = bilan.recommandations.flatMap(({ texte }, i) =>
    tete(texte) === sansPoint(texte) ? [] : [`R${i + 1}, en entier : ${avecPoint(texte)}`],
  );
  return [
    {
      theme: 'Recommandations',
      title: `${compteEnLettres(bilan.recommandations.length, 'recommandation', 'recommandations')} pour la suite`,
      bullets: bilan.recommandations.map(
        ({ texte, responsable, echeance, cout, compris }, i) =>
          `R${i + 1}. ${preciser(
            tete(texte),
            [
              seul ? null : nomActeur(study, responsable),
              echeance && formatDate(echeance),
              cout === null || cout === undefined ? null : montantConvenu(cout),
              cout && compris ? 'compris' : null,
            ]
              .filter(Boolean)
              .join(', '),
          )}.`,
      ),
      caution: [
        ...(seul ? [`Qui, à chaque ligne : ${seul}.`] : []),
        ...(bilan.recommandations.some(({ cout, compris }) => cout && compris) ? [COMPRIS] : []),
        ...enPlusEnClair(bilan.cadre ?? {}),
      ].join(' '),
      notes: ['Dire de chaque coût s’il s’ajoute à celui de la suite proposée.', ...cut].join(' '),
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
];
