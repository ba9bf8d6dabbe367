/** Indicators of cost, funding and cash of a scenario. */
import type { Study } from '../../../study/study.js';
import { nombreFr } from '../../../texte/nombres.js';
import {
  depasse,
  divise,
  type Formule,
  fois,
  max,
  moins,
  nombre,
  SANS_VALEUR,
  si,
  somme,
  vide,
  ZERO,
} from '../../formules/formule.js';
import { analyserTerritoire } from '../../territoire.js';
import { commun } from '../cles.js';
import type { LigneDepense } from '../depenses-et-charge/depenses.js';
import { estEmprunt } from '../depenses-et-charge/emprunts.js';
import { comptesDe, nombreDeComptes } from '../financement/comptes.js';
import { DU_PORTEUR } from '../financement/financement.js';
import { partDesRecettes, partDuPorteur } from '../financement/parts.js';
import { financeursDe } from '../financement/payeurs.js';
import { tresorerieDe } from '../financement/tresorerie.js';
import { type Contexte, type DefinitionIndicateur, type IdIndicateur, parmi } from './indicateurs.js';

/** The population of the scenario's perimeter: that of its communes. */
export const populationDe = (study: Study, perimetre: string): number =>
  analyserTerritoire(study).perimetres.find(({ id }) => id === perimetre)?.population ?? 0;

const annees = (years: number): Formule => nombre(years, years < 2 ? 'an' : 'ans');
const depenses = ({ m, k }: Contexte): Formule => m.lire(k.total('depenses'));
/** Expenses less the capital that loans give back: what they bought is counted already. */
export const cout = (x: Contexte): Formule =>
  x.m.contient(x.k.total('capital_rembourse'))
    ? moins(depenses(x), x.m.lire(x.k.total('capital_rembourse')))
    : depenses(x);
/** Of the bearer's account alone, where others pay and are funded aside. */
const coutDuPorteur = (x: Contexte): Formule => {
  if (nombreDeComptes(x.m, x.k) === 0) return cout(x);
  const spent = x.m.lire(x.k.compte('depenses', 0));
  const back = x.k.total('capital_rembourse');
  return x.m.contient(back) ? moins(spent, x.m.lire(back)) : spent;
};
/** What the bearer has that is neither its own nor lent. */
const recettesDesAutres = ({ m, k, scenario, lignes }: Contexte): Formule => {
  if (nombreDeComptes(m, k) === 0) return moins(m.lire(k.total('recettes')), m.lire(k.total('autofinancement')));
  const own = (comptesDe(scenario, lignes)[0]?.sources ?? []).filter((s) =>
    DU_PORTEUR.has(scenario.financements[s]?.nature),
  );
  return moins(
    m.lire(k.compte('recettes', 0)),
    somme(
      own.map((s) => m.lire(k.source('total', s))),
      'ses propres fonds et ses emprunts',
    ),
  );
};
const parAn = (contexte: Contexte): Formule => divise(cout(contexte), annees(contexte.years), SANS_VALEUR);
const coutAnnuel = ({ m, k }: Contexte): Formule => m.lire(k.indicateur('cout_annuel'));
const parts = ({ m, k, scenario }: Contexte): Formule[] => financeursDe(scenario).map((id) => m.lire(k.financeur(id)));
/** The bearer does not leave: what it pays itself is no dependence on a funder. */
const partsExterieures = ({ m, k, scenario }: Contexte): Formule[] =>
  parmi(
    financeursDe(scenario).filter((id) => id !== scenario.porteur),
    (id) => m.lire(k.financeur(id)),
  );
/** Each purchase that is written off, with its rank and its years, from 0. */
const amorties = (lignes: readonly LigneDepense[]) =>
  lignes.flatMap(({ presence, amortissement }, i) => {
    const from = presence.findIndex((there) => there > 0);
    return amortissement && from >= 0 ? [{ i, from, to: from + amortissement, amortissement }] : [];
  });

/**
 * Years of which one has the highest charge: those that buy, the last alone where nothing is worn out by then. A renewal replaces what it renews: both are never
 * counted together.
 */
export function anneesDeDotation(lignes: readonly LigneDepense[]): number[] {
  const all = amorties(lignes);
  const years = [...new Set(all.map(({ from }) => from))].sort((a, b) => a - b);
  const last = years.at(-1);
  return last !== undefined && all.every(({ to }) => to > last) ? [last] : years;
}

const dotationDe = ({ m, k, lignes }: Contexte, year: number, said: string): Formule =>
  somme(
    amorties(lignes).flatMap(({ i, from, to, amortissement }) =>
      from <= year && year < to ? [divise(m.lire(k.ligne('total', i)), nombre(amortissement, 'ans'), ZERO)] : [],
    ),
    said,
  );

/** No value without receipts. */
const avecRecettes = ({ m, k }: Contexte, formule: Formule): Formule =>
  si(depasse(m.lire(k.total('recettes')), ZERO), formule, SANS_VALEUR);

