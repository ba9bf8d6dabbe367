/** One line of the plan of receipts, in the model of formulas: its rate × its eligible base under its ceilings, or a fixed amount. */
import type { Scenario } from '../../../study/types.gen.js';
import {
  divise,
  egal,
  type Formule,
  fois,
  max,
  min,
  moins,
  nombre,
  si,
  somme,
  sommeProduits,
  sous,
  UN,
  vide,
  ZERO,
} from '../../formules/formule.js';
import type { Modele } from '../../formules/modele.js';
import type { Cles } from '../cles.js';
import type { LigneDepense } from '../depenses-et-charge/depenses.js';
import { estEmprunt, poserEmprunt } from '../depenses-et-charge/emprunts.js';
import { STATUTS } from './libelles.js';
import { montantEntier, partDeLAnnee, poserMontant } from './montant-de-la-source.js';
import {
  aideDesAchats,
  aideParEuroNational,
  debutPlafond,
  estEligible,
  type LigneFinancement,
  nationales,
  partVersee,
  periodeDe,
} from './regles-aides.js';

/** More than any budget: stands for a ceiling that is not there. */
const SANS_PLAFOND = nombre(1e15);

/** What lays one line of the plan down in the model: its rank, its names, what it may be based on. */
interface Source {
  s: number;
  source: LigneFinancement;
  lignes: readonly LigneDepense[];
  years: readonly number[];
  scenario: Scenario;
  nom: string;
  chemin: string;
}

/** What the study says of the line, cell by cell. */
function poserEntrees(m: Modele, k: Cles, { s, source, lignes, years, scenario, nom, chemin }: Source): void {
  const money = (libelle: string) => ({ libelle: `${libelle} de « ${nom} »`, unite: '€', chemin });
  const part = (libelle: string) => ({ libelle: `${libelle} de « ${nom} »`, unite: 'part', chemin });
  m.entree(k.source('statut', s), STATUTS[source.statut], { libelle: `statut de « ${nom} »`, chemin });
  poserMontant(m, k, { s, source, scenario, years, nom, chemin });
  m.entree(k.source('chance', s), source.probabilite ?? 1, part('chance'));
  m.entree(k.source('plafond', s), source.plafond ?? null, money('plafond'));
  m.entree(k.source('plafond_total', s), source.plafond_total ?? null, money('plafond total'));
  m.entree(k.source('plancher', s), source.plancher ?? 0, money('plancher'));
  m.entree(k.source('delai', s), Math.round(source.delai_versement_mois ?? 0), {
    libelle: `délai de versement de « ${nom} »`,
    unite: 'mois',
    chemin,
  });
  m.entree(k.source('periode', s), periodeDe(source, years.length), {
    libelle: `mois entre deux demandes de paiement de « ${nom} »`,
    unite: 'mois',
    chemin,
  });
  m.entree(k.source('acompte', s), source.acompte ?? 0, part('acompte'));
  for (const [i, ligne] of lignes.entries())
    m.entree(k.eligible(s, i), estEligible(source, ligne, scenario.porteur) ? 1 : 0, {
      libelle: `« ${ligne.nom} » éligible à « ${nom} »`,
      chemin,
    });
}

/** What the national public funds of the year allow at most; nothing for a line that does not follow them. */
function plafondNational(m: Modele, k: Cles, { source, scenario }: Source, y: number): Formule[] {
  const perEuro = aideParEuroNational(source);
  if (!Number.isFinite(perEuro)) return [];
  const nationaux = somme(
    nationales(scenario.financements).map((other) => m.lire(k.recette(other, y))),
    'fonds publics nationaux de l’année',
  );
  return [fois(nationaux, nombre(perEuro))];
}

/** What the line brings in a year: its rate on its base or its amount, under its ceilings, nothing under its floor. */
function recetteDeLAnnee(m: Modele, k: Cles, one: Source, y: number, paid: Formule, base: Formule): Formule {
  const { s, source, years } = one;
  const ceiling = (cell: Formule): Formule => si(vide(cell), SANS_PLAFOND, cell);
  const since = (first: number): Formule =>
    somme(
      years.slice(first, y).map((earlier) => m.lire(k.recette(s, earlier))),
      'années précédentes',
    );
  const whole = montantEntier(m, k, one, base);
  // A lowered ceiling may stand under what the years before have brought.
  const capped = max([
    ZERO,
    min([
      fois(partDeLAnnee(m, k, one, y, paid), whole),
      moins(ceiling(m.lire(k.source('plafond', s))), since(debutPlafond(source, y))),
      moins(ceiling(m.lire(k.source('plafond_total', s))), since(0)),
      ...plafondNational(m, k, one, y),
    ]),
  ]);
  return si(egal(paid, ZERO), ZERO, si(sous(capped, m.lire(k.source('plancher', s))), ZERO, capped));
}

/** What a rate takes of purchases, out of its base; all of an amount that is for them. */
function partDesAchatsDe(m: Modele, k: Cles, { s, source, lignes }: Source, y: number, base: Formule): Formule {
  if (source.taux === undefined) return UN;
  const bought = lignes.flatMap(({ section }, i) => (section === 'investissement' ? [i] : []));
  return divise(
    sommeProduits(
      bought.map((i) => m.lire(k.eligible(s, i))),
      bought.map((i) => m.lire(k.montant(i, y))),
      'achats éligibles',
    ),
    base,
    ZERO,
  );
}

/** Lays one line of the plan down: what the study says of it, then its share, base and receipt of each year, and their sum. */
export function poserSource(m: Modele, k: Cles, one: Source): void {
  const { s, source, lignes, years, scenario, nom, chemin } = one;
  poserEntrees(m, k, one);
  for (const y of years) {
    const paid = m.entree(k.versee(s, y), partVersee(source, y, scenario.demarrage), {
      libelle: `part de l’année ${y + 1} où « ${nom} » est versée`,
      unite: 'part',
      chemin,
    });
    const base = m.calcul(
      k.base(s, y),
      // As long as the lines are many, for each source and year: made when they are read.
      () =>
        sommeProduits(
          lignes.map((_, i) => m.lire(k.eligible(s, i))),
          lignes.map((_, i) => m.lire(k.montant(i, y))),
          'dépenses éligibles',
        ),
      { libelle: `base de « ${nom} » l’année ${y + 1}`, unite: '€' },
    );
    if (aideDesAchats(source, lignes))
      m.calcul(k.achats(s, y), () => partDesAchatsDe(m, k, one, y, base), {
        libelle: `part des achats dans « ${nom} » l’année ${y + 1}`,
        unite: 'part',
      });
    m.calcul(k.recette(s, y), () => recetteDeLAnnee(m, k, one, y, paid, base), {
      libelle: `« ${nom} » l’année ${y + 1}`,
      unite: '€',
    });
  }
  m.calcul(
    k.source('total', s),
    somme(
      years.map((y) => m.lire(k.recette(s, y))),
      'années',
    ),
    { libelle: nom, unite: '€', chemin },
  );
  if (estEmprunt(source)) poserEmprunt(m, k, one);
}
