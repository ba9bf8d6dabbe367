/** Expenses of a scenario, line by line and year by year. */
import { numberAt } from '../../../lists/at.js';
import type { ModeOperatoire, Scenario } from '../../../study/types.gen.js';
import { compte } from '../../../texte/accords.js';
import { egal, fois, nombre, plus, puissance, si, somme, texte, UN } from '../../formules/formule.js';
import type { Modele } from '../../formules/modele.js';
import type { Fourchette } from '../../types-communs.js';
import { type Cles, commun } from '../cles.js';
import { partAPayer, poserCoefficient, type Taxe } from './tva.js';

type Financement = Scenario['financements'][number];
type DepenseFaite = NonNullable<NonNullable<ModeOperatoire['realise']>['depenses']>[number];
type LigneFonctionnement = NonNullable<Scenario['moyens']['fonctionnement']>[number];

/** Every nature that a file may write: of a line, of what an aid is based on, of what was spent. */
export type Nature =
  | DepenseFaite['nature']
  | NonNullable<Financement['assiette']>[number]
  | NonNullable<LigneFonctionnement['nature']>;

/** Natures of expenses, in the order of a budget. */
export const NATURES: Readonly<Record<Nature, string>> = {
  humain: 'Personnel',
  materiel: 'Matériel',
  fonctionnement: 'Fonctionnement',
  prestation: 'Prestations',
  outil: 'Outils',
  'frais-indirects': 'Frais indirects',
  fonds: 'Fonds',
  interets: 'Intérêts d’emprunt',
  capital: 'Capital d’emprunt remboursé',
};

/** Expenses in the order of their natures. */
export function parNature(a: { ligne: { nature: Nature } }, b: { ligne: { nature: Nature } }): number {
  const order = Object.keys(NATURES);
  return order.indexOf(a.ligne.nature) - order.indexOf(b.ligne.nature);
}

/** The volume that an expense or a receipt follows. */
export interface Activite {
  /** Rank of the modality. */
  modalite: number;
  /** One of what it counts: « repas », « km ». */
  unite: string;
  /** Units a year at cruising speed. */
  volume: Fourchette;
  /** Share of the volume that each year reaches, from the first. */
  montee: number[];
}

export interface LigneDepense {
  id: string;
  libelle: string;
  /** The words that name it alone: its payer with them, where lines of several payers have the same. */
  nom: string;
  nature: Nature;
  section: 'fonctionnement' | 'investissement';
  /** Id of the actor who pays. */
  porteur: string;
  /** Uncertain unit amount, in euros. */
  montant: Fourchette;
  /** Number of units (ETP, tools); 1 for a lump sum. */
  quantite: number;
  /** 1 for a year in which it is spent, 0 else. */
  presence: number[];
  /** Whether it grows by the yearly rate of the study. */
  indexe: boolean;
  /** Growth of the unit amount since the first year, by year: 1 for what does not grow. */
  croissance: number[];
  /** What the unit amount is multiplied by each year, from the first: quantity × presence × growth. */
  facteurs: number[];
  /** Years of amortisation of an investment; null for the rest. */
  amortissement: number | null;
  /** Path in the study by ids. */
  chemin: string;
  /** Shares of other lines' amounts that this line follows (flat-rate overheads): its amount is then theirs × rate. */
  suit: { taux: number; lignes: string[] } | null;
  /** Rate of the tax, where a part of it is not recovered; null for what bears none of it. */
  tva?: Taxe | null;
  /** What follows the volume of a modality, by its rank: the quantity is that volume, in the share that each year reaches. */
  activite?: Activite;
  /** What a loan asks, by its rank among the sources: the amounts then follow what it draws. */
  dette?: { s: number; part: 'interets' | 'capital' };
}

/** « oui » or « non », as a reader of the workbook writes them. */
export const OUI = texte('oui');
export const ouiNon = (value: boolean): 'oui' | 'non' => (value ? 'oui' : 'non');

/** Lays down how much of each line there is, and in which years: what the workload reads too. */
export function poserQuantites(m: Modele, k: Cles, lignes: readonly LigneDepense[], years: number): void {
  for (const [i, { nom, presence, suit, quantite, chemin, dette, activite }] of lignes.entries()) {
    if (dette) continue;
    for (let y = 0; y < years; y++)
      m.entree(k.presence(i, y), numberAt(presence, y), {
        libelle: `présence de « ${nom} » l’année ${y + 1}`,
        chemin,
      });
    const infos = { libelle: `quantité de « ${nom} »`, chemin };
    if (activite) m.calcul(k.ligne('quantite', i), () => m.lire(k.modalite('volume', activite.modalite)), infos);
    else if (!suit) m.entree(k.ligne('quantite', i), quantite, infos);
  }
}

