/** Places, employers, months and communes that a sentence gives: those that are false are told, those that are true or of another thing are not. */
import { describe, expect, it } from 'vitest';
import { moisEcrits } from '../../../../src/analysis/coherence/ecrits/dates/mois.js';
import { employeursDits } from '../../../../src/analysis/coherence/ecrits/faits/employeurs.js';
import type { Lecteur } from '../../../../src/analysis/coherence/ecrits/lecteur.js';
import { lieuxEcrits } from '../../../../src/analysis/coherence/ecrits/lieux.js';
import { prioritesEcrites } from '../../../../src/analysis/coherence/ecrits/priorites.js';
import { rangsEcrits } from '../../../../src/analysis/coherence/ecrits/rangs.js';
import type { Study } from '../../../../src/study/study.js';
import { etudeAvecScenarios, scenario } from '../../small-scenario.js';
import { acteur, besoin, etude } from '../../small-study.js';
import { base, poste, projet, tache } from '../told.js';

const relevees = (lire: Lecteur, ou: string, phrases: readonly string[]): string[] =>
  phrases.filter((phrase) => lire(phrase, ou).length > 0);

const cher = (id: string, titre: string, cout: number, court?: string) =>
  scenario(id, {
    titre,
    ...(court === undefined ? {} : { titre_court: court }),
    moyens: {
      ...base.moyens,
      humains: [{ ...poste, id: 'p', profil: 'Animateur du réseau', etp: 1, cout_annuel: cout }],
    },
  });

describe('the place of a scenario', () => {
  const study = {
    ...etudeAvecScenarios([
      cher('a', 'Réseau animé', 40_000),
      cher('b', 'Atelier intégré au syndicat', 100_000, 'Intégré'),
      cher('c', 'Relais de proximité', 60_000),
    ]),
    criteres: {
      criteres: [
        {
          id: 'cout',
          libelle: 'Coût',
          famille: 'argent',
          role: 'cout',
          poids: 100,
          sens: 'min',
          echelle: { min: 0, max: 200_000, unite: '€' },
          mesure: { indicateur: 'cout_annuel' },
        },
      ],
    },
  } as unknown as Study;
  const lire = rangsEcrits(study);

  it('is that of the comparison on all the criteria', () => {
    const fausses = [
      'Le relais arrive en tête.',
      'Le scénario « Intégré » arrive en tête du classement, devant le relais.',
      'L’atelier intégré devance le relais.',
      'Le réseau animé est classé dernier.',
      'Le relais de proximité est troisième au classement, avec 12 points.',
      'En tête du classement, l’atelier intégré.',
      'Le relais est le mieux classé des trois.',
      'Le réseau animé est moins bien classé que le relais.',
    ];
    expect(relevees(lire, 'scenarios/0', fausses)).toEqual(fausses);
    expect(lire('Le relais arrive en tête.', 'scenarios/0')[0]?.contre).toEqual([
      'scenarios/c',
      'scenarios/a',
      'criteres/criteres',
    ]);
  });

  it('that another ranking gives, or that is denied, supposed or asked, is not compared', () => {
    expect(
      relevees(lire, 'scenarios/0', [
        'Le réseau animé arrive en tête, devant le relais.',
        'Le relais est classé deuxième des trois scénarios.',
        'Au vote des habitants, le relais arrive en tête.',
        'Les habitants ont voté. Le relais arrive en tête.',
        'Le relais arrive en tête du vote.',
        'Le relais arrive en tête pour la souplesse.',
        'Le relais arrive en tête, hors coût.',
        'Avec d’autres poids, le relais arrive en tête.',
        'Les élus disent que le relais arrive en tête.',
        'Le relais n’arrive pas en tête.',
        'Si le relais arrive en tête, le comité le retiendra.',
        'Le relais devance le réseau animé de quatre mois.',
        'Le relais devance-t-il le réseau animé ?',
        'Le relais est premier servi.',
      ]),
    ).toEqual([]);
    expect(relevees(lire, 'projets/0', ['Le relais arrive en tête.'])).toEqual([]);
  });
});

it('the place of a priority is that of its pair', () => {
  const own = etude();
  const [domaine, cible] = [own.etude.domaines[0], own.etude.publics[0]];
  if (!domaine || !cible) throw new Error('one of each expected');
  const deux = {
    ...own,
    priorites: {},
    etude: {
      ...own.etude,
      domaines: [domaine, { id: 'sol', libelle: 'Sols vivants' }],
    },
    besoins: [besoin('x', { importance: 5 }), besoin('y', { importance: 1, domaines: ['sol'] })],
  } as unknown as Study;
  const lire = prioritesEcrites(deux);
  const nom = cible.libelle;
  expect(
    relevees(lire, 'etude/objet', [
      `La priorité n° 1 est les sols vivants pour ${nom}.`,
      `Première priorité : Sols vivants × ${nom}.`,
      `Le croisement Sols vivants × ${nom} arrive en tête.`,
    ]),
  ).toHaveLength(3);
  expect(
    relevees(lire, 'etude/objet', [
      `La priorité n° 1 est ${domaine.libelle} pour ${nom}.`,
      `La priorité n° 2 est les sols vivants pour ${nom}.`,
      `La priorité n° 1 du contrat est les sols vivants pour ${nom}.`,
      `Le croisement Sols vivants × ${nom} arrive en tête, hors éligibilité.`,
    ]),
  ).toEqual([]);
});

