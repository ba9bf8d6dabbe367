/** Slides of the meeting that chooses: priorities, territory, one a scenario, the comparison, the money, what could change the result. */

import type { PerimetresAnalysis } from '../../analysis/priorites/perimetres.js';
import { reglesEmpruntees, viabilitesEnClair } from '../../analysis/scenarios/comparaison/conclusion.js';
import type { Evaluation, ScenarioEvalue } from '../../analysis/scenarios/comparaison/evaluation.js';
import { frequences, renversements } from '../../analysis/scenarios/comparaison/solidite.js';
import { dontBenevoles } from '../../analysis/scenarios/depenses-et-charge/benevoles.js';
import { motDesServices, motDuService } from '../../analysis/scenarios/depenses-et-charge/charge.js';
import type { AnalyseScenarios } from '../../analysis/scenarios/index.js';
import { mesureDe } from '../../analysis/scenarios/indicateurs/indicateurs.js';
import { totauxDe } from '../../analysis/territoire.js';
import { nomActeur } from '../../analysis/vocabulaire.js';
import type { CartePerimetres } from '../../exhibits/copil/carte-perimetres.js';
import { court } from '../../exhibits/scenarios/contexte.js';
import { itemAt, numberAt } from '../../lists/at.js';
import { comiteEnPhrase } from '../../study/contrat.js';
import type { Study } from '../../study/study.js';
import { accord, compte, majuscule, minuscule, sansPoint } from '../../texte/accords.js';
import { couper } from '../../texte/couper.js';
import { nombreFr } from '../../texte/nombres.js';
import type { Slide } from '../slides.js';
import { phrases, premiers } from './listes.js';
import { kilo, kiloArrondi, titreArgent } from './montants.js';

const CAUTION = 'Montants illustratifs, à remplacer avant toute décision de budget.';
const tenth = (value: number): number => Math.round(value * 10) / 10;
type IndicateurLu = Parameters<ScenarioEvalue['chiffrage']['indicateurs']['get']>[0];
const lire = ({ chiffrage }: ScenarioEvalue, id: IndicateurLu): number | null => mesureDe(chiffrage, id);
const prudence = (scenarios: readonly ScenarioEvalue[]): { caution?: string } =>
  scenarios.some(({ chiffrage }) => chiffrage.scenario.fiabilite === 'illustratif') ? { caution: CAUTION } : {};

type Perimetre = PerimetresAnalysis['liste'][number];

function contenance(perimetre: Perimetre): string {
  const { communes, population } = totauxDe(perimetre);
  const people = population > 0 ? compte(population, 'habitant', 'habitants') : 'population non renseignée';
  return `${compte(communes, 'commune', 'communes', 'aucune commune')}${communes > 0 ? `, ${people}` : ''}`;
}

const argumentsDe = ({ pour, contre }: Perimetre): string =>
  [...pour.map((text) => `+ ${text}`), ...contre.map((text) => `− ${text}`)].join('\n') || '—';

/** One that is alone is not proposed, nor chosen. */
function titreDuTerritoire({ liste, proposition }: PerimetresAnalysis): string {
  const [only, ...others] = liste;
  if (only && others.length === 0) return `Un seul périmètre à l’étude : « ${only.libelle} »`;
  return proposition ? `L’étude propose « ${proposition.libelle} »` : 'Le périmètre reste à choisir';
}

/** Each perimeter with what it holds, then what speaks for and against it; beside the map, where communes can be placed. */
export function territoire(analyse: PerimetresAnalysis, carte: CartePerimetres | null): Slide[] {
  const { liste, proposition } = analyse;
  if (liste.length === 0) return [];
  const argued = liste.some(({ pour, contre }) => pour.length + contre.length > 0);
  return [
    {
      theme: 'Territoire',
      title: titreDuTerritoire(analyse),
      bullets: proposition ? [`${majuscule(sansPoint(phrases(proposition.motif, 220)))}.`] : [],
      table: [
        ['Périmètre', ...(argued ? ['Pour (+) et contre (−)'] : [])],
        ...liste.map((perimetre) => [
          `${perimetre.libelle}\n${contenance(perimetre)}`,
          ...(argued ? [argumentsDe(perimetre)] : []),
        ]),
      ],
      ...(carte ? { chart: { kind: 'dessin' as const, ...carte } } : {}),
      ...(carte?.reserve ? { caution: carte.reserve } : {}),
      notes:
        'Le périmètre engage les financeurs plus que l’usager : vérifier pour chaque aide le territoire qu’elle suit.',
    },
  ];
}

