/** The deck of a meeting: what is asked, what became of the former reserves, what bears on the decision, the draft resolutions. */
import { type Decision, estPrise, type Portee, porteeDe } from '../../analysis/comite.js';
import type { CopilAnalysis } from '../../analysis/copil/copil.js';
import { seuilsDe } from '../../analysis/scenarios/hypotheses.js';
import { scenarioRetenu } from '../../analysis/scenarios/retenu.js';
import type { ChartTheme } from '../../exhibits/charts/drawing/theme.js';
import { cartePerimetres } from '../../exhibits/copil/carte-perimetres.js';
import { voteEnClair } from '../../exhibits/copil/copil.js';
import type { Study } from '../../study/study.js';
import { compte, compteEnLettres, enumerer, majuscule, minuscule } from '../../texte/accords.js';
import { dateEnLettres, leJour } from '../../texte/dates.js';
import type { DeliverableOptions } from '../deliverable.js';
import type { Slide, SlideDeck } from '../slides.js';
import { diapositivesBilan } from './bilan.js';
import { avecCalendrier } from './calendrier.js';
import { diapositivesDiagnostic } from './diagnostic.js';
import { diapositivesModeOperatoire } from './experimentation.js';
import { ouvertures } from './ouverture.js';
import { priorites } from './priorites.js';
import { argent, bascule, comparaison, territoire, unScenario } from './scenarios.js';

function changements(options: DeliverableOptions): Slide[] {
  const since = options.depuis;
  if (!since || since.lignes.length === 0) return [];
  return [
    {
      theme: 'Depuis la dernière version',
      title: `${compteEnLettres(since.lignes.length, 'changement', 'changements')} depuis la version ${since.version}`,
      bullets: [],
      table: [
        ['Partie', 'Objet', 'Changement'],
        ...since.lignes.map(({ partie, objet, changement }) => [partie, objet, changement]),
      ],
      notes: 'S’arrêter sur ce qui change une décision.',
    },
  ];
}

/** What the meeting that examines its conditions has retained: what it costs, who does what. */
function modeOperatoire(study: Study, { scenarios, date }: CopilAnalysis): Slide[] {
  const found = scenarioRetenu(study);
  const one = scenarios?.scenarios.find(({ chiffrage }) => chiffrage.scenario.id === found?.scenario.id);
  const essai = scenarios?.essais.find(
    ({ chiffrage: { scenario } }) =>
      scenario.id === study.mode_operatoire?.scenario && scenario.essai_de === found?.scenario.id,
  );
  return [
    ...(one ? [{ ...unScenario(study, one, 1, 1), theme: 'Scénario retenu' }] : []),
    ...diapositivesModeOperatoire(study, essai ?? one, date),
  ];
}

function sujets(study: Study, copil: CopilAnalysis, theme: ChartTheme): Slide[] {
  const wanted = new Set(copil.reunion.ordre_du_jour.flatMap(({ livrable }) => livrable ?? []));
  const { scenarios, bilan, priorites: classes, perimetres, diagnostic } = copil;
  return [
    // One meeting for the diagnostic and for what follows from it: the time is for the choice.
    ...(wanted.has('diagnostic') ? diapositivesDiagnostic(study, diagnostic, wanted.size > 1) : []),
    ...(wanted.has('scenarios') && scenarios
      ? [
          ...priorites(study, classes),
          ...(perimetres ? territoire(perimetres, cartePerimetres(study, perimetres, theme)) : []),
          ...scenarios.scenarios.map((one, i) => unScenario(study, one, i + 1, scenarios.scenarios.length)),
          ...comparaison(scenarios, seuilsDe(study).ecart),
          ...argent(scenarios),
          ...bascule(study, scenarios),
        ]
      : []),
    ...(wanted.has('mode-operatoire') ? modeOperatoire(study, copil) : []),
    ...((wanted.has('bilan') || wanted.has('fiches-projets')) && bilan ? diapositivesBilan(study, bilan) : []),
  ];
}

