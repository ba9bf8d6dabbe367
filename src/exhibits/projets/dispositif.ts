/** How the dispositif itself ran: money, days, requests, conditions, risks. */

import { sum } from 'd3-array';
import { CAS_POUR_UN_TAUX } from '../../analysis/preuves.js';
import type { DispositifAnalysis, LigneDispositif } from '../../analysis/projets/dispositif.js';
import type { BaseJours } from '../../analysis/projets/jours-prevus.js';
import type { Study } from '../../study/study.js';
import { compte, compteEnLettres, enumerer, majuscule, minuscule } from '../../texte/accords.js';
import { auJour } from '../../texte/dates.js';
import { euros } from '../../texte/nombres.js';
import { col, tableDe } from '../colonnes.js';
import { acteur } from '../scenarios/contexte.js';
import type { Exhibit, TableExhibit } from '../types.js';
import { BASES_INEGALES, BASES_JOURS, BASES_LONGUES, type ContexteProjets, sansPourcent } from './contexte.js';

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

function vuDe({ etude, bilan }: ContexteProjets): Vu {
  const { dispositif: d } = bilan;
  const mode = etude.mode_operatoire;
  const jusqu = mode?.realise?.jusqu_au;
  const source = `Source : mode opératoire de l’étude${d?.au ? `, comptes${jusqu ? ` jusqu’${auJour(jusqu)},` : ''} arrêtés ${auJour(d.au)}` : ''}${mode?.fiabilite === 'illustratif' ? ', illustratif' : ''}.`;
  return {
    d,
    source,
    face: `${source}${d?.mois == null ? '' : ` Les comptes couvrent ${compte(d.mois, 'mois', 'mois')} ; ce qui était prévu l’est ${d.aLaDuree ? 'pour ces mois : la première année, puis la part des suivantes, achats entiers.' : 'pour les douze premiers : les deux ne se comparent pas tels quels.'}`}`,
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

/** Conditions, conventions and risks that did not go as planned. What is dated stands without accounts; that a thing is not done is known of accounts that are kept alone. */
const imprevusDe = (
  etude: Study,
  d: DispositifAnalysis,
  known: boolean,
): { genre: string; quoi: string; constat: string }[] => [
  ...d.conditions.enRetard.map(({ condition, jours }) => ({
    genre: 'Conditions remplies en retard',
    quoi: condition.libelle,
    constat: `Remplie ${compte(jours, 'jour ouvré', 'jours ouvrés')} après l’échéance.`,
  })),
  ...(known ? d.conditions.nonRemplies : []).map(({ libelle }) => ({
    genre: 'Conditions non remplies',
    quoi: libelle,
    constat: 'Non remplie à la date du bilan.',
  })),
  ...d.conventions.enRetard.map(({ convention, jours }) => ({
    genre: 'Conventions signées en retard',
    quoi: `${acteur(etude, convention.partenaire)}, ${minuscule(convention.objet)}`,
    constat: `Signée ${compte(jours, 'jour ouvré', 'jours ouvrés')} après la date prévue.`,
  })),
  ...(known ? d.conventions.nonSignees : []).map(({ partenaire, objet, motif }) => ({
    genre: 'Conventions non signées',
    quoi: `${acteur(etude, partenaire)}, ${minuscule(objet)}`,
    constat: motif ?? 'Le motif n’est pas écrit.',
  })),
  ...d.risques.map(({ libelle, consequence }) => ({
    genre: 'Risques survenus',
    quoi: libelle,
    constat: consequence ?? 'La conséquence n’est pas écrite.',
  })),
];

const RIEN_D_ECRIT = 'Rien n’est renseigné sur les conditions, les conventions et les risques.';

/** What was open when the plan was written, of which nothing is said since. */
function enSuspens({ conditions: { nonRemplies }, conventions: { nonSignees } }: DispositifAnalysis): string {
  const open = [
    ...(nonRemplies.length > 0
      ? [compteEnLettres(nonRemplies.length, 'condition n’était pas remplie', 'conditions n’étaient pas remplies')]
      : []),
    ...(nonSignees.length > 0
      ? [compteEnLettres(nonSignees.length, 'convention n’était pas signée', 'conventions n’étaient pas signées')]
      : []),
  ];
  return open.length === 0
    ? RIEN_D_ECRIT
    : `${majuscule(enumerer(open.map(minuscule)))} au mode opératoire ; rien ne dit ce qu’il en est à la date du bilan.`;
}

const imprevus = (etude: Study, { d, source, known }: Vu): TableExhibit =>
  tableDe(d ? imprevusDe(etude, d, known) : [], {
    name: 'dispositif-conditions',
    title: 'Conditions, conventions et risques : ce qui ne s’est pas passé comme prévu',
    sheet: 'Demandes et écarts',
    groupBy: 'genre',
    headerColumns: 2,
    columns: [
      col('genre', 'Genre', ({ genre }) => genre),
      col('quoi', 'Quoi', ({ quoi }) => quoi, 'texte', 2),
      col('constat', 'Ce qui s’est passé', ({ constat }) => constat, 'texte', 2.6),
    ],
    source,
    empty: known
      ? 'Aucun écart n’est écrit sur les conditions, les conventions et les risques.'
      : d
        ? enSuspens(d)
        : RIEN_D_ECRIT,
  });

export function dispositifExhibits(contexte: ContexteProjets): Exhibit[] {
  const vu = vuDe(contexte);
  return [argent(vu), aides(vu), jours(vu), volumes(vu), demandes(vu), imprevus(contexte.etude, vu)];
}
