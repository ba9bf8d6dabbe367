/** How the dispositif itself ran: money, days, requests, conditions, risks. */

import { sum } from 'd3-array';
import { CAS_POUR_UN_TAUX } from '../../analysis/preuves.js';
import type { DispositifAnalysis, LigneDispositif, VolumeFait } from '../../analysis/projets/dispositif.js';
import type { BaseJours } from '../../analysis/projets/jours-prevus.js';
import { compte, majuscule } from '../../texte/accords.js';
import { auJour, MOIS_PAR_AN } from '../../texte/dates.js';
import { euros } from '../../texte/nombres.js';
import { col, tableDe } from '../colonnes.js';
import type { Exhibit, TableExhibit } from '../types.js';
import { BASES_INEGALES, BASES_JOURS, BASES_LONGUES, type ContexteProjets, sansPourcent } from './contexte.js';
import { imprevus } from './imprevus.js';

/** What was done less what was planned, as a share of it from `seuil` planned on; where the two are of unequal times, how much of it was done, which is no gap. */
const colonneDeLEcart = <T>(
  { inegal }: Pick<Vu, 'inegal'>,
  seuil: number,
  ligne: (one: T) => Pick<LigneDispositif, 'prevu' | 'realise'>,
) => {
  const part = (one: T): number | null => {
    const { prevu, realise } = ligne(one);
    return realise !== null && prevu > 0 && prevu >= seuil ? realise / prevu : null;
  };
  const ecart = (one: T): number | null => {
    const done = part(one);
    return done === null ? null : done - 1;
  };
  return inegal
    ? col('part', 'Part du prévu', part, 'pourcent', {
        width: 0.6,
        calcul: { type: 'quotient', de: ['realise', 'prevu'] },
      })
    : col('ecart', 'Écart', ecart, 'pourcent', { width: 0.6, calcul: { type: 'ecart', de: ['realise', 'prevu'] } });
};

/** The share of the year that shorter accounts cover, beside what the year foresaw. */
const colonneAProportion = <T>(
  { d }: Pick<Vu, 'd'>,
  format: 'euros' | 'entier',
  ligne: (one: T) => Pick<LigneDispositif, 'aProportion'>,
) =>
  d?.mois != null && d.mois < MOIS_PAR_AN
    ? [
        col(
          'aProportion',
          `À proportion, ${compte(d.mois, 'mois', 'mois')}${format === 'euros' ? ' (€)' : ''}`,
          (one: T) => {
            const { aProportion } = ligne(one);
            return aProportion === null ? null : format === 'euros' ? aProportion : Math.round(aProportion);
          },
          format,
          0.8,
        ),
      ]
    : [];

type Equipe = LigneDispositif & { base: BaseJours; acteur?: string };

type Lignes = readonly Pick<LigneDispositif, 'prevu' | 'realise'>[];

/** « dépensé : 12 000 € pour 15 000 € prévus » of what was written down; nothing where nothing was. */
const cote = (verbe: string, lignes: Lignes, attendu: string): string[] =>
  lignes.every(({ realise }) => realise === null)
    ? []
    : [
        `${verbe} : ${euros(sum(lignes, ({ realise }) => realise))} pour ${euros(sum(lignes, ({ prevu }) => prevu))} ${attendu}`,
      ];

/** What the tables of the dispositif say alike. */
interface Vu {
  d: DispositifAnalysis | null;
  /** Where the figures are from. */
  source: string;
  /** The same beside what stands against a plan alone. */
  face: string;
  /** Whether anything is known of how it ran. */
  known: boolean;
  /** « en 15 mois » where the accounts are not of a year: what a part of a year, or more, gave is not what the year should have. */
  duree: string;
  /** Whether the accounts are of another time than what was planned. */
  inegal: boolean;
}

/** What the accounts cover, where it is not the year that was foreseen. */
function memeTemps(d: DispositifAnalysis | null): string {
  if (d?.mois == null) return '';
  const covers = ` Les comptes couvrent ${compte(d.mois, 'mois', 'mois')} ; ce qui était prévu l’est`;
  if (d.aLaDuree) return `${covers} pour ces mois : la première année, puis la part des suivantes, achats entiers.`;
  const uneven = `${covers} pour les douze premiers : les deux ne se comparent pas tels quels.`;
  return d.mois < MOIS_PAR_AN
    ? `${uneven} À proportion : ${d.mois} mois sur douze, achats entiers avec ce qui les paie ; ni l’argent ni le service ne se répartissent également dans l’année.`
    : uneven;
}