/** What is rendered, where the scenario measures it; else what is received, under its name. */
function servicesOuDemandes(one: ScenarioEvalue): { value: string; label: string } {
  const [services, demandes] = [lire(one, 'service_rendu_annuel'), lire(one, 'demandes_annuelles')];
  const { un, plusieurs } = motDuService(one.chiffrage.scenario);
  return services === null
    ? {
        value: demandes === null ? '—' : nombreFr(Math.round(demandes)),
        label: `${accord(Math.round(demandes === null ? 2 : demandes), 'demande reçue', 'demandes reçues')} par an`,
      }
    : { value: nombreFr(Math.round(services)), label: `${accord(Math.round(services), un, plusieurs)} par an` };
}

export function unScenario(study: Study, one: ScenarioEvalue, rang: number, nombre: number): Slide {
  const { scenario } = one.chiffrage;
  const etp = lire(one, 'etp_total');
  return {
    theme: nombre === 1 ? 'Le scénario' : `Scénario ${rang} sur ${nombre}`,
    title: scenario.titre,
    bullets: [phrases(scenario.resume, 200)],
    figures: [
      { value: kiloArrondi(lire(one, 'cout_annuel'), one), label: 'par an' },
      { value: kiloArrondi(lire(one, 'reste_a_charge_annuel'), one), label: 'à la charge du porteur, par an' },
      scenario.moyens.humains.length === 0
        ? { value: 'Aucun poste', label: 'ni créé, ni affecté' }
        : {
            value: etp === null ? '—' : `${nombreFr(etp)}\u00a0ETP`,
            label: dontBenevoles(scenario) ?? (etp !== null && etp < 2 ? 'créé ou affecté' : 'créés ou affectés'),
          },
      servicesOuDemandes(one),
    ],
    columns: [
      {
        title: 'Qui fait quoi',
        lines: [
          `${nomActeur(study, scenario.porteur) ?? scenario.porteur} : porte le dispositif`,
          ...premiers(
            scenario.partenaires
              .filter(({ role }) => role !== 'financeur')
              .map(
                ({ acteur, apport }) =>
                  `${nomActeur(study, acteur) ?? acteur}${apport ? ` : ${minuscule(sansPoint(couper(apport, 60)))}` : ''}`,
              ),
            5,
          ),
        ],
      },
      {
        title: 'Pour',
        lines: premiers(
          (scenario.avantages ?? []).map((text) => couper(text, 90)),
          4,
        ),
      },
      {
        title: 'Contre',
        lines: premiers(
          (scenario.inconvenients ?? []).map((text) => couper(text, 90)),
          4,
        ),
      },
    ],
    ...prudence([one]),
    notes: `${scenario.resume} ${scenario.gouvernance?.resume ?? ''}`.trim(),
  };
}

/** What each scenario costs against the service that it renders, for those that measure it. */
function coutService(scenarios: readonly ScenarioEvalue[]): Pick<Slide, 'second'> {
  const points = scenarios.flatMap((one) => {
    const [cout, service] = [lire(one, 'cout_annuel'), lire(one, 'service_rendu_annuel')];
    return cout === null || service === null
      ? []
      : [{ name: court(one), x: Math.round(cout / 1000), y: Math.round(service) }];
  });
  if (points.length < 2) return {};
  const { un, plusieurs } = motDesServices(scenarios.map(({ chiffrage }) => chiffrage.scenario));
  return {
    second: {
      kind: 'nuage',
      title: `Coût et ${un === 'service rendu' ? un : plusieurs}`,
      points,
      xAxis: 'Coût annuel, en milliers d’euros',
      yAxis: `${majuscule(plusieurs)} par an`,
      alt: points
        .map(({ name, x, y }) => `${name} : ${compte(y, un, plusieurs)} par an pour ${nombreFr(x)}\u00a0k€`)
        .join(' ; '),
    },
  };
}

/** Who comes first, and nothing more than what the document says of it: under `seuil` points of 100 the lead separates nobody. */
function titreComparaison({ premier, scores, avance }: Evaluation, names: readonly string[], seuil: number): string {
  if (scores.filter((score) => score === scores[premier]).length > 1)
    return 'Les premiers sont à égalité : la comparaison ne tranche pas';
  const first = `« ${names[premier] ?? ''} »`;
  if (avance === null) return `${first} arrive devant`;
  const gap = tenth(avance);
  const points = `${gap === 1 ? 'd’un point' : `de ${nombreFr(gap)} ${accord(gap, 'point', 'points')}`} sur 100`;
  return avance < seuil ? `${first} devance ${points} : trop peu pour départager` : `${first} arrive devant, ${points}`;
}

