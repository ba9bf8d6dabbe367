/** The scenarios side by side on one page, and the assumptions that they share. */

import { arrondiSelon } from '../../analysis/montants.js';
import { attenteDeLaTva, versementDeLaTva } from '../../analysis/scenarios/fctva.js';
import { HEURES_PAR_JOUR, hypothesesDe, semaineEnClair, seuilsDe } from '../../analysis/scenarios/hypotheses.js';
import { libelleMethode } from '../../analysis/scenarios/poids.js';
import { testsEnClair } from '../../analysis/scenarios/viabilite.js';
import { numberAt } from '../../lists/at.js';
import type { Study } from '../../study/study.js';
import { compte, minuscule } from '../../texte/accords.js';
import { dateEnLettres } from '../../texte/dates.js';
import { euros, nombreFr, partsSurCent, pourcent } from '../../texte/nombres.js';
import { col, tableDe } from '../colonnes.js';
import type { TableExhibit } from '../types.js';
import { acteur, colonnesScenarios, type FabriqueScenarios, FORMES } from './contexte.js';

/** What happens when no scenario is retained. */
const SANS_DISPOSITIF = 'Sans dispositif';

const coteACote: FabriqueScenarios = (contexte) => {
  const { analyse, etude } = contexte;
  const { evaluation, scenarios } = analyse;
  type One = (typeof scenarios)[number];
  const base = etude.criteres?.statu_quo;
  const connue = (id: keyof NonNullable<NonNullable<typeof base>['mesures']>): string => {
    const known = base?.mesures?.[id];
    return known === undefined ? 'non connu' : id === 'cout_annuel' ? euros(known) : nombreFr(known);
  };
  const row = (
    mesure: string,
    value: (scenario: One, i: number) => string | null,
    sans?: Parameters<typeof connue>[0],
  ) => ({ mesure, value, sans });
  const premiers = partsSurCent(evaluation?.smaa.rankAcceptability.map((row) => numberAt(row, 0)) ?? []);
  const rows = [
    row('Porteur', ({ chiffrage }) => acteur(etude, chiffrage.scenario.porteur)),
    row('Forme', ({ chiffrage }) => FORMES[chiffrage.scenario.forme_juridique]),
    row(
      'Coût annuel le plus probable',
      ({ chiffrage, simulation: { coutAnnuel } }) =>
        euros(arrondiSelon(chiffrage.indicateurs.get('cout_annuel')?.valeur ?? 0, coutAnnuel.p10, coutAnnuel.p90)),
      'cout_annuel',
    ),
    row(
      'Huit fois sur dix, entre',
      ({
        simulation: {
          coutAnnuel: { p10, p90 },
        },
      }) =>
        p10 === p90
          ? 'aucun montant incertain'
          : `${euros(arrondiSelon(p10, p10, p90))} et ${euros(arrondiSelon(p90, p10, p90))}`,
    ),
    row('À la charge du porteur, par an', ({ chiffrage, simulation: { coutAnnuel } }) => {
      const net = chiffrage.indicateurs.get('reste_a_charge_annuel')?.valeur ?? null;
      return net === null ? null : euros(arrondiSelon(net, coutAnnuel.p10, coutAnnuel.p90));
    }),
    row('Part des recettes acquise', ({ chiffrage }) => {
      const acquired = chiffrage.indicateurs.get('part_financement_acquis')?.valeur ?? null;
      return acquired === null ? null : pourcent(acquired);
    }),
    row(
      'Équivalents temps plein',
      ({ chiffrage }) => nombreFr(chiffrage.indicateurs.get('etp_total')?.valeur ?? 0),
      'etp_total',
    ),
    row(
      'Demandes reçues par an',
      ({ chiffrage }) => nombreFr(chiffrage.charge.demandesCroisiere),
      'demandes_annuelles',
    ),
    row(
      'Services rendus par an',
      ({ chiffrage }) => {
        const served = chiffrage.indicateurs.get('service_rendu_annuel')?.valeur ?? null;
        return served === null ? null : nombreFr(served);
      },
      'service_rendu_annuel',
    ),
    row('Chances sur cent d’un besoin non couvert', ({ simulation }) =>
      nombreFr(Math.round(simulation.probabiliteDeficit * 100)),
    ),
    row('Chances sur cent d’une trésorerie négative', ({ simulation }) =>
      nombreFr(Math.round(simulation.probabiliteTresorerieNegative * 100)),
    ),
    row('Tests de viabilité satisfaits', ({ viabilite: { tests } }) => testsEnClair(tests)),
    ...(evaluation
      ? [
          row('Valeur sur 100', (_, i) => nombreFr(Math.round(numberAt(evaluation.scores, i)))),
          row('Rang', (_, i) => String(evaluation.ranks[i] ?? '')),
          row('Premier dans, sur 100 pondérations', (_, i) => nombreFr(numberAt(premiers, i))),
        ]
      : []),
  ];
  return [
    tableDe(
      rows.filter(({ value }) => scenarios.some((one, i) => value(one, i) !== null)),
      {
        name: 'scenarios-cote-a-cote',
        title: 'Les scénarios côte à côte',
        sheet: 'Vue d’ensemble',
        columns: [
          col('mesure', 'Mesure', ({ mesure }) => mesure, 'texte', 1.5),
          base
            ? col(
                'sans',
                base.libelle ?? SANS_DISPOSITIF,
                ({ sans }) => (sans === undefined ? null : connue(sans)),
                'texte',
                { note: base.resume },
              )
            : [],
          colonnesScenarios(contexte, (one, i, { value }) => value(one, i)),
        ],
        source: `Source : fiches des scénarios, coûts arrondis à ce que leur intervalle permet ; ${nombreFr(analyse.tirages)} tirages. À la charge du porteur : le coût moins les recettes des autres, supposées obtenues.${base ? ` ${base.libelle ?? SANS_DISPOSITIF} : ${minuscule(base.resume)}` : ''}`,
        empty: 'L’étude ne décrit aucun scénario.',
      },
    ),
  ];
};

