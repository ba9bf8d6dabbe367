/** The assumptions that the scenarios share: what is counted, and how it is drawn and compared. */

import { libelleMethode } from '../../analysis/scenarios/comparaison/poids.js';
import { attenteDeLaTva, versementDeLaTva } from '../../analysis/scenarios/depenses-et-charge/fctva.js';
import {
  HEURES_PAR_JOUR,
  hypothesesDe,
  LIBELLES_HYPOTHESES,
  semaineEnClair,
  seuilsDe,
} from '../../analysis/scenarios/hypotheses.js';
import { scenariosCompares } from '../../study/essais.js';
import type { Study } from '../../study/study.js';
import { compte } from '../../texte/accords.js';
import { dateEnLettres } from '../../texte/dates.js';
import { euros, nombreFr, virgule } from '../../texte/nombres.js';
import { col, tableDe } from '../colonnes.js';
import type { TableExhibit } from '../types.js';
import type { ContexteScenarios } from './contexte.js';

interface LigneHypothese {
  hypothese: string;
  valeur: string | null;
  origine: string | null;
}

/** Where what the study says without a reason comes from. */
const CHOIX = 'choix de l’étude';
const part = (value: number): string => `${nombreFr(value * 100)}\u00a0%`;

const ORIGINES: Readonly<Record<string, string>> = { triangular: 'triangulaire', pert: 'PERT, en cloche' };

/** « Durée annuelle de travail (textes, depuis 2005) : 1 607 h ÷ 7,8 h par jour »; null when no reference gives the hours of the year. */
function anneeEnClair({ criteres, references }: Study): string | null {
  const given = criteres?.hypotheses;
  const source = references.find(({ id }) => id === given?.reference_heures);
  if (!source) return null;
  const text = [
    source.reference_texte,
    source.applicable_du === undefined ? undefined : `depuis le ${dateEnLettres(source.applicable_du)}`,
  ].filter((one) => one !== undefined);
  const hours = given?.heures_par_etp ?? source.valeur;
  const daily = `${nombreFr(given?.heures_par_jour ?? HEURES_PAR_JOUR)}\u00a0h par jour`;
  return `${source.titre}${text.length > 0 ? ` (${text.join(', ')})` : ''}${typeof hours === 'number' ? ` : ${nombreFr(hours)}\u00a0h ÷ ${daily}` : ''}. ${source.regle}`;
}

/** What the costs rest on: time, growth, money at hand, tax given back. */
function duChiffrage(etude: Study): LigneHypothese[] {
  const propres = scenariosCompares(etude.scenarios).flatMap(
    ({ titre, titre_court: nom = titre, tresorerie_initiale: own }) => (own ? [{ nom, ...own }] : []),
  );
  const h = hypothesesDe(etude);
  const { tresorerie: limite } = seuilsDe(etude);
  const given = etude.criteres?.hypotheses;
  const motifs = given?.motifs;
  const taux = etude.references.find(({ id }) => id === given?.fctva?.reference);
  return [
    { hypothese: 'Durée chiffrée', valeur: compte(h.annees, 'an'), origine: motifs?.duree_annees ?? CHOIX },
    {
      hypothese: LIBELLES_HYPOTHESES.joursParEtp,
      valeur: [nombreFr(Math.round(h.joursParEtp * 10) / 10), semaineEnClair(etude)].filter(Boolean).join(' ; '),
      origine: anneeEnClair(etude) ?? CHOIX,
    },
    {
      hypothese: LIBELLES_HYPOTHESES.partProductive,
      valeur: part(h.partProductive),
      origine: motifs?.part_productive ?? CHOIX,
    },
    {
      hypothese: LIBELLES_HYPOTHESES.evolution,
      valeur: part(h.evolution),
      origine: motifs?.evolution_annuelle ?? CHOIX,
    },
    {
      hypothese: LIBELLES_HYPOTHESES.tresorerieInitiale,
      valeur: [euros(h.tresorerieInitiale), ...propres.map(({ nom, montant }) => `${nom} : ${euros(montant)}`)].join(
        ' ; ',
      ),
      origine: [motifs?.tresorerie_initiale ?? CHOIX, ...propres.map(({ nom, motif }) => `${nom} : ${motif}`)].join(
        ' ; ',
      ),
    },
    {
      hypothese: 'Solde de trésorerie le plus bas que l’étude admet',
      valeur: euros(limite),
      origine: limite < 0 ? 'découvert que l’on suppose pouvoir emprunter' : CHOIX,
    },
    ...(h.tauxLigne === null
      ? []
      : [
          {
            hypothese: LIBELLES_HYPOTHESES.tauxLigne,
            valeur: part(h.tauxLigne),
            origine: motifs?.taux_ligne_tresorerie ?? CHOIX,
          },
        ]),
    ...(given?.fctva
      ? [
          {
            hypothese: 'TVA rendue sur les achats, donnés toutes taxes comprises',
            valeur: `${taux?.valeur === undefined ? 'taux non donné' : `${virgule(Number(taux.valeur))}\u00a0%`}, ${versementDeLaTva(attenteDeLaTva(given.fctva.delai_mois))}`,
            origine: taux?.titre ?? null,
          },
        ]
      : []),
  ];
}

/** How uncertainty is drawn, and what the comparison rests on. */
function deLaComparaison({ etude, analyse }: ContexteScenarios): LigneHypothese[] {
  const h = hypothesesDe(etude);
  const { ecart, autofinancement } = seuilsDe(etude);
  return [
    { hypothese: 'Loi des montants incertains', valeur: ORIGINES[h.distribution] ?? h.distribution, origine: CHOIX },
    {
      hypothese: 'Années d’un même poste',
      valeur: h.anneesIndependantes ? 'tirées chacune à part' : 'tirées ensemble',
      origine: h.anneesIndependantes
        ? CHOIX
        : 'un coût mal estimé l’est chaque année : l’incertitude ne se compense pas d’une année à l’autre',
    },
    {
      hypothese: 'Tirages au hasard',
      valeur: nombreFr(analyse.tirages),
      origine: `${CHOIX} ; le nombre ${analyse.graine}, d’où ils partent, les redonne les mêmes`,
    },
    {
      hypothese: 'Poids des critères',
      valeur: analyse.ponderation ? libelleMethode(analyse.ponderation.methode) : '—',
      origine: CHOIX,
    },
    {
      hypothese: 'Écart sous lequel rien ne départage deux scénarios',
      valeur: `${compte(ecart, 'point')} sur 100`,
      origine: CHOIX,
    },
    ...(autofinancement
      ? [
          {
            hypothese: LIBELLES_HYPOTHESES.autofinancement,
            valeur: part(autofinancement.part),
            origine: autofinancement.reference.titre,
          },
        ]
      : []),
  ];
}

export function hypothesesCommunes(contexte: ContexteScenarios): TableExhibit {
  const rows = [...duChiffrage(contexte.etude), ...deLaComparaison(contexte)];
  return tableDe(rows, {
    name: 'hypotheses',
    title: 'Hypothèses communes aux scénarios',
    sheet: 'Vue d’ensemble',
    columns: [
      col('hypothese', 'Hypothèse', ({ hypothese }) => hypothese, 'texte', 2.4),
      col('valeur', 'Valeur', ({ valeur }) => valeur, 'texte', 1.2),
      col('origine', 'D’où elle vient', ({ origine }) => origine, 'texte', 2),
    ],
    source: 'Source : modèle de décision de l’étude.',
    empty: 'Aucune hypothèse.',
  });
}