function vuDe({ etude, bilan }: ContexteProjets): Vu {
  const { dispositif: d } = bilan;
  const mode = etude.mode_operatoire;
  const jusqu = mode?.realise?.jusqu_au;
  const source = `Source : mode opératoire de l’étude${d?.au ? `, comptes${jusqu ? ` jusqu’${auJour(jusqu)},` : ''} arrêtés ${auJour(d.au)}` : ''}${mode?.fiabilite === 'illustratif' ? ', illustratif' : ''}.`;
  return {
    d,
    source,
    face: `${source}${memeTemps(d)}`,
    known: d?.au != null,
    inegal: d?.mois != null && !d.aLaDuree,
    duree: d?.mois == null ? '' : ` en ${compte(d.mois, 'mois', 'mois')}`,
  };
}

function argent({ d, face, known, duree, inegal }: Vu): TableExhibit {
  const { depenses = [], recettes = [] } = d ?? {};
  const pourUnAn = inegal ? ' pour un an' : '';
  const dits = known
    ? [...cote(`dépensé${duree}`, depenses, `prévus${pourUnAn}`), ...cote('reçu', recettes, 'attendus')]
    : [];
  const money = [
    ...depenses.map((ligne) => ({ sens: 'Dépenses', ligne })),
    ...recettes.map((ligne) => ({ sens: 'Recettes', ligne })),
  ];
  return tableDe(known ? money : [], {
    name: 'dispositif-argent',
    title: majuscule(dits.join(' ; ')) || 'Dépenses et recettes du dispositif',
    sheet: 'Argent et jours',
    groupBy: 'sens',
    headerColumns: 2,
    columns: [
      col('sens', 'Sens', ({ sens }) => sens),
      col('poste', 'Poste', ({ ligne }) => ligne.libelle, 'texte', 1.8),
      col('prevu', 'Prévu (€)', ({ ligne }) => ligne.prevu, 'euros', 0.8),
      ...colonneAProportion({ d }, 'euros', ({ ligne }: (typeof money)[number]) => ligne),
      col('realise', 'Réalisé (€)', ({ ligne }) => ligne.realise, 'euros', 0.8),
      colonneDeLEcart({ inegal }, 0, ({ ligne }: (typeof money)[number]) => ligne),
      col('commentaire', 'Raison', ({ ligne }) => ligne.commentaire, 'texte', 2),
    ],
    source: face,
    empty: 'Les comptes de l’expérimentation ne sont pas renseignés : la dépense n’est pas rapprochée du budget.',
  });
}

/** A rate is part of a computation that its row shows: where one is not whole, none is rounded. */
const formatDesTaux = (aides: readonly { taux: number }[]): 'pourcent' | 'taux' =>
  aides.every(({ taux }) => Math.abs(taux * 100 - Math.round(taux * 100)) < 1e-9) ? 'pourcent' : 'taux';

const aides = ({ d, source }: Vu): TableExhibit =>
  tableDe(d?.argent?.aides ?? [], {
    name: 'dispositif-aides',
    title: 'L’aide que les dépenses faites ouvrent',
    sheet: 'Argent et jours',
    columns: [
      col('aide', 'Aide', ({ libelle }) => libelle, 'texte', 1.8),
      col('taux', 'Taux', ({ taux }) => taux, formatDesTaux(d?.argent?.aides ?? []), 0.6),
      col('admisesPrevues', 'Dépenses admises prévues (€)', ({ admisesPrevues }) => admisesPrevues, 'euros'),
      col('admisesFaites', 'Dépenses admises faites (€)', ({ admisesFaites }) => admisesFaites, 'euros'),
      col('prevu', 'Aide prévue (€)', ({ prevu }) => prevu, 'euros', 0.8),
      col('ouvert', 'Aide ouverte, au plus (€)', ({ ouvert }) => ouvert, 'euros', 0.8),
      col('recu', 'Reçue (€)', ({ recu }) => recu, 'euros', 0.8),
    ],
    source: `${source} Aide ouverte : le taux du plan de financement sur les dépenses faites qu’il admet, sans dépasser l’aide prévue.`,
    empty: 'Aucune aide ne se calcule sur les dépenses faites.',
  });

/** The partners together stand against the same plan as the bearer, then each against what it agreed to. */
function equipesDe(d: DispositifAnalysis): Equipe[] {
  const partners = d.jours.filter(({ porteur }) => !porteur);
  return [
    ...d.jours.filter(({ porteur }) => porteur).map((one) => ({ ...one, libelle: `${one.libelle} (porteur)` })),
    ...(partners.length > 1
      ? [{ libelle: 'Partenaires, ensemble', base: 'charge' as const, commentaire: null, ...d.partenaires }]
      : []),
    ...partners,
  ];
}

