/** Sheet of one scenario's means and expenses, then of its workload: quantities, unit costs and volumes are inputs. */
import { fourchette } from '../../analysis/montants.js';
import type { ScenarioEvalue } from '../../analysis/scenarios/evaluation.js';
import { estEligible, total } from '../../analysis/scenarios/financement.js';
import { feuille } from '../../exhibits/cells.js';
import { acteur, court, NATURES } from '../../exhibits/scenarios/contexte.js';
import type { Study } from '../../study/study.js';
import { adresse, type Grille, grille, lettres, nomDe, plage } from './grille.js';

const OUI_NON = { type: 'liste' as const, values: ['oui', 'non'] };
const POSITIF = { type: 'nombre' as const, min: 0 };
const PART = { type: 'nombre' as const, min: 0, max: 1 };
const PRESENCE = { type: 'nombre' as const, min: 0, max: 1 };

/** Where the other sheets find what they need. */
export interface FeuilleCouts {
  grille: Grille;
  /** Rows of the expenses, in the order of `chiffrage.lignes`. */
  premiere: number;
  derniere: number;
  /** Column of the amounts of the first year; the others follow. */
  colonneMontants: number;
  colonneSection: number;
  /** Column of the first source's eligibility; the others follow. */
  colonneEligible: number;
  depensesParAnnee: string[];
  coutTotal: string;
  charge: string;
  demandes: string;
  etp: string;
}

/** `rang` from 1 keeps the names of the sheets apart. */
export function feuilleCouts(etude: Study, one: ScenarioEvalue, rang: number): FeuilleCouts {
  const { chiffrage } = one;
  const { scenario, lignes, montants, depensesAnnuelles } = chiffrage;
  const years = depensesAnnuelles.length;
  const sources = scenario.financements;
  /** Unit amount, rate on salaries, growth: beside the quantity. */
  const [unit, rateColumn, indexed, presence] = [6, 7, 8, 9];
  const amounts = presence + years;
  const sum = amounts + years;
  const eligible = sum + 1;
  const g = grille(
    feuille(`Coûts ${rang} ${court(one)}`),
    `${scenario.titre} : moyens, dépenses et charge`,
    [
      16,
      40,
      26,
      15,
      11,
      14,
      11,
      10,
      ...Array.from({ length: years }, () => 9),
      ...Array.from({ length: years + 1 }, () => 14),
      ...sources.map(() => 14),
    ],
    4,
  );
  g.texte(
    2,
    1,
    'Les cellules jaunes se changent. Présence : 1 si la dépense a lieu cette année-là, 0 sinon. Éligible : 1 si la recette la prend en compte.',
    'note',
  );
  g.entetes(4, [
    'Nature',
    'Dépense',
    'Payée par',
    'Section',
    'Quantité',
    'Montant unitaire (€)',
    'Taux sur salaires',
    'Indexée',
    ...depensesAnnuelles.map((_, y) => `Présence année ${y + 1}`),
    ...depensesAnnuelles.map((_, y) => `Année ${y + 1} (€)`),
    'Total (€)',
    ...sources.map((s) => `Éligible : ${s.libelle ?? acteur(etude, s.financeur)}`),
  ]);
  const first = 5;
  const last = first + lignes.length - 1;
  lignes.forEach((ligne, i) => {
    const row = first + i;
    g.texte(row, 1, NATURES[ligne.nature]);
    g.texte(row, 2, ligne.libelle);
    g.texte(row, 3, acteur(etude, ligne.porteur));
    g.texte(row, 4, ligne.section === 'investissement' ? 'Investissement' : 'Fonctionnement');
    g.saisie(row, 5, ligne.quantite, POSITIF, 'decimal', nomDe('quantite', scenario.id, ligne.id));
    if (ligne.suit)
      g.saisie(row, rateColumn, ligne.suit.taux, PART, 'pourcent', nomDe('taux_salaires', scenario.id, ligne.id));
    g.texte(row, indexed, ligne.indexe ? 'oui' : 'non');
    if (!ligne.suit) g.saisie(row, unit, ligne.montant.mode, POSITIF, 'euros', nomDe('cout', scenario.id, ligne.id));
    for (let y = 0; y < years; y++) {
      const here = adresse(row, presence + y);
      g.saisie(row, presence + y, ligne.presence[y] ?? 0, PRESENCE, 'entier');
      const column = amounts + y;
      const formula = ligne.suit
        ? `IF(${here}=0,0,${adresse(row, rateColumn)}*SUMIFS(${plage(first, column, last, column)},${plage(first, 1, last, 1)},"${NATURES.humain}",${plage(first, 3, last, 3)},${adresse(row, 3)}))`
        : `${adresse(row, 5)}*${adresse(row, unit)}*${here}*(1+hyp_evolution)^IF(${adresse(row, indexed)}="oui",${y},0)`;
      g.calcul(row, column, formula, montants[i]?.[y] ?? 0, 'euros');
    }
    g.calcul(row, sum, `SUM(${plage(row, amounts, row, amounts + years - 1)})`, total(montants[i] ?? []), 'euros');
    sources.forEach((source, s) => {
      g.saisie(row, eligible + s, estEligible(source, ligne) ? 1 : 0, PRESENCE, 'entier');
    });
  });
  const totalRow = last + 1;
  g.texte(totalRow, 2, 'Total', 'total');
  const depensesParAnnee = depensesAnnuelles.map((value, y) =>
    g.calcul(
      totalRow,
      amounts + y,
      `SUM(${lettres(amounts + y)}${first}:${lettres(amounts + y)}${last})`,
      value,
      'euros',
      { total: true },
    ),
  );
  const coutTotal = g.calcul(totalRow, sum, `SUM(${plage(first, sum, last, sum)})`, total(depensesAnnuelles), 'euros', {
    total: true,
    name: nomDe('cout_total', scenario.id),
  });
  return {
    grille: g,
    premiere: first,
    derniere: last,
    colonneMontants: amounts,
    colonneSection: 4,
    colonneEligible: eligible,
    depensesParAnnee,
    coutTotal,
    ...charge(g, totalRow + 3, { first, last }, etude, one),
  };
}