/** `seuil`: points of 100 under which the study holds that nothing separates two scenarios. */
export function comparaison({ scenarios, evaluation }: AnalyseScenarios, seuil: number): Slide[] {
  if (!evaluation || scenarios.length < 2) return [];
  const names = scenarios.map(court);
  return [
    {
      theme: 'Comparaison',
      title: titreComparaison(evaluation, names, seuil),
      bullets: [],
      chart: {
        kind: 'barres',
        title: 'Points de chaque critère',
        categories: names,
        series: evaluation.criteres.map(({ libelle }, j) => ({
          name: libelle,
          values: evaluation.contributions.map((row) => tenth(numberAt(row, j))),
        })),
        stacked: true,
        axis: 'Points sur 100',
        alt: names.map((name, i) => `${name} : ${compte(tenth(numberAt(evaluation.scores, i)), 'point')}`).join(' ; '),
      },
      ...coutService(scenarios),
      ...prudence(scenarios),
      notes:
        'Les poids et les notes sont une proposition : le classeur joint recalcule le classement en séance si l’on en change.',
    },
  ];
}

export function argent({ scenarios }: AnalyseScenarios): Slide[] {
  if (scenarios.length === 0) return [];
  const names = scenarios.map(court);
  const total = (one: ScenarioEvalue, of: (index: number) => boolean): number =>
    Math.round(
      one.chiffrage.recettes.reduce((sum, row, i) => sum + (of(i) ? row.reduce((a, b) => a + b, 0) : 0), 0) /
        Math.max(1, one.chiffrage.depensesAnnuelles.length) /
        100,
    ) / 10;
  const natures = [
    ['Aides', ['subvention']],
    ['Participations', ['participation']],
    ['Recettes', ['recette']],
    ['Fonds propres', ['autofinancement']],
    ['Emprunts', ['emprunt']],
  ] as const;
  const series = natures
    .map(([name, kinds]) => ({
      name,
      values: scenarios.map((one) =>
        total(one, (i) => (kinds as readonly string[]).includes(one.chiffrage.scenario.financements[i]?.nature ?? '')),
      ),
    }))
    .filter(({ values }) => values.some((value) => value > 0));
  const acquis = scenarios.flatMap((one) => lire(one, 'part_financement_acquis') ?? []);
  const low = scenarios.map(({ chiffrage }) => chiffrage.tresorerie.minimum);
  return [
    {
      theme: 'Argent',
      title: titreArgent(acquis),
      bullets: [],
      table: [
        ['Scénario', 'À trouver par an, aides arrêtées', 'Caisse au plus bas'],
        ...scenarios.map((one, i) => {
          const left = lire(one, 'reste_apres_aides');
          const { solde, mois } = itemAt(low, i);
          return [
            itemAt(names, i),
            left === null ? '—' : left < 0.5 ? 'rien' : kiloArrondi(left, one),
            `${kilo(solde)}${mois ? `, mois ${mois}` : ''}`,
          ];
        }),
      ],
      chart: {
        kind: 'barres',
        title: 'Qui paie, en moyenne par an',
        categories: names,
        series,
        stacked: true,
        axis: 'Milliers d’euros par an',
        alt: names
          .map(
            (name, i) =>
              `${name} : ${series.map(({ name: n, values }) => `${n} ${nombreFr(numberAt(values, i))}`).join(', ')}`,
          )
          .join(' ; '),
      },
      ...prudence(scenarios),
      notes: 'La trésorerie au plus bas dit ce que le porteur devra avancer avant le versement des aides.',
    },
  ];
}

/** Sentences on the ranking that a slide has room for, beside what the scenarios fail. */
const SUR_LE_RANG = 4;

/** What would change the ranking, then what no ranking says: the tests that the scenarios fail, and the aid that nobody has confirmed. */
export function bascule(study: Study, { evaluation, scenarios }: AnalyseScenarios): Slide[] {
  if (!evaluation || scenarios.length < 2) return [];
  const name = (i: number): string => `« ${court(itemAt(scenarios, i))} »`;
  const rang = [...frequences(evaluation, name), ...renversements(evaluation, name)].filter((one) => one !== '');
  const viable = viabilitesEnClair(scenarios);
  const said = [...rang.slice(0, SUR_LE_RANG), ...(viable === null ? [] : [viable])];
  return [
    {
      theme: 'Solidité',
      title: 'Ce qui pourrait changer le résultat',
      bullets: said,
      notes: [
        `Si l’une de ces limites est proche de ce que pense ${comiteEnPhrase(study)}, le résultat est une question, pas une réponse.`,
        ...reglesEmpruntees(scenarios),
      ].join(' '),
    },
  ];
}