const chaque = (years: number): number[] => Array.from({ length: years }, (_, year) => year);
const deLAnnee = (nom: string, y: number) => ({ libelle: `« ${nom} » l’année ${y + 1}`, unite: '€' }) as const;

/** A line of its own: quantity × unit amount × presence × growth, in the share of its volume that the year reaches where it follows one, with the part of the tax that is not recovered; what a loan asks is read where it is drawn. */
function poserLigne(m: Modele, k: Cles, i: number, line: LigneDepense, years: number): void {
  const { nom, indexe, montant, chemin, dette, tva, activite } = line;
  if (dette) {
    for (const y of chaque(years))
      m.calcul(k.montant(i, y), () => m.lire(k.dette(dette.part, dette.s, y)), deLAnnee(nom, y));
    return;
  }
  const evolution = m.lire(commun.hypothese('evolution'));
  if (tva) m.entree(k.ligne('tva', i), tva.taux, { libelle: `taux de TVA de « ${nom} »`, unite: 'part', chemin });
  const each = activite
    ? { libelle: `coût unitaire de « ${nom} »`, unite: `€/${activite.unite}` }
    : { libelle: `montant de « ${nom} »`, unite: '€' };
  m.entree(k.ligne('unitaire', i), montant.mode, { ...each, chemin });
  m.entree(k.ligne('indexee', i), ouiNon(indexe), { libelle: `« ${nom} » suit la hausse des coûts`, chemin });
  for (const y of chaque(years))
    m.calcul(
      k.montant(i, y),
      () =>
        fois(
          m.lire(k.ligne('quantite', i)),
          m.lire(k.ligne('unitaire', i)),
          m.lire(k.presence(i, y)),
          ...(activite ? [m.lire(k.montee(y))] : []),
          si(egal(m.lire(k.ligne('indexee', i)), OUI), puissance(plus(UN, evolution), nombre(y)), UN),
          ...(tva ? [partAPayer(m.lire(k.ligne('tva', i)), m.lire(k.total('coefficient_tva')), tva.incluse)] : []),
        ),
      deLAnnee(nom, y),
    );
}

/** A line that is a rate on the salaries of others, whose ranks are `suivies`. */
function poserSuiveuse(
  m: Modele,
  k: Cles,
  i: number,
  { nom, chemin, taux, suivies }: { nom: string; chemin: string; taux: number; suivies: readonly number[] },
  years: number,
): void {
  m.entree(k.ligne('taux', i), taux, { libelle: `taux de « ${nom} »`, unite: 'part', chemin });
  for (const y of chaque(years))
    m.calcul(
      k.montant(i, y),
      () =>
        fois(
          m.lire(k.presence(i, y)),
          m.lire(k.ligne('taux', i)),
          somme(
            suivies.map((line) => m.lire(k.montant(line, y))),
            'salaires du même employeur',
          ),
        ),
      deLAnnee(nom, y),
    );
}

/** The sums of each line, of each year, and of all. */
function poserSommes(m: Modele, k: Cles, lignes: readonly LigneDepense[], years: number): void {
  for (const [i, { nom, chemin }] of lignes.entries())
    m.calcul(
      k.ligne('total', i),
      () =>
        somme(
          chaque(years).map((y) => m.lire(k.montant(i, y))),
          'années',
        ),
      { libelle: nom, unite: '€', chemin },
    );
  for (const y of chaque(years))
    m.calcul(
      k.depenses(y),
      () =>
        somme(
          lignes.map((_, i) => m.lire(k.montant(i, y))),
          'toutes les dépenses',
        ),
      { libelle: `dépenses de l’année ${y + 1}`, unite: '€' },
    );
  m.calcul(
    k.total('depenses'),
    somme(
      lignes.map((_, i) => m.lire(k.ligne('total', i))),
      `dépenses, sur ${compteAnnees(years)}`,
    ),
    { libelle: lignes.some(({ dette }) => dette) ? 'total des dépenses' : 'coût total', unite: '€' },
  );
}

/** Lays down the expenses, those that follow others after them, then their sums. */
export function poserDepenses(m: Modele, k: Cles, lignes: readonly LigneDepense[], years: number): void {
  const rangs = new Map(lignes.map(({ id }, i) => [id, i]));
  poserCoefficient(m, k, lignes);
  poserQuantites(m, k, lignes, years);
  for (const [i, line] of lignes.entries()) if (!line.suit) poserLigne(m, k, i, line, years);
  for (const [i, { nom, chemin, suit }] of lignes.entries()) {
    if (!suit) continue;
    const suivies = suit.lignes.flatMap((id) => rangs.get(id) ?? []);
    poserSuiveuse(m, k, i, { nom, chemin, taux: suit.taux, suivies }, years);
  }
  poserSommes(m, k, lignes, years);
}

const compteAnnees = (years: number): string => compte(years, 'an', 'ans', 'aucune année');