/** « Deux décisions prises et une proposition » : what is only proposed, noted or put off is told apart, as the table of meetings counts it. */
export function titreReleve(list: readonly Pick<Decision, 'portee' | 'statut'>[]): string {
  const taken = list.filter(estPrise).length;
  const off = list.filter(({ statut }) => statut === 'ajourne').length;
  const of = (portee: Portee): number =>
    list.filter((one) => one.statut !== 'ajourne' && porteeDe(one) === portee).length;
  const parts = [
    taken > 0 ? compteEnLettres(taken, 'décision prise', 'décisions prises') : '',
    of('propose') > 0 ? compteEnLettres(of('propose'), 'proposition', 'propositions') : '',
    of('prend-acte') > 0 ? compteEnLettres(of('prend-acte'), 'prise d’acte', 'prises d’acte') : '',
    off > 0 ? compteEnLettres(off, 'report', 'reports') : '',
  ];
  return majuscule(enumerer(parts.filter(Boolean).map(minuscule))) || 'Aucune décision n’est écrite';
}

/** The record, with its votes and its reserves where there is one: a column of dashes tells nothing to a room. */
export function tableDuReleve(list: readonly Pick<Decision, 'objet' | 'texte' | 'vote' | 'reserves'>[]): string[][] {
  const voted = list.some(({ vote }) => vote !== undefined);
  const reserved = list.some(({ reserves }) => reserves?.length);
  const row = (objet: string, texte: string, vote: string, reserves: string): string[] => [
    objet,
    texte,
    ...(voted ? [vote] : []),
    ...(reserved ? [reserves] : []),
  ];
  return [
    row('Objet', 'Décision', 'Vote', 'Réserves'),
    ...list.map((one) => row(one.objet, one.texte, voteEnClair(one) ?? '—', (one.reserves ?? []).join(' ; ') || '—')),
  ];
}

function fin(copil: CopilAnalysis): Slide[] {
  const { reunion, resolutions } = copil;
  // A record without a decision is no slide: its title would stand above an empty table.
  if (copil.tenue && (reunion.decisions ?? []).length === 0) return [];
  if (copil.tenue)
    return [
      {
        theme: 'Relevé de décisions',
        title: titreReleve(reunion.decisions ?? []),
        bullets: [],
        table: tableDuReleve(reunion.decisions ?? []),
        notes: 'Relevé à joindre au compte rendu.',
      },
    ];
  return resolutions.map(({ point, projets }) => ({
    theme: 'Décider',
    title: `${point} : ${minuscule(compteEnLettres(projets.length, 'résolution'))} au choix, à amender en séance`,
    bullets: [],
    resolutions: projets.map(({ lettre, titre, texte, bref }) => ({
      letter: lettre,
      title: titre,
      text: bref ?? texte,
      ...(bref === undefined || bref === texte ? {} : { notes: `${lettre}, en entier : ${texte}` }),
    })),
    notes: 'Lire les résolutions, recueillir les amendements, puis faire voter celle qui reste.',
  }));
}

/** What who opens the meeting says: how long it is, what it is about, what was sent and when. */
function notesDOuverture({ reunion, minutes, tenue }: CopilAnalysis): string {
  const points = reunion.ordre_du_jour.map(({ point }) => `« ${point} »`);
  return [
    minutes > 0 ? `${compte(minutes, 'minute')} ${tenue ? 'étaient prévues' : 'sont prévues'}.` : '',
    points.length > 0 ? `À l’ordre du jour : ${enumerer(points)}.` : '',
    reunion.envoi_documents === undefined
      ? ''
      : `Documents envoyés ${leJour(reunion.envoi_documents)}${tenue ? '' : ' : vérifier que chacun les a reçus'}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

export function dossierDiapositives(
  study: Study,
  copil: CopilAnalysis,
  options: DeliverableOptions,
  theme: ChartTheme,
): SlideDeck {
  const { reunion } = copil;
  return {
    title: study.etude.titre,
    subtitle: copil.titre,
    lines: [
      `${majuscule(dateEnLettres(reunion.date))}${reunion.lieu ? `, ${reunion.lieu}` : ''}`,
      ...(reunion.fiabilite === 'illustratif' ? ['Réunion illustrative, donnée pour l’exemple'] : []),
      study.etude.maitre_ouvrage.nom,
    ],
    author: study.etude.prestataire.nom,
    notes: notesDOuverture(copil),
    ...avecCalendrier(copil, ouvertures(study, copil), [
      ...changements(options),
      ...sujets(study, copil, theme),
      ...fin(copil),
    ]),
  };
}