export const INDICATEURS_COUTS = {
  cout_total: {
    libelle: 'Coût total',
    unite: '€',
    formule: cout,
    precision: ({ m, scenario }) =>
      `montants les plus probables, majorés de ${nombreFr(m.nombre(commun.hypothese('evolution')) * 100)}\u00a0% par an à partir de la deuxième année, hors achats${scenario.financements.some(estEmprunt) ? ' et emprunts' : ''}`,
  },
  cout_annuel: { libelle: 'Coût annuel moyen', unite: '€/an', formule: parAn },
  cout_par_demande: {
    libelle: 'Coût par demande reçue',
    unite: '€/demande',
    formule: (x) =>
      divise(
        cout(x),
        somme(
          Array.from({ length: x.years }, (_, y) => x.m.lire(x.k.charge('demandes', y))),
          'demandes reçues des années, montée en charge comprise',
        ),
        SANS_VALEUR,
      ),
  },
  cout_par_habitant: {
    libelle: 'Coût par habitant',
    unite: '€/hab./an',
    formule: (x) => divise(coutAnnuel(x), x.m.lire(x.k.total('population')), SANS_VALEUR),
  },
  reste_a_charge_annuel: {
    libelle: 'Reste à financer par an',
    unite: '€/an',
    formule: (x) => divise(moins(coutDuPorteur(x), recettesDesAutres(x)), annees(x.years), SANS_VALEUR),
    precision: ({ m, k }) =>
      nombreDeComptes(m, k) > 0 ? 'compte du porteur seul, ce qu’il verse et ce qui lui est versé compris' : '',
  },
  reste_apres_aides: {
    libelle: 'Reste à financer par an, subventions arrêtées',
    unite: '€/an',
    // The last year, in full service: what the other receipts of that year leave of its expenses.
    formule: ({ m, k, scenario, years }) =>
      years === 0
        ? SANS_VALEUR
        : moins(
            m.lire(k.depenses(years - 1)),
            moins(
              m.lire(k.recettes(years - 1)),
              somme(
                scenario.financements.flatMap(({ nature }, s) =>
                  nature === 'subvention' || nature === 'emprunt' ? [m.lire(k.recette(s, years - 1))] : [],
                ),
                scenario.financements.some(estEmprunt)
                  ? 'subventions et emprunts de la dernière année'
                  : 'subventions de la dernière année',
              ),
            ),
          ),
    precision: () => 'dépenses de la dernière année moins ses recettes qui ne sont pas des subventions',
  },
  part_autofinancement: {
    libelle: 'Part d’autofinancement',
    unite: 'part',
    formule: ({ m, k }) => partDuPorteur(m, k),
  },
  part_premier_financeur: {
    libelle: 'Part du premier financeur extérieur',
    unite: 'part',
    formule: (x) =>
      avecRecettes(x, max(partsExterieures(x), 'parts des financeurs autres que le porteur, dans les recettes')),
  },
  concentration_financeurs: {
    libelle: 'Concentration des financeurs',
    unite: 'indice',
    formule: (x) =>
      avecRecettes(
        x,
        somme(
          parts(x).map((part) => fois(part, part)),
          'carrés des parts des financeurs',
        ),
      ),
    precision: () => 'indice de Herfindahl : 1 pour un seul financeur',
  },
  part_financement_acquis: {
    libelle: 'Part de financement acquis',
    unite: 'part',
    formule: ({ m, k }) => partDesRecettes(m, k, m.lire(k.total('acquis'))),
  },
  dotation_amortissement: {
    libelle: 'Dotation annuelle aux amortissements',
    unite: '€/an',
    formule: (x) => {
      const years = anneesDeDotation(x.lignes);
      if (years.length < 2)
        return dotationDe(x, years[0] ?? 0, 'chaque achat ÷ sa durée d’amortissement, pour ceux qui en ont une');
      return max(
        years.map((year) => dotationDe(x, year, `achats qui s’amortissent l’année ${year + 1}, chacun ÷ sa durée`)),
        'dotations des années où l’on achète',
      );
    },
    precision: ({ lignes }) =>
      anneesDeDotation(lignes).length > 1 ? 'l’année la plus forte : ce qui est remplacé ne compte plus' : '',
  },
  cout_outils: {
    libelle: 'Coût des outils',
    unite: '€',
    formule: ({ m, k, lignes }) =>
      somme(
        lignes.flatMap(({ nature }, i) => (nature === 'outil' ? [m.lire(k.ligne('total', i))] : [])),
        'achats et usage des outils',
      ),
  },
  besoin_tresorerie: {
    libelle: 'Besoin de trésorerie',
    unite: '€',
    formule: ({ m, k }) => max([ZERO, moins(ZERO, m.lire(k.total('solde_minimum')))]),
    precision: ({ m, k }) => {
      const { minimum } = tresorerieDe(m, k);
      return minimum.mois === 0 ? 'le plus bas est le premier jour' : `le plus bas est au mois ${minimum.mois}`;
    },
  },
  cout_ligne_tresorerie: {
    libelle: 'Coût de la ligne de trésorerie',
    unite: '€',
    formule: ({ m, k }) => {
      const rate = m.lire(commun.hypothese('taux_ligne'));
      return si(
        vide(rate),
        SANS_VALEUR,
        divise(fois(m.lire(k.total('decouverts')), rate), nombre(12, 'mois'), SANS_VALEUR),
      );
    },
    precision: () => 'intérêts des découverts, jusqu’à la dernière recette',
  },
} satisfies Partial<Record<IdIndicateur, DefinitionIndicateur>>;
