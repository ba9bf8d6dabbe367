/** Phrases of which the reasons of the viability tests are made. */
import { sum } from 'd3-array';
import type { Study } from '../../../study/study.js';
import type { Scenario } from '../../../study/types.gen.js';
import { accord, compte, enumerer } from '../../../texte/accords.js';
import { euros, nombreA, nombreFr, pourcent, pourcentPrecis } from '../../../texte/nombres.js';
import { divise, type Formule, moins, plus, ZERO } from '../../formules/formule.js';
import { acteurCite } from '../../vocabulaire.js';
import { estEmprunt } from '../depenses-et-charge/emprunts.js';
import { comptesParAn, soldeLePlusBas } from '../financement/comptes.js';
import type { Seuils } from '../hypotheses.js';
import type { Contexte } from '../indicateurs/indicateurs.js';

/** « sur 3 ans », « sur un an ». */
export const surLaDuree = (years: number): string => `sur ${years === 1 ? 'un an' : compte(years, 'an')}`;

/** Years that are named one by one; of more, the ends. */
const MAX_ANNEES = 4;

/** « ; l’année 1, seule, laisse 18 232 € à couvrir »: a plan balanced over years is voted year by year. Empty when each year holds, or when there is one. */
function anneesACouvrir(soldes: readonly number[]): string {
  const years = soldes.length;
  const lacking = soldes.map((solde, y) => ({ y, solde })).filter(({ solde }) => solde < -0.5);
  if (years < 2 || lacking.length === 0) return '';
  const several = lacking.length > 1;
  if (lacking.length > MAX_ANNEES) {
    const sorted = [...lacking].sort((a, b) => b.solde - a.solde);
    const [least, most] = [sorted[0], sorted.at(-1)].map((one) =>
      one ? `${euros(-one.solde)} l’année\u00a0${one.y + 1}` : '',
    );
    const who =
      lacking.length === years
        ? `chacune des ${years} années, prise seule, laisse`
        : `${lacking.length} années sur ${years}, prises une à une, laissent`;
    return ` ; ${who} à couvrir de ${least} à ${most}`;
  }
  return ` ; ${several ? 'les années' : 'l’année'} ${enumerer(lacking.map(({ y }) => String(y + 1)))}, ${several ? 'prises une à une, laissent' : 'prise seule, laisse'} ${enumerer(lacking.map(({ solde }) => euros(-solde)))} à couvrir`;
}

type ContexteDuPlan = Pick<Contexte, 'm' | 'k' | 'years' | 'scenario'>;

/** « , dont 20 000 € d’emprunt, sur lesquels 14 000 € restent dus à la fin du plan, »: money that a budget enters, and that is owed. Empty without any. */
function dontEmprunts({ m, k, years, scenario: { financements } }: ContexteDuPlan): string {
  const drawn = sum(financements, (source, s) =>
    estEmprunt(source) ? sum(Array.from({ length: years }, (_, y) => m.nombre(k.recette(s, y)))) : 0,
  );
  if (drawn < 0.5) return '';
  const owed = m.nombre(k.total('dette_restante'));
  const loans = accord(financements.filter(estEmprunt).length, 'd’emprunt', 'd’emprunts');
  return `, dont ${euros(drawn)} ${loans}, ${owed < 0.5 ? 'rendus dans la durée du plan' : `sur lesquels ${euros(owed)} restent dus à la fin du plan`},`;
}

/** Receipts and expenses over the plan, what of them is borrowed, and the years that lack some; of each account where there are several. */
export function motifEquilibre(x: ContexteDuPlan & Pick<Contexte, 'study' | 'lignes'>): string {
  const { m, k, years, scenario, lignes, study } = x;
  const comptes = comptesParAn({ modele: m, cles: k, scenario, lignes, annees: years });
  const dit = (recettes: number, emprunts: string, depenses: number, soldes: readonly number[]): string =>
    `${euros(recettes)} de recettes${emprunts} pour ${euros(depenses)} de dépenses ${surLaDuree(years)}${anneesACouvrir(soldes)}`;
  if (comptes.length === 0) {
    const soldes = Array.from({ length: years }, (_, y) => m.nombre(k.soldeAnnuel(y)));
    return dit(m.nombre(k.total('recettes')), dontEmprunts(x), m.nombre(k.total('depenses')), soldes);
  }
  return comptes
    .map(({ titulaires, soldes }, c) => {
      const total = (nom: 'recettes' | 'depenses'): number => m.nombre(k.compte(nom, c));
      const who = enumerer(titulaires.map((id) => acteurCite(study, id)));
      return `${who} : ${dit(total('recettes'), c === 0 ? dontEmprunts(x) : '', total('depenses'), soldes.slice(0, years))}`;
    })
    .join(' ; ');
}

/** « +1,2 % ». */
export const ecartSigne = (gap: number): string => `${gap >= 0 ? '+' : '−'}${nombreFr(Math.abs(gap) * 100)}\u00a0%`;