/** Whether none of the conventions that bind a partner was signed. */
const nonSignee = (d: DispositifAnalysis | null, partenaire: string | undefined): boolean => {
  const { signees = [], nonSignees = [] } = d?.conventions ?? {};
  const bound = (conventions: typeof signees): boolean => conventions.some((one) => one.partenaire === partenaire);
  return bound(nonSignees) && !bound(signees);
};

function jours({ d, face, known, inegal }: Vu): TableExhibit {
  const equipes = d && known ? equipesDe(d) : [];
  return tableDe(equipes, {
    name: 'dispositif-jours',
    title: 'Jours faits et jours prévus, par équipe',
    sheet: 'Argent et jours',
    columns: [
      col('equipe', 'Équipe', ({ libelle }) => libelle, 'texte', 2),
      col(
        'base',
        'Prévus par',
        ({ base, acteur }) =>
          `${(d?.aLaDuree ? BASES_LONGUES : BASES_JOURS)[base]}${base === 'convention' && nonSignee(d, acteur) ? ', non signée' : ''}`,
        'texte',
        1.5,
      ),
      col('prevu', 'Jours prévus', ({ prevu }) => Math.round(prevu), 'entier'),
      ...colonneAProportion({ d }, 'entier', (one: Equipe) => one),
      col('realise', 'Jours faits', ({ realise }) => realise, 'nombre'),
      colonneDeLEcart({ inegal }, CAS_POUR_UN_TAUX, ({ prevu, realise }: Equipe) => ({
        prevu: Math.round(prevu),
        realise,
      })),
      equipes.some(({ commentaire }) => commentaire !== null)
        ? [col('commentaire', 'Raison', ({ commentaire }) => commentaire, 'texte', 2.4)]
        : [],
    ],
    source: `${face} ${d?.aLaDuree ? 'Le plan de charge compte la montée en charge ; une convention, ses jours par an sur cette durée.' : BASES_INEGALES}${sansPourcent(
      equipes.map(({ prevu }) => Math.round(prevu)),
      ' jours',
    )}`,
    empty: 'Les jours faits ne sont pas renseignés.',
  });
}

const volumes = ({ d, face, known, duree }: Vu): TableExhibit =>
  tableDe(known ? (d?.volumes ?? []) : [], {
    name: 'dispositif-volumes',
    title: `Ce qui a été fait, et ce qui était prévu${d?.aLaDuree ? duree : ' la première année'}`,
    sheet: 'Argent et jours',
    columns: [
      col('modalite', 'Modalité', ({ libelle }) => libelle, 'texte', 2.6),
      col('unite', 'Unité', ({ unite }) => unite, 'texte', 0.8),
      col('prevu', 'Prévu', ({ prevu }) => prevu, 'nombre', 0.6),
      ...colonneAProportion({ d }, 'entier', (one: VolumeFait) => one),
      col('realise', 'Fait', ({ realise }) => realise, 'nombre', 0.6),
      col('jours', 'Jours d’équipe que cela demande', ({ jours }) => jours, 'nombre', 1),
    ],
    source: `${face} Jours d’équipe : ceux du scénario, part des partenaires ôtée.`,
    empty: 'Ce qui a été fait de chaque modalité n’est pas compté.',
  });

function demandes({ d, source }: Vu): TableExhibit {
  const list = d?.demandes ?? [];
  const asked = sum(list, ({ nombre }) => nombre);
  return tableDe(list, {
    name: 'dispositif-demandes',
    title: `Ce que sont devenues les demandes reçues${asked > 0 ? ` : ${compte(asked, 'demande', 'demandes')}` : ''}`,
    sheet: 'Demandes et écarts',
    columns: [
      col('sort', 'Sort', ({ sort }) => sort, 'texte', 2.4),
      col('nombre', 'Demandes', ({ nombre }) => nombre, 'entier'),
      ...(asked < CAS_POUR_UN_TAUX
        ? []
        : [
            col('part', 'Part', ({ nombre }: (typeof list)[number]) => nombre / asked, 'pourcent', {
              calcul: { type: 'part', de: ['nombre'] },
            }),
          ]),
    ],
    totals: { sort: 'Total', nombre: asked },
    source,
    empty: 'Le sort des demandes n’est pas renseigné.',
  });
}

export function dispositifExhibits(contexte: ContexteProjets): Exhibit[] {
  const vu = vuDe(contexte);
  return [argent(vu), aides(vu), jours(vu), volumes(vu), demandes(vu), imprevus(contexte.etude, vu)];
}