/** Days asked of each side against the days that it brings. */
function charge(
  g: Grille,
  top: number,
  { first, last }: { first: number; last: number },
  etude: Study,
  { chiffrage }: ScenarioEvalue,
): Pick<FeuilleCouts, 'charge' | 'demandes' | 'etp'> {
  const { scenario, charge: c } = chiffrage;
  const mode = (value: Parameters<typeof fourchette>[0]): number => fourchette(value)?.mode ?? 0;
  g.texte(top, 1, 'Charge des modalités', 'partie');
  g.entetes(top + 1, [
    'Unité',
    'Modalité',
    'Accompagnée',
    'Volume par an',
    'Jours par unité',
    'Part partenaires',
    'Demandes',
    'Jours porteur',
    'Jours partenaires',
  ]);
  const m1 = top + 2;
  scenario.modalites.forEach((m, i) => {
    const row = m1 + i;
    const [volume, days, share] = [mode(m.volume_annuel), mode(m.jours_par_unite), m.part_partenaires ?? 0];
    g.texte(row, 1, m.unite);
    g.texte(row, 2, m.description);
    g.saisie(row, 3, m.demande_accompagnee ? 'oui' : 'non', OUI_NON, 'texte');
    g.saisie(row, 4, volume, POSITIF, 'decimal', nomDe('volume', scenario.id, m.id ?? String(i + 1)));
    g.saisie(row, 5, days, POSITIF, 'decimal');
    g.saisie(row, 6, share, PART, 'pourcent');
    const asked = `${adresse(row, 4)}*${adresse(row, 5)}`;
    g.calcul(
      row,
      7,
      `IF(${adresse(row, 3)}="oui",${adresse(row, 4)},0)`,
      m.demande_accompagnee ? volume : 0,
      'decimal',
    );
    g.calcul(row, 8, `${asked}*(1-${adresse(row, 6)})`, volume * days * (1 - share), 'decimal');
    g.calcul(row, 9, `${asked}*${adresse(row, 6)}`, volume * days * share, 'decimal');
  });
  const m2 = m1 + scenario.modalites.length - 1;
  const p0 = m2 + 2;
  g.entetes(p0, ['', 'Partenaire', 'Jours par an']);
  scenario.partenaires.forEach((p, i) => {
    g.texte(p0 + 1 + i, 2, acteur(etude, p.acteur));
    g.saisie(p0 + 1 + i, 3, mode(p.jours_an), POSITIF, 'decimal');
  });
  const p2 = p0 + Math.max(1, scenario.partenaires.length);
  const r = p2 + 2;
  g.entetes(r, ['', 'Charge', 'Porteur', 'Partenaires']);
  const bearer = acteur(etude, scenario.porteur);
  const staff = plage(first, 5, last, 5);
  const natures = plage(first, 1, last, 1);
  const payers = plage(first, 3, last, 3);
  const human = NATURES.humain;
  const perEtp = 'hyp_jours_par_etp*hyp_part_productive';
  g.texte(r + 1, 2, 'Jours demandés');
  g.calcul(r + 1, 3, `SUM(${plage(m1, 8, m2, 8)})`, c.joursPorteur, 'decimal');
  g.calcul(r + 1, 4, `SUM(${plage(m1, 9, m2, 9)})`, c.joursPartenaires, 'decimal');
  g.texte(r + 2, 2, 'Jours disponibles');
  g.calcul(
    r + 2,
    3,
    `SUMIFS(${staff},${natures},"${human}",${payers},"${bearer}")*${perEtp}`,
    c.capacitePorteur,
    'decimal',
  );
  g.calcul(
    r + 2,
    4,
    `SUM(${plage(p0 + 1, 3, p2, 3)})+SUMIFS(${staff},${natures},"${human}",${payers},"<>${bearer}")*${perEtp}`,
    c.capacitePartenaires,
    'decimal',
  );
  g.texte(r + 3, 2, 'Charge sur capacité');
  const rate = (column: number): string =>
    `IF(${adresse(r + 2, column)}>0,${adresse(r + 1, column)}/${adresse(r + 2, column)},IF(${adresse(r + 1, column)}>0,1E+99,0))`;
  const of = (asked: number, brought: number): number => (brought > 0 ? asked / brought : asked > 0 ? 1e99 : 0);
  const [own, theirs] = [of(c.joursPorteur, c.capacitePorteur), of(c.joursPartenaires, c.capacitePartenaires)];
  g.calcul(r + 3, 3, rate(3), own, 'pourcent');
  g.calcul(r + 3, 4, rate(4), theirs, 'pourcent');
  g.texte(r + 4, 2, 'La plus haute des deux', 'total');
  const highest = g.calcul(r + 4, 3, `MAX(${plage(r + 3, 3, r + 3, 4)})`, Math.max(own, theirs), 'pourcent', {
    total: true,
  });
  g.texte(r + 5, 2, 'Demandes accompagnées par an', 'total');
  const demandes = g.calcul(r + 5, 3, `SUM(${plage(m1, 7, m2, 7)})`, c.demandes, 'decimal', { total: true });
  g.texte(r + 6, 2, 'Équivalents temps plein', 'total');
  const etp = g.calcul(
    r + 6,
    3,
    `SUMIFS(${staff},${natures},"${human}")`,
    scenario.moyens.humains.reduce((sum, poste) => sum + poste.etp, 0),
    'decimal',
    { total: true },
  );
  return { charge: highest, demandes, etp };
}