const ORIGINES: Readonly<Record<string, string>> = { triangular: 'triangulaire', pert: 'PERT (bêta)' };

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

function hypotheses({ etude, analyse }: Parameters<FabriqueScenarios>[0]): TableExhibit {
  const h = hypothesesDe(etude);
  const { ecart, autofinancement, tresorerie: limite } = seuilsDe(etude);
  const titre = (id: string | undefined): string | null => etude.references.find((r) => r.id === id)?.titre ?? null;
  const given = etude.criteres?.hypotheses;
  const motifs = given?.motifs;
  const choix = 'choix de l’étude';
  const part = (value: number): string => `${nombreFr(value * 100)}\u00a0%`;
  const rows: { hypothese: string; valeur: string | null; origine: string | null }[] = [
    { hypothese: 'Durée chiffrée', valeur: `${h.annees} ans`, origine: motifs?.duree_annees ?? choix },
    {
      hypothese: 'Jours par équivalent temps plein et par an',
      valeur: [nombreFr(Math.round(h.joursParEtp * 10) / 10), semaineEnClair(etude)].filter(Boolean).join(' ; '),
      origine: anneeEnClair(etude) ?? choix,
    },
    {
      hypothese: 'Part de ces jours disponible pour les modalités',
      valeur: part(h.partProductive),
      origine: motifs?.part_productive ?? choix,
    },
    { hypothese: 'Hausse annuelle des coûts', valeur: part(h.evolution), origine: motifs?.evolution_annuelle ?? choix },
    {
      hypothese: 'Trésorerie de départ',
      valeur: euros(h.tresorerieInitiale),
      origine: motifs?.tresorerie_initiale ?? choix,
    },
    {
      hypothese: 'Solde de trésorerie le plus bas que l’étude admet',
      valeur: euros(limite),
      origine: limite < 0 ? 'découvert que l’on suppose pouvoir emprunter' : choix,
    },
    ...(h.tauxLigne === null
      ? []
      : [
          {
            hypothese: 'Taux annuel de la ligne de trésorerie',
            valeur: part(h.tauxLigne),
            origine: motifs?.taux_ligne_tresorerie ?? choix,
          },
        ]),
    ...(given?.fctva
      ? [
          {
            hypothese: 'TVA rendue sur les achats, donnés toutes taxes comprises',
            valeur: `${nombreFr(Number(etude.references.find((r) => r.id === given.fctva?.reference)?.valeur ?? 0))}\u00a0%, ${versementDeLaTva(attenteDeLaTva(given.fctva.delai_mois))}`,
            origine: titre(given.fctva.reference),
          },
        ]
      : []),
    { hypothese: 'Loi des montants incertains', valeur: ORIGINES[h.distribution] ?? h.distribution, origine: choix },
    {
      hypothese: 'Années d’un même poste',
      valeur: h.anneesIndependantes ? 'tirées chacune à part' : 'tirées ensemble',
      origine: h.anneesIndependantes
        ? choix
        : 'un coût mal estimé l’est chaque année : l’incertitude ne se compense pas d’une année à l’autre',
    },
    {
      hypothese: 'Tirages au hasard, et le nombre qui les refait les mêmes',
      valeur: `${nombreFr(analyse.tirages)} ; ${analyse.graine}`,
      origine: choix,
    },
    {
      hypothese: 'Poids des critères',
      valeur: analyse.ponderation ? libelleMethode(analyse.ponderation.methode) : '—',
      origine: choix,
    },
    {
      hypothese: 'Écart sous lequel rien ne départage deux scénarios',
      valeur: `${compte(ecart, 'point')} sur 100`,
      origine: choix,
    },
    ...(autofinancement
      ? [
          {
            hypothese: 'Autofinancement minimal',
            valeur: part(autofinancement.part),
            origine: autofinancement.reference.titre,
          },
        ]
      : []),
  ];
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

export const ensembleExhibits: FabriqueScenarios = (contexte) => [...coteACote(contexte), hypotheses(contexte)];