/** What the receipts leave of the expenses, as a share of these: what an operator has over is not the bearer's, and the worst account tells. */
export const soldeEquilibre = ({ m, k }: Pick<Contexte, 'm' | 'k'>): Formule =>
  soldeLePlusBas(m, k, 'recettes', () => divise(m.lire(k.total('solde')), m.lire(k.total('depenses')), ZERO));

/** The same of the receipts, each by its chance. */
export const soldeProbable = ({ m, k }: Pick<Contexte, 'm' | 'k'>): Formule =>
  soldeLePlusBas(m, k, 'probables', () =>
    divise(
      moins(
        // A loan that is not had asks for nothing.
        m.contient(k.total('annuites_sans_emprunt'))
          ? plus(m.lire(k.total('recettes_probables')), m.lire(k.total('annuites_sans_emprunt')))
          : m.lire(k.total('recettes_probables')),
        m.lire(k.total('depenses')),
      ),
      m.lire(k.total('depenses')),
      ZERO,
    ),
  );

type ConditionJuridique = NonNullable<Scenario['conditions_juridiques']>[number];
/** Labels of the legal conditions in a state. */
export const conditionsDe = (
  { conditions_juridiques: all = [] }: Scenario,
  voulu: ConditionJuridique['etat'],
): string[] => all.flatMap(({ etat, libelle }) => (etat === voulu ? [libelle] : []));
/** « « a » et « b » ». */
export const citer = (libelles: readonly string[]): string => enumerer(libelles.map((libelle) => `« ${libelle} »`));
/** « 2 conditions restent à remplir : « a » et « b » ». */
export function resteARemplir(scenario: Scenario): string {
  const left = conditionsDe(scenario, 'a-remplir');
  return `${compte(left.length, 'condition reste', 'conditions restent')} à remplir : ${citer(left)}`;
}

/** « 0,38 »; a dash for what is no number. */
export const centiemes = (value: number | string | null): string =>
  typeof value === 'number' ? nombreA(value, 2) : '—';

/** What the most loaded year asks of each side, and what each has; the share that is too much, beside the one admitted. */
export function motifCharge({ m, k, years, seuils }: Pick<Contexte, 'm' | 'k' | 'years'> & { seuils: Seuils }): string {
  const worst = Array.from({ length: years }, (_, y) => y)
    .map((y) => ({
      y,
      rate: Math.max(m.nombre(k.charge('taux_porteur', y)), m.nombre(k.charge('taux_partenaires', y))),
    }))
    .sort((a, b) => b.rate - a.rate || a.y - b.y)[0]?.y;
  if (worst === undefined) return 'aucune année chiffrée';
  const jours = (nom: 'porteur' | 'partenaires' | 'capacite_porteur' | 'capacite_partenaires'): number =>
    m.nombre(k.charge(nom, worst));
  const days = (nom: Parameters<typeof jours>[0]): string => nombreFr(jours(nom));
  // A threshold under one fails a side that has the days: they alone would not say why.
  const part = (nom: 'taux_porteur' | 'taux_partenaires'): string => {
    const taux = m.nombre(k.charge(nom, worst));
    return taux > seuils.charge && taux <= 1 ? ` (${pourcent(taux)}, pour ${pourcent(seuils.charge)} au plus)` : '';
  };
  const has = (nom: Parameters<typeof jours>[0], verb: string): string =>
    jours(nom) > 0 ? `qui en ${verb} ${days(nom)}` : `qui n’en ${verb} aucun`;
  const own = `${compte(jours('porteur'), 'jour demandé', 'jours demandés', 'aucun jour demandé')} au porteur, ${has('capacite_porteur', 'a')}${part('taux_porteur')}`;
  const theirs = `${jours('partenaires') > 0 ? days('partenaires') : 'aucun'} aux partenaires, ${has('capacite_partenaires', 'ont')}${part('taux_partenaires')}`;
  return `en année ${worst + 1}, la plus chargée, ${own}, et ${theirs}`;
}

export type Epreuve = NonNullable<NonNullable<NonNullable<Study['criteres']>['viabilite']>['epreuves']>[number];

/** What it takes to pass a trial: the threshold of the test that it tries. `parUnite`: costs or receipts of a scenario of the study follow the demand. */
export function seuilEpreuve({ type }: Epreuve, { equilibre, tresorerie, charge }: Seuils, parUnite: boolean): string {
  const solde = `solde d’au moins ${pourcentPrecis(-equilibre)} des dépenses`;
  const jours = `au plus ${pourcentPrecis(charge)} des jours disponibles`;
  switch (type) {
    case 'perte-premier-financeur':
      return solde;
    case 'retard-versements':
      return `au moins ${euros(tresorerie)} chaque mois`;
    case 'hausse-couts':
      return `${solde} d’avant la hausse, recettes inchangées`;
    case 'depart-partenaire':
      return `${jours}, aucune fonction perdue, ${solde} qui restent`;
    case 'hausse-demande':
      return parUnite ? `${jours} ; où un montant suit le volume, ${solde}, ou pas plus bas qu’au volume prévu` : jours;
  }
}
