/** What each scenario costs against the service that it renders, both with the range of the draws. */
import { summarise } from '../../analysis/incertitude/monte-carlo.js';
import { arrondiSelon } from '../../analysis/montants.js';
import type { ScenarioEvalue } from '../../analysis/scenarios/comparaison/evaluation.js';
import { motDesServices } from '../../analysis/scenarios/depenses-et-charge/charge.js';
import { seulDernier, seulPremier } from '../../analysis/superlatifs.js';
import { compte, deNom, majuscule, quantiteFr } from '../../texte/accords.js';
import { euros, nombreFr } from '../../texte/nombres.js';
import { alternative } from '../alternative.js';
import { type Etendue, nuage } from '../charts/nuage.js';
import { col, tableDe } from '../colonnes.js';
import type { Exhibit } from '../types.js';
import { court, type FabriqueScenarios } from './contexte.js';

interface Place {
  one: ScenarioEvalue;
  /** Euros a year. */
  cout: Etendue;
  /** Services a year. */
  service: Etendue;
}

/** Where a scenario stands; null when the study flags no service. The value is the most probable one, that of the other exhibits. */
function placeDe(one: ScenarioEvalue): Place | null {
  const { indicateurs } = one.chiffrage;
  const [cout, service] = [indicateurs.get('cout_annuel')?.valeur, indicateurs.get('service_rendu_annuel')?.valeur];
  if (cout == null || service == null) return null;
  const { coutAnnuel, services } = one.simulation;
  const drawn = summarise(services.slice());
  return {
    one,
    cout: { low: Math.min(cout, coutAnnuel.p10), value: cout, high: Math.max(cout, coutAnnuel.p90) },
    service: {
      low: Math.min(service, drawn.quantile(0.1)),
      value: service,
      high: Math.max(service, drawn.quantile(0.9)),
    },
  };
}

/** An amount or a number with the digits that its range allows. */
const arrondi = ({ low, value, high }: Etendue): number => arrondiSelon(value, low, high);

/** What is counted, of all of them: « repas »; « service » where they count several things. */
interface Mots {
  un: string;
  plusieurs: string;
  /** Whether it is a unit of their own. */
  propre: boolean;
}

function motsDe(places: readonly Place[]): Mots {
  const { un, plusieurs } = motDesServices(places.map(({ one }) => one.chiffrage.scenario));
  return un === 'service rendu'
    ? { un: 'service', plusieurs: 'services', propre: false }
    : { un, plusieurs, propre: true };
}

function constat(places: readonly Place[]): string {
  const cheapest = seulDernier(places, ({ cout }) => cout.value);
  const busiest = seulPremier(places, ({ service }) => service.value);
  if (!cheapest || !busiest || places.length < 2) return 'Ce que coûte chaque scénario, et le service qu’il rend';
  const { plusieurs, propre } = motsDe(places);
  const most = `${propre ? 'donne' : 'rend'} le plus ${deNom(plusieurs)}`;
  if (cheapest === busiest) return `« ${court(cheapest.one)} » coûte le moins et ${most}`;
  return `« ${court(busiest.one)} » ${most}, « ${court(cheapest.one)} » coûte le moins`;
}

/** « 97 000 € (93 000 à 102 000) ». */
function etendueEnClair(etendue: Etendue, ecrire: (value: number) => string): string {
  const [bas, haut] = [etendue.low, etendue.high].map((end) => nombreFr(arrondiSelon(end, etendue.low, etendue.high)));
  return `${ecrire(arrondi(etendue))}${bas === haut ? '' : ` (${bas} à ${haut})`}`;
}

function dire({ one, cout, service }: Place, { un, plusieurs }: Mots): string {
  const unitaire = one.chiffrage.indicateurs.get('cout_par_service')?.valeur;
  return [
    `${etendueEnClair(service, (value) => `${nombreFr(value)}\u00a0${plusieurs} par an`)} pour ${etendueEnClair(cout, euros)}`,
    ...(unitaire == null ? [] : [`${quantiteFr(unitaire, '€')} par ${un} sur la durée du plan`]),
    `besoin de financement non couvert : ${compte(Math.round(one.simulation.probabiliteDeficit * 100), 'chance', 'chances')} sur 100`,
  ].join(' ; ');
}

export const coutServiceExhibits: FabriqueScenarios = ({ analyse, theme }): Exhibit[] => {
  const places = analyse.scenarios.flatMap((one) => placeDe(one) ?? []);
  // One point is beside no other.
  if (places.length < 2) return [];
  const mots = motsDe(places);
  const rendus = mots.propre ? mots.plusieurs : 'services rendus';
  const sans = analyse.scenarios.length - places.length;
  const source = `Source : montants et volumes les plus probables ; traits : huit fois sur dix, sur ${nombreFr(analyse.tirages)} tirages.${sans > 0 ? ` Sans mesure du service, et absents de la figure : ${sans}.` : ''}`;
  const bounds = (key: 'cout' | 'service', name: string, format: 'euros' | 'decimal') =>
    (['low', 'value', 'high'] as const).map((end, i) =>
      col<Place>(
        `${key}_${['bas', 'probable', 'haut'][i]}`,
        `${name}, ${['bas', 'le plus probable', 'haut'][i]}`,
        (p) => p[key][end],
        format,
      ),
    );
  return [
    {
      kind: 'figure',
      name: 'cout-service',
      title: constat(places),
      ...nuage(
        {
          points: places.map((place) => ({
            label: court(place.one),
            note: dire(place, mots),
            x: place.cout,
            y: place.service,
          })),
          xAxis: 'Coût annuel, en milliers d’euros',
          yAxis: `${majuscule(rendus)} par an, en rythme de croisière`,
          xFormat: (value) => nombreFr(value / 1000),
          yFormat: nombreFr,
        },
        theme,
      ),
      alt: alternative(
        constat(places),
        `Nuage de points : en abscisse le coût annuel, en ordonnée les ${rendus}`,
        places.map((place) => `${court(place.one)} : ${dire(place, mots)}`),
      ),
      source,
      data: tableDe(places, {
        name: 'cout-service-donnees',
        title: 'Coût et service rendu de chaque scénario',
        sheet: 'Coûts et incertitude',
        columns: [
          col('scenario', 'Scénario', ({ one }) => court(one), 'texte', 1.6),
          bounds('cout', 'Coût annuel (€)', 'euros'),
          bounds('service', `${majuscule(mots.plusieurs)} par an`, 'decimal'),
        ],
        source,
        empty: 'Aucun scénario ne mesure le service qu’il rend.',
      }),
    },
  ];
};