it('the employer of a post is the one that its scenario pays', () => {
  const a = cher('a', 'Réseau', 40_000);
  const study = {
    ...etudeAvecScenarios([
      { ...a, moyens: { ...a.moyens, humains: a.moyens.humains.map((one) => ({ ...one, porteur: 'cdc' })) } },
    ]),
    acteurs: [acteur('cdc', { nom: 'Communauté de la Brume', sigle: 'CCB' }), acteur('roue', { nom: 'La Roue libre' })],
    mode_operatoire: { scenario: 'a', parcours: [] },
  } as unknown as Study;
  const lire = employeursDits(study);
  const fausses = [
    'L’animateur est salarié de la Roue libre.',
    'L’animatrice du réseau est recrutée par la Roue libre, à temps plein.',
    'L’animateur est un agent de La Roue libre.',
  ];
  expect(relevees(lire, 'mode_operatoire/missions', fausses)).toEqual(fausses);
  expect(relevees(lire, 'scenarios/0', fausses)).toEqual(fausses);
  expect(relevees(lire, 'etude/objet', fausses)).toEqual([]);
  expect(
    relevees(lire, 'mode_operatoire/missions', [
      'L’animateur est salarié de la CCB.',
      'L’animateur est recruté par la Communauté de la Brume.',
      'L’animateur est salarié de la Roue libre, mis à disposition.',
      'L’animateur n’est pas salarié de la Roue libre.',
      'Si l’animateur est salarié de la Roue libre, une convention le dit.',
      'Le conseiller est salarié de la Roue libre.',
      'L’animateur est salarié de la Roue libre et de la CCB.',
      'L’animateur est recruté par un jury.',
    ]),
  ).toEqual([]);
});

it('the month of a task, of a phase or of a step is one of theirs', () => {
  const study = {
    ...etude(),
    etude: { ...etude().etude, calendrier: [{ phase: 'Phase 2', debut: '2018-02', fin: '2018-06' }] },
    mode_operatoire: {
      scenario: 'a',
      parcours: [],
      taches: [
        { ...tache('t', '2018-04-02', '2018-05-31'), libelle: 'Recruter l’équipe', debut_reel: '2018-05-02' },
        { ...tache('u', '2018-09-02', '2018-10-31'), libelle: 'Recruter les stagiaires' },
      ],
    },
    projets: [projet('p', { calendrier: [{ etape: 'Plantation', debut: '2018-11', fin: '2019-02' }] })],
  } as unknown as Study;
  const lire = moisEcrits(study);
  const dit = (ou: string, ...phrases: string[]) => relevees(lire, ou, phrases);
  const fausses = [
    'Le recrutement commence en mars.',
    'Le recrutement de l’équipe s’achève le 12 septembre 2018.',
    'La phase 2 commence en mars 2018.',
  ];
  expect(dit('mode_operatoire/missions', ...fausses)).toEqual(fausses);
  expect(dit('projets/0', 'La plantation débute en mars.')).toHaveLength(1);
  expect([
    ...dit(
      'mode_operatoire/missions',
      'Le recrutement commence en avril.',
      'Le recrutement commence en mai 2018.',
      'Le recrutement commence en septembre.',
      'Le recrutement de l’équipe s’achève en mai.',
      'La phase 2 s’achève en juin.',
      'La phase 3 s’achève en août.',
      'Le recrutement devait commencer en mars.',
      'Le recrutement, prévu en mars, commence en juin.',
      'Le recrutement du jury commence en mars.',
      'La saison commence en mars.',
    ),
    ...dit('projets/0', 'La plantation débute en novembre.', 'Le recrutement commence en mars.'),
    ...dit('reunions/0', 'Le recrutement commence en mars.'),
  ]).toEqual([]);
});

it('a commune is in its intercommunality and its perimeters', () => {
  const commune = (code: string, nom: string, epci: string) => ({ code, nom, epci, departement: '99' });
  const study = {
    ...etude(),
    territoire: {
      ...etude().territoire,
      epci: [
        { siren: '1', nom: 'Communauté du Val', nom_court: 'Val' },
        { siren: '2', nom: 'Communauté des Crêtes', acteur: 'crêtes' },
      ],
      communes: [commune('a', 'Fontaine', '1'), commune('b', 'Les Hauts', '2')],
      perimetres: [{ id: 'v', libelle: 'Périmètre du programme (une intercommunalité)', epci: ['1'] }],
    },
  } as unknown as Study;
  const lire = lieuxEcrits({
    ...study,
    acteurs: [acteur('autre', { nom: 'Val' }), acteur('crêtes', { sigle: 'CCC' })],
  });
  const fausses = [
    'Fontaine est une commune de la Communauté des Crêtes.',
    'Fontaine est une commune de la CCC.',
    'La commune de Fontaine fait partie de la Communauté des Crêtes.',
    'Les Hauts, dans le périmètre du programme, ouvrent un local.',
    'Fontaine, hors du Val, n’est pas servie.',
  ];
  expect(relevees(lire, 'scenarios/0', fausses)).toEqual(fausses);
  expect(
    relevees(lire, 'scenarios/0', [
      'Fontaine est une commune de la Communauté du Val.',
      'Les Hauts, hors du périmètre du programme, ouvrent un local.',
      'Fontaine n’est pas membre de la Communauté des Crêtes.',
      'Le maire de Fontaine est membre de la Communauté des Crêtes.',
      'Fontaine fait partie de la Communauté des Crêtes jusqu’en 2016.',
      'Fontaine et Les Hauts, communes du Val.',
      'Fontaine, dans la vallée, ouvre un local.',
      'Les habitants de Fontaine vont dans la Communauté des Crêtes.',
    ]),
  ).toEqual([]);
});
